package org.gatun.data;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;

/**
 * The part of an IconifyJSON file that Gatun reads, as it stands in the file: absent numbers are null and mean "the
 * default".
 *
 * @see <a href="https://iconify.design/docs/types/iconify-json.html">the IconifyJSON type</a>
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record IconifyFile(
        String prefix,
        Long lastModified,
        Info info,
        Double left,
        Double top,
        Double width,
        Double height,
        Map<String, Entry> icons,
        Map<String, Entry> aliases,
        Map<String, List<String>> categories) {

    /** Iconify's default width and height of an icon. */
    private static final double DEFAULT_SIZE = 16;

    /** The set's name and licence. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Info(String name, License license) {}

    /** The set's licence. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record License(String title) {}

    /** An icon (with a body) or an alias (with a parent). */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entry(
            String body,
            String parent,
            Double left,
            Double top,
            Double width,
            Double height,
            int rotate,
            boolean hFlip,
            boolean vFlip,
            boolean hidden) {}

    /** The icon of this name with the file's defaults filled in; the name is a key of {@link #icons}. */
    Icon icon(String name) {
        Entry entry = icons.get(name);
        return new Icon(
                name,
                entry.body(),
                firstOf(entry.left(), left, 0),
                firstOf(entry.top(), top, 0),
                firstOf(entry.width(), width, DEFAULT_SIZE),
                firstOf(entry.height(), height, DEFAULT_SIZE),
                Math.floorMod(entry.rotate(), 4),
                entry.hFlip(),
                entry.vFlip(),
                entry.hidden());
    }

    private static double firstOf(Double own, Double ofTheFile, double otherwise) {
        if (own != null) {
            return own;
        }
        return ofTheFile != null ? ofTheFile : otherwise;
    }
}
