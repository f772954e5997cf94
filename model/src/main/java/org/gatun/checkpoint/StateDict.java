package org.gatun.checkpoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tensors of nested dictionaries under names joined by dots.
 *
 * @param tensors in the order of the file
 * @param others names of the other entries
 * @param unreadable names of those among {@code others} that are tensors of a kind that Gatun lacks
 */
record StateDict(Map<String, StoredTensor> tensors, List<String> others, List<String> unreadable) {
    private static final int MAX_DEPTH = 16;
    private static final int MAX_ENTRIES = 1 << 20;
    /** Of all names together: nested keys multiply. */
    private static final int MAX_NAME_CHARACTERS = 1 << 25;

    /** @throws IllegalArgumentException if two tensors get one name, or the dictionaries are nested without end */
    static StateDict flatten(Map<?, ?> dictionary) {
        StateDict result = new StateDict(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
        result.addAll("", dictionary, 0, 0);
        return result;
    }

    /** Returns the sum of {@code characters} and the lengths of the names added. */
    private long addAll(String prefix, Map<?, ?> dictionary, int depth, long characters) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("dictionaries are nested more than " + MAX_DEPTH + " deep");
        }
        for (Map.Entry<?, ?> entry : dictionary.entrySet()) {
            String name = prefix + entry.getKey();
            if (entry.getValue() instanceof Map<?, ?> nested && !nested.isEmpty()) {
                characters = addAll(name + ".", nested, depth + 1, characters);
                continue;
            }
            characters += name.length();
            if (tensors.size() + others.size() >= MAX_ENTRIES || characters > MAX_NAME_CHARACTERS) {
                throw new IllegalArgumentException("there are more than %d entries, or %d characters in their names"
                        .formatted(MAX_ENTRIES, MAX_NAME_CHARACTERS));
            }
            switch (entry.getValue()) {
                case StoredTensor tensor -> {
                    if (tensors.put(name, tensor) != null) {
                        throw new IllegalArgumentException("two tensors are called '" + name + "'");
                    }
                }
                case ForeignObject object
                when object.isTensor() -> {
                    others.add(name);
                    unreadable.add(name + " (" + object.name() + ")");
                }
                case null, default -> others.add(name);
            }
        }
        return characters;
    }
}
