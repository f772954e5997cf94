package org.gatun.config;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Writes plain values as OmegaConf does: block style, numbers that Python reads as numbers, text quoted where it must be. */
final class YamlWriter {

    private YamlWriter() {}

    /** @param values Map, List, String, Integer, Long, Double, Boolean and null, nested */
    static String write(Map<String, Object> values) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(FlowStyle.BLOCK);
        options.setSplitLines(false);
        options.setAllowUnicode(true);
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()), new Representer(options), options);
        StringWriter text = new StringWriter();
        yaml.serialize(node(values), text);
        return text.toString();
    }

    private static Node node(Object value) {
        return switch (value) {
            case null -> scalar(Tag.NULL, "null");
            case String text -> scalar(Tag.STR, text);
            case Boolean truth -> scalar(Tag.BOOL, truth.toString());
            case Integer number -> scalar(Tag.INT, number.toString());
            case Long number -> scalar(Tag.INT, number.toString());
            case Double number -> scalar(Tag.FLOAT, floatingPoint(number));
            case List<?> list -> {
                List<Node> elements = new ArrayList<>();
                list.forEach(element -> elements.add(node(element)));
                yield new SequenceNode(Tag.SEQ, elements, list.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
            }
            case Map<?, ?> map -> {
                List<NodeTuple> entries = new ArrayList<>();
                map.forEach((key, element) ->
                        entries.add(new NodeTuple(scalar(Tag.STR, String.valueOf(key)), node(element))));
                yield new MappingNode(Tag.MAP, entries, map.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
            }
            default -> throw new IllegalArgumentException("YAML has no form for " + value.getClass());
        };
    }

    private static ScalarNode scalar(Tag tag, String text) {
        return new ScalarNode(tag, text, null, null, ScalarStyle.PLAIN);
    }

    /** As Python's repr: {@code 4.5e-06}. YAML 1.1 wants the exponent's sign. */
    private static String floatingPoint(double value) {
        if (Double.isNaN(value)) {
            return ".nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? ".inf" : "-.inf";
        }
        String text = Double.toString(value);
        int e = text.indexOf('E');
        return e < 0
                ? text
                : String.format(Locale.ROOT, "%se%+03d", text.substring(0, e), Integer.valueOf(text.substring(e + 1)));
    }
}
