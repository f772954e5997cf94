package org.gatun.generator;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One argument of a schema.
 *
 * @param length of a list of fixed length, otherwise 0
 * @param mutable whether the operator writes to it ({@code Tensor(a!)})
 * @param defaultValue as the schema writes it, or null where there is none
 */
record Argument(String name, ArgumentType type, int length, boolean mutable, String defaultValue) {

    private static final Pattern TEXT = Pattern.compile("(.+?) (\\w+)(?:=(.+))?");
    private static final Pattern LENGTH = Pattern.compile("\\[(\\d+)]");

    static Argument parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not an argument: " + text);
        }
        String schemaType = matcher.group(1);
        ArgumentType type = ArgumentType.parse(schemaType, matcher.group(2), matcher.group(3));
        Matcher length = LENGTH.matcher(schemaType);
        boolean fixed = type == ArgumentType.FIXED_INTS || type == ArgumentType.FIXED_SYM_INTS;
        return new Argument(
                matcher.group(2),
                type,
                fixed && length.find() ? Integer.parseInt(length.group(1)) : 0,
                schemaType.contains("!"),
                matcher.group(3));
    }

    boolean hasDefault() {
        return defaultValue != null;
    }
}
