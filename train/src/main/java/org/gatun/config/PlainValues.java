package org.gatun.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies of the values that YAML has forms for. */
final class PlainValues {

    private PlainValues() {}

    /**
     * A deep, unmodifiable copy, with Long for every integer and Double for every other number, as a file would give them.
     *
     * @throws IllegalArgumentException if there is a value that YAML has no form for
     */
    static Map<String, Object> copyOf(Map<String, Object> values) {
        Map<String, Object> copy = new LinkedHashMap<>();
        values.forEach((key, value) -> copy.put(key, copyOf(value)));
        return Collections.unmodifiableMap(copy);
    }

    private static Object copyOf(Object value) {
        return switch (value) {
            case null -> null;
            case String _, Boolean _, Long _, Double _ -> value;
            case Integer number -> number.longValue();
            case Float number -> number.doubleValue();
            case List<?> list -> {
                List<Object> copy = new ArrayList<>(); // may hold nulls
                list.forEach(element -> copy.add(copyOf(element)));
                yield Collections.unmodifiableList(copy);
            }
            case Map<?, ?> map -> {
                Map<String, Object> copy = new LinkedHashMap<>();
                map.forEach((key, element) -> copy.put(String.valueOf(key), copyOf(element)));
                yield Collections.unmodifiableMap(copy);
            }
            default -> throw new IllegalArgumentException("YAML has no form for " + value.getClass());
        };
    }
}
