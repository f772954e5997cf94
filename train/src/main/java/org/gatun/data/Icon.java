package org.gatun.data;

/**
 * One icon of an Iconify set with the set's defaults filled in.
 *
 * @param body the content of the {@code <svg>} element
 * @param left left edge of the view box
 * @param top top edge of the view box
 * @param quarterTurns clockwise rotation in steps of 90 degrees, after the flips
 * @param hidden kept by the set for old documents only, no longer part of it
 * @see <a href="https://iconify.design/docs/types/iconify-json.html">the IconifyJSON type</a>
 */
record Icon(
        String name,
        String body,
        double left,
        double top,
        double width,
        double height,
        int quarterTurns,
        boolean horizontalFlip,
        boolean verticalFlip,
        boolean hidden) {

    /** The icon as an SVG document, before {@link #quarterTurns} and the flips. */
    String svg() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\""
                + left + " " + top + " " + width + " " + height + "\">" + body + "</svg>";
    }
}
