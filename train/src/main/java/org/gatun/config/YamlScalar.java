package org.gatun.config;

/** One String, Long, Double, Boolean or null. */
record YamlScalar(Object value, Location at) implements YamlNode {

    boolean isNull() {
        return value == null;
    }

    @Override
    public Object toPlain() {
        return value;
    }

    @Override
    public String describe() {
        return switch (value) {
            case null -> "null";
            case String text
            when text.contains("${") ->
                "the interpolation " + Quoted.of(text) + ", which is not resolved here: write the value";
            case String text -> "the text " + Quoted.of(text);
            default -> value.toString();
        };
    }
}
