package org.gatun.data;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What {@link IconFolderWriter} wrote and what it left out; stored beside the pictures as {@code icons.json}.
 *
 * @param request what was asked for: a folder is used again when this is equal
 * @param train pictures to train on by class
 * @param val held-out pictures by class
 * @param toneVariants icons left out because they repeat another in a skin tone
 * @param uncategorized icons left out because the set hides them or gives them no category
 * @param duplicates icons left out because they look exactly like another
 * @param smallClasses classes left out because they had too few icons, with that number
 * @param undrawable names of icons that couldn't be drawn
 */
public record IconFolderManifest(
        Request request,
        Map<String, Integer> train,
        Map<String, Integer> val,
        int toneVariants,
        int uncategorized,
        int duplicates,
        Map<String, Integer> smallClasses,
        List<String> undrawable) {

    /**
     * What a folder is made from.
     *
     * @param format raised when the layout or the drawing changes
     * @param set prefix of the icon set
     * @param lastModified when the set was last changed, in seconds since 1970
     * @param icons number of icons in the set
     * @param size side of a picture in pixels
     */
    public record Request(
            int format, String set, long lastModified, int icons, int size, int minClassSize, double heldOutShare) {}

    /** Number of pictures to train on. */
    public int trainSize() {
        return total(train);
    }

    /** Number of held-out pictures. */
    public int valSize() {
        return total(val);
    }

    private static int total(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** One line for a log: what there is, and everything that was left out. */
    public String summary() {
        StringBuilder line = new StringBuilder();
        line.append("%s at %dx%d: %d pictures to train on and %d held out, %d classes"
                .formatted(request.set(), request.size(), request.size(), trainSize(), valSize(), train.size()));
        line.append("; left out: %d skin-tone variants, %d hidden or without a category, %d that repeat another picture"
                .formatted(toneVariants, uncategorized, duplicates));
        if (!smallClasses.isEmpty()) {
            line.append(smallClasses.entrySet().stream()
                    .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                    .collect(Collectors.joining(
                            ", ", ", and classes with fewer than %d icons: ".formatted(request.minClassSize()), "")));
        }
        if (!undrawable.isEmpty()) {
            line.append("; not drawable: ").append(String.join(", ", undrawable));
        }
        return line.toString();
    }
}
