package org.gatun.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keys and values, in the order of the file. */
record YamlMapping(Map<String, YamlNode> entries, Location at) implements YamlNode {

    YamlMapping {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** This, overridden by {@code other} as OmegaConf merges: mappings key by key, everything else is replaced. */
    YamlMapping mergedWith(YamlMapping other) {
        Map<String, YamlNode> merged = new LinkedHashMap<>(entries);
        other.entries.forEach((key, value) -> {
            boolean both = merged.get(key) instanceof YamlMapping && value instanceof YamlMapping;
            merged.put(key, both ? ((YamlMapping) merged.get(key)).mergedWith((YamlMapping) value) : value);
        });
        return new YamlMapping(merged, at.and(other.at));
    }

    @Override
    public Map<String, Object> toPlain() {
        Map<String, Object> plain = new LinkedHashMap<>();
        entries.forEach((key, value) -> plain.put(key, value.toPlain()));
        return Collections.unmodifiableMap(plain);
    }

    @Override
    public String describe() {
        return "a mapping";
    }
}
