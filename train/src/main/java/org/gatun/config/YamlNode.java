package org.gatun.config;

/** A value in a YAML file, with its place. */
sealed interface YamlNode permits YamlMapping, YamlSequence, YamlScalar {

    Location at();

    /** The same as plain values: unmodifiable maps and lists, String, Long, Double, Boolean, null. */
    Object toPlain();

    /** What it is, for messages: {@code the text 'abc'}. */
    String describe();
}
