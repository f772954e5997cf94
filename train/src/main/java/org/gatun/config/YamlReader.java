package org.gatun.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads one YAML file into {@link YamlNode}s, which keep their lines for messages. SnakeYAML parses; nothing is constructed from tags.
 * Size, depth and the number of values are limited, aliases unfolded included.
 */
final class YamlReader {

    static final int MAX_BYTES = 1 << 20;
    static final int MAX_DEPTH = 32;
    static final int MAX_NODES = 100_000;
    private static final int MAX_ALIASES = 64;

    private final String file;
    private int nodes;

    private YamlReader(String file) {
        this.file = file;
    }

    /** @throws ConfigException if the file can't be read or isn't YAML with a mapping at its top */
    static YamlMapping read(Path file) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw new ConfigException(file + ": there is no such file", e);
        } catch (IOException e) {
            throw new ConfigException(file + ": cannot be read: " + e.getMessage(), e);
        }
        if (bytes.length > MAX_BYTES) {
            throw new ConfigException(file + ": is larger than " + MAX_BYTES + " bytes, and so no configuration");
        }
        try {
            return read(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString(),
                    file.toString());
        } catch (CharacterCodingException e) {
            throw new ConfigException(file + ": is not text in UTF-8", e);
        }
    }

    /** @throws ConfigException if the text isn't YAML with a mapping at its top */
    static YamlMapping read(String text, String file) {
        Node root;
        try {
            root = new Yaml(new SafeConstructor(limits())).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new ConfigException(new Location(file, line) + ": is not valid YAML: " + e.getProblem(), e);
        } catch (YAMLException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new ConfigException(file + ": is not valid YAML: " + reason, e);
        }
        if (root == null) {
            throw new ConfigException(file + ": is empty");
        }
        if (new YamlReader(file).convert(root, 0) instanceof YamlMapping mapping) {
            return mapping;
        }
        throw new ConfigException(file + ": must have keys and values at its top, such as 'model:'");
    }

    private static LoaderOptions limits() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_BYTES);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setMaxAliasesForCollections(MAX_ALIASES);
        options.setAllowRecursiveKeys(false);
        return options;
    }

    private YamlNode convert(Node node, int depth) {
        Location at = locationOf(node);
        if (depth > MAX_DEPTH) {
            throw new ConfigException(at, "nested more than " + MAX_DEPTH + " deep; an alias must not contain itself");
        }
        if (++nodes > MAX_NODES) {
            throw new ConfigException(at, "more than " + MAX_NODES + " values, aliases unfolded");
        }
        return switch (node) {
            case ScalarNode scalar -> new YamlScalar(ScalarValue.of(scalar, at), at);
            case SequenceNode sequence -> {
                requireTag(sequence, Tag.SEQ, at);
                List<YamlNode> elements = new ArrayList<>();
                for (Node element : sequence.getValue()) {
                    elements.add(convert(element, depth + 1));
                }
                yield new YamlSequence(elements, at);
            }
            case MappingNode mapping -> {
                requireTag(mapping, Tag.MAP, at);
                yield new YamlMapping(entries(mapping, depth), at);
            }
            default -> throw new ConfigException(at, "not a value that a configuration can have");
        };
    }

    /** The mapping's own entries, and before them those that merge keys ({@code <<}) bring in. */
    private Map<String, YamlNode> entries(MappingNode mapping, int depth) {
        Map<String, YamlNode> merged = new LinkedHashMap<>();
        Map<String, YamlNode> own = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Node keyNode = tuple.getKeyNode();
            YamlNode value = convert(tuple.getValueNode(), depth + 1);
            if (keyNode.getTag().equals(Tag.MERGE)) {
                mergeSources(value).forEach(source -> source.entries().forEach(merged::putIfAbsent));
                continue;
            }
            Location at = locationOf(keyNode);
            if (!(keyNode instanceof ScalarNode key)) {
                throw new ConfigException(at, "a key must be one word");
            }
            if (own.putIfAbsent(key.getValue(), value) != null) {
                throw new ConfigException(at, "the key " + Quoted.of(key.getValue()) + " is there twice");
            }
        }
        own.forEach(merged::put);
        return merged;
    }

    private static List<YamlMapping> mergeSources(YamlNode value) {
        List<YamlNode> sources = value instanceof YamlSequence sequence ? sequence.elements() : List.of(value);
        List<YamlMapping> mappings = new ArrayList<>();
        for (YamlNode source : sources) {
            if (!(source instanceof YamlMapping mapping)) {
                throw new ConfigException(source.at(), "'<<' must be given a mapping, not " + source.describe());
            }
            mappings.add(mapping);
        }
        return mappings;
    }

    private static void requireTag(Node node, Tag tag, Location at) {
        if (!node.getTag().equals(tag)) {
            throw new ConfigException(at, "the tag " + Quoted.of(node.getTag().toString()) + " is not allowed");
        }
    }

    private Location locationOf(Node node) {
        return new Location(file, node.getStartMark().getLine() + 1);
    }
}
