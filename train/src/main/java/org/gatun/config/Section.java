package org.gatun.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A mapping at a path such as {@code model.params.ddconfig}, read strictly: {@link #known} comes first, and what is asked for has the
 * right type or is an error that names file, line and path. A key whose value is null counts as absent where it is optional in the
 * reference with None for a default.
 */
final class Section {

    private final YamlMapping mapping;
    private final String path;
    private final Set<String> known = new LinkedHashSet<>();

    Section(YamlMapping mapping, String path) {
        this.mapping = mapping;
        this.path = path;
    }

    /** Names all keys that there may be; the first other one is an error. */
    Section known(String... keys) {
        known.addAll(List.of(keys));
        for (var entry : mapping.entries().entrySet()) {
            String key = entry.getKey();
            if (!known.contains(key)) {
                throw new ConfigException(
                        entry.getValue().at(),
                        "unknown key " + Quoted.of(pathOf(key)) + new KnownNames(known).hint(key));
            }
        }
        return this;
    }

    /** Whether the key is there and not null. */
    boolean has(String key) {
        return optional(key).isPresent();
    }

    /** An integer of at least {@code min}. */
    int integer(String key, int min) {
        return integer(pathOf(key), required(key), min);
    }

    /** An integer of at least {@code min}, or {@code orElse} if the key is absent. */
    int integer(String key, int min, int orElse) {
        return mapping.entries().containsKey(asked(key)) ? integer(key, min) : orElse;
    }

    OptionalInt optionalInteger(String key, int min) {
        return optional(key)
                .map(node -> OptionalInt.of(integer(pathOf(key), node, min)))
                .orElse(OptionalInt.empty());
    }

    /** An integer of 64 bits and at least {@code min}. */
    long longInteger(String key, long min) {
        return longInteger(pathOf(key), required(key), min);
    }

    /** An integer of 64 bits and at least {@code min}, or {@code orElse} if the key is absent. */
    long longInteger(String key, long min, long orElse) {
        return mapping.entries().containsKey(asked(key)) ? longInteger(key, min) : orElse;
    }

    /** A finite number. */
    double number(String key) {
        double value = anyNumber(key);
        if (!Double.isFinite(value)) {
            throw wrongType(pathOf(key), required(key), "must be a finite number");
        }
        return value;
    }

    /** A finite number, or {@code orElse} if the key is absent. */
    double number(String key, double orElse) {
        return mapping.entries().containsKey(asked(key)) ? number(key) : orElse;
    }

    /** A number, infinite ones included. */
    double anyNumber(String key) {
        YamlNode node = required(key);
        if (node instanceof YamlScalar(Number value, var _)) {
            return value.doubleValue();
        }
        throw wrongType(pathOf(key), node, "must be a number");
    }

    /** True or false, or {@code orElse} if the key is absent. */
    boolean flag(String key, boolean orElse) {
        if (!mapping.entries().containsKey(asked(key))) {
            return orElse;
        }
        YamlNode node = required(key);
        if (node instanceof YamlScalar(Boolean value, var _)) {
            return value;
        }
        throw wrongType(pathOf(key), node, "must be true or false");
    }

    String text(String key) {
        return text(pathOf(key), required(key));
    }

    /** Text, or {@code orElse} if the key is absent. */
    String text(String key, String orElse) {
        return mapping.entries().containsKey(asked(key)) ? text(key) : orElse;
    }

    Optional<String> optionalText(String key) {
        return optional(key).map(node -> text(pathOf(key), node));
    }

    /** A list of texts, empty if the key is absent. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        if (mapping.entries().containsKey(asked(key))) {
            List<YamlNode> elements = list(key);
            for (int i = 0; i < elements.size(); i++) {
                texts.add(text(pathOf(key) + "[" + i + "]", elements.get(i)));
            }
        }
        return texts;
    }

    /** A list of integers of at least {@code min}. */
    List<Integer> integers(String key, int min) {
        List<YamlNode> elements = list(key);
        List<Integer> integers = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            integers.add(integer(pathOf(key) + "[" + i + "]", elements.get(i), min));
        }
        return integers;
    }

    /** A list of integers of at least {@code min}, or {@code orElse} if the key is absent. */
    List<Integer> integers(String key, int min, List<Integer> orElse) {
        return mapping.entries().containsKey(asked(key)) ? integers(key, min) : orElse;
    }

    /** The mapping under a key. */
    Section section(String key) {
        YamlNode node = required(key);
        if (node instanceof YamlMapping nested) {
            return new Section(nested, pathOf(key));
        }
        throw wrongType(pathOf(key), node, "must be a mapping");
    }

    /** The mapping under a key, empty if the key is absent or null. */
    Section sectionOrEmpty(String key) {
        return has(key) ? section(key) : new Section(new YamlMapping(Map.of(), mapping.at()), pathOf(key));
    }

    Optional<Section> optionalSection(String key) {
        return has(key) ? Optional.of(section(key)) : Optional.empty();
    }

    /** The mapping as plain values, for what is kept and not interpreted. */
    YamlMapping mapping() {
        return mapping;
    }

    /** Whether the key's value is one text, and not a mapping. */
    boolean isText(String key) {
        return required(key) instanceof YamlScalar(String _, var _);
    }

    /** What {@code constructor} makes; its complaint becomes one that names file and path. */
    <T> T build(Supplier<T> constructor) {
        try {
            return constructor.get();
        } catch (IllegalArgumentException e) {
            throw new ConfigException(mapping.at() + ": " + path + ": " + e.getMessage(), e);
        }
    }

    /** An error about the value of a key that is there. */
    ConfigException invalid(String key, String reason) {
        return new ConfigException(required(key).at(), pathOf(key) + " " + reason);
    }

    private List<YamlNode> list(String key) {
        YamlNode node = required(key);
        if (node instanceof YamlSequence sequence) {
            return sequence.elements();
        }
        throw wrongType(pathOf(key), node, "must be a list");
    }

    private YamlNode required(String key) {
        YamlNode node = mapping.entries().get(asked(key));
        if (node == null) {
            throw new ConfigException(mapping.at(), "the key '" + pathOf(key) + "' is missing");
        }
        return node;
    }

    private Optional<YamlNode> optional(String key) {
        return Optional.ofNullable(mapping.entries().get(asked(key)))
                .filter(node -> !(node instanceof YamlScalar scalar && scalar.isNull()));
    }

    private String asked(String key) {
        if (!known.contains(key)) {
            throw new IllegalStateException("'" + key + "' was not declared to be known at " + path);
        }
        return key;
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String text(String path, YamlNode node) {
        if (node instanceof YamlScalar(String value, var _)) {
            return value;
        }
        throw wrongType(path, node, "must be text");
    }

    private static int integer(String path, YamlNode node, int min) {
        long value = longInteger(path, node, min);
        if (value != (int) value) {
            throw wrongType(path, node, "must be an integer of 32 bits");
        }
        return (int) value;
    }

    private static long longInteger(String path, YamlNode node, long min) {
        if (!(node instanceof YamlScalar(Long value, var _))) {
            throw wrongType(path, node, "must be an integer");
        }
        if (value < min) {
            throw wrongType(path, node, "must be at least " + min);
        }
        return value;
    }

    private static ConfigException wrongType(String path, YamlNode node, String expected) {
        return new ConfigException(node.at(), path + " " + expected + ", and is " + node.describe());
    }
}
