package org.gatun.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The reference's classes that a {@code target} may name, each with what reads its {@code params}. */
final class ClassTable<T> {

    private final Map<String, Function<Section, T>> readers = new LinkedHashMap<>();

    ClassTable<T> with(String target, Function<Section, T> reader) {
        readers.put(target, reader);
        return this;
    }

    void forEach(BiConsumer<String, Function<Section, T>> action) {
        readers.forEach(action);
    }

    /** Reads {@code target} and {@code params} of a section that has no other keys. */
    T read(Section section) {
        return readTarget(section.known("target", "params"));
    }

    /** Reads {@code target} and {@code params} of a section, both declared to be known. */
    T readTarget(Section section) {
        String target = section.text("target");
        Function<Section, T> reader = readers.get(target);
        if (reader == null) {
            throw section.invalid(
                    "target",
                    "names the unknown class " + Quoted.of(target) + new KnownNames(readers.keySet()).hint(target));
        }
        return reader.apply(section.sectionOrEmpty("params"));
    }

    /** The other way: a class with its arguments, which are left out when there are none. */
    static Map<String, Object> write(String target, Map<String, Object> params) {
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("target", target);
        if (!params.isEmpty()) {
            section.put("params", params);
        }
        return section;
    }
}
