package org.gatun.config;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * What a scalar of YAML 1.1 means, to OmegaConf as to us: null, truth values, numbers, text. Its dates and its numbers to the base 60
 * are text here.
 */
final class ScalarValue {

    private static final int LONGEST_NUMBER = 100;
    private static final Set<Tag> TEXT = Set.of(Tag.STR, Tag.TIMESTAMP, Tag.MERGE, new Tag(Tag.PREFIX + "value"));
    private static final Set<String> TRUE = Set.of("true", "yes", "on");
    private static final Set<String> FALSE = Set.of("false", "no", "off");

    private ScalarValue() {}

    /** String, Long, Double, Boolean or null. */
    static Object of(ScalarNode node, Location at) {
        Tag tag = node.getTag();
        String text = node.getValue();
        if (TEXT.contains(tag)) {
            return text;
        }
        if (tag.equals(Tag.NULL)) {
            return null;
        }
        if (tag.equals(Tag.BOOL)) {
            return truth(text, at);
        }
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return text.contains(":") ? text : number(text, tag.equals(Tag.INT), at);
        }
        throw new ConfigException(at, "the tag " + Quoted.of(tag.toString()) + " is not allowed");
    }

    private static Boolean truth(String text, Location at) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (TRUE.contains(lower) || FALSE.contains(lower)) {
            return TRUE.contains(lower);
        }
        throw new ConfigException(at, Quoted.of(text) + " is neither true nor false");
    }

    private static Object number(String text, boolean integer, Location at) {
        if (text.length() > LONGEST_NUMBER) {
            throw new ConfigException(at, Quoted.of(text) + " is too long for a number");
        }
        String digits = text.replace("_", "");
        try {
            // Not "integer ? long : double", which would be a double in either case.
            if (integer) {
                return integer(digits);
            }
            return floatingPoint(digits.toLowerCase(Locale.ROOT));
        } catch (NumberFormatException e) {
            throw new ConfigException(at + ": " + Quoted.of(text) + " is not a number", e);
        } catch (ArithmeticException e) {
            throw new ConfigException(at + ": " + text + " is too large for a number of 64 bits", e);
        }
    }

    private static long integer(String digits) {
        boolean signed = digits.startsWith("-") || digits.startsWith("+");
        String sign = signed ? digits.substring(0, 1) : "";
        String rest = digits.substring(sign.length());
        String lower = rest.toLowerCase(Locale.ROOT);
        if (lower.startsWith("0x")) {
            return new BigInteger(sign + rest.substring(2), 16).longValueExact();
        }
        if (lower.startsWith("0b")) {
            return new BigInteger(sign + rest.substring(2), 2).longValueExact();
        }
        boolean octal = rest.length() > 1 && rest.startsWith("0");
        return new BigInteger(digits, octal ? 8 : 10).longValueExact();
    }

    private static double floatingPoint(String digits) {
        return switch (digits) {
            case ".inf", "+.inf" -> Double.POSITIVE_INFINITY;
            case "-.inf" -> Double.NEGATIVE_INFINITY;
            case ".nan" -> Double.NaN;
            default -> {
                if (!digits.matches("[-+.0-9e]+")) { // Java would take "1.0f" and hexadecimal ones too
                    throw new NumberFormatException(digits);
                }
                yield Double.parseDouble(digits);
            }
        };
    }
}
