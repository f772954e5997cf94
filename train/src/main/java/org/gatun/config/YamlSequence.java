package org.gatun.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A list of values. */
record YamlSequence(List<YamlNode> elements, Location at) implements YamlNode {

    YamlSequence {
        elements = List.copyOf(elements);
    }

    @Override
    public List<Object> toPlain() {
        List<Object> plain = new ArrayList<>(); // may hold nulls
        elements.forEach(element -> plain.add(element.toPlain()));
        return Collections.unmodifiableList(plain);
    }

    @Override
    public String describe() {
        return "a list";
    }
}
