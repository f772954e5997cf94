package org.gatun.data;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an emoji's name says about its variants. One drawing comes in five skin tones, and often as man, woman and person;
 * pictures that differ by no more than this must not be split between training and held-out pictures.
 */
final class IconNames {
    /** Noto's way: {@code waving-hand-medium-dark-skin-tone}, {@code kiss-man-man-dark-skin-tone-light-skin-tone}. */
    private static final Pattern SKIN_TONE =
            Pattern.compile("-?(?:(?:medium-)?(?:light|dark)|medium)-skin-tone|-tone[1-5](?=-|$)");

    /** Fluent's way: {@code waving-hand-medium-dark}. Only where all of them stand: {@code police-car-light} is a lamp. */
    private static final Pattern TONE_SUFFIX = Pattern.compile("-(?:medium-dark|medium-light|medium|dark|light)$");

    private static final Set<String> PEOPLE = Set.of(
            "man", "woman", "person", "men", "women", "people", "boy", "girl", "child", "adult", "male", "female");

    private final IconSet set;

    IconNames(IconSet set) {
        this.set = set;
    }

    /** Whether the name is that of a skin-tone variant (or of a bare swatch of skin tone). */
    boolean isToneVariant(String name) {
        return !withoutTone(name).equals(name);
    }

    private String withoutTone(String name) {
        String plain = SKIN_TONE.matcher(name).replaceAll("");
        String base = TONE_SUFFIX.matcher(plain).replaceFirst("");
        boolean allTones = set.contains(base) && set.contains(base + "-medium-dark") && set.contains(base + "-medium");
        return allTones ? base : plain;
    }

    /**
     * The name without tone, without the words for people by gender and age, and without the direction they face: equal
     * for {@code woman-running}, {@code man-running-facing-right} and {@code person-running-dark-skin-tone}.
     */
    String family(String name) {
        String words = Arrays.stream(withoutTone(name).split("-"))
                .filter(word -> !PEOPLE.contains(word))
                .collect(Collectors.joining("-"));
        String family = words.endsWith("-facing-right") ? words.substring(0, words.length() - 13) : words;
        return family.isEmpty() ? "person" : family;
    }
}
