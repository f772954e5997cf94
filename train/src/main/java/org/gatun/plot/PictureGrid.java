package org.gatun.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Lays pictures out in rows on one sheet.
 *
 * @param columns pictures in a row
 * @param upscale each pixel becomes a square of this many pixels a side
 * @param padding pixels between pictures and around them, not scaled
 * @param rowsPerGroup a wider gap follows each so many rows
 * @param rowLabels text to the left of each row, from the top; may be shorter than the rows, or empty
 */
public record PictureGrid(int columns, int upscale, int padding, int rowsPerGroup, List<String> rowLabels) {
    private static final Color PAPER = Color.WHITE;
    private static final Color INK = new Color(0x333333);
    private static final int GROUP_GAP_FACTOR = 4;

    public PictureGrid {
        if (columns < 1 || upscale < 1 || padding < 0 || rowsPerGroup < 1) {
            throw new IllegalArgumentException(
                    "columns, upscale and rowsPerGroup must be positive, padding not negative: " + columns + ", "
                            + upscale + ", " + rowsPerGroup + ", " + padding);
        }
        rowLabels = List.copyOf(rowLabels);
    }

    /** Rows of so many pictures at their own size, two pixels apart. */
    public PictureGrid(int columns) {
        this(columns, 1, 2, 1, List.of());
    }

    /** The same, with each pixel drawn as a square of this many pixels a side. */
    public PictureGrid withUpscale(int factor) {
        return new PictureGrid(columns, factor, padding, rowsPerGroup, rowLabels);
    }

    /** The same, with a wider gap after each so many rows, such as an input and its reconstruction. */
    public PictureGrid withRowsPerGroup(int rows) {
        return new PictureGrid(columns, upscale, padding, rows, rowLabels);
    }

    /** The same, with a text to the left of each row. */
    public PictureGrid withRowLabels(List<String> labels) {
        return new PictureGrid(columns, upscale, padding, rowsPerGroup, labels);
    }

    /** Writes the sheet as a PNG file; a file of that name is replaced at once when the new one is complete. */
    public void write(Pictures pictures, Path file) throws IOException {
        PngFile.write(render(pictures), file);
    }

    /** Draws the sheet. */
    public BufferedImage render(Pictures pictures) {
        int rows = Math.ceilDiv(pictures.count(), columns);
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, Math.clamp(pictures.height() * upscale / 6, 11, 18));
        int margin = rowLabels.isEmpty() ? 0 : widestLabel(font) + 2 * font.getSize();
        int width = margin + padding + columns * (pictures.width() * upscale + padding);
        int height = rows == 0 ? 1 : top(rows - 1, pictures) + pictures.height() * upscale + padding;
        BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        try {
            graphics.setColor(PAPER);
            graphics.fillRect(0, 0, width, height);
            for (int i = 0; i < pictures.count(); i++) {
                int left = margin + padding + i % columns * (pictures.width() * upscale + padding);
                draw(sheet, pictures, i, left, top(i / columns, pictures));
            }
            drawLabels(graphics, font, pictures, rows, margin);
        } finally {
            graphics.dispose();
        }
        return sheet;
    }

    /** Upper edge of a row. */
    private int top(int row, Pictures pictures) {
        int groupGaps = rowsPerGroup == 1 ? 0 : row / rowsPerGroup * (GROUP_GAP_FACTOR - 1) * Math.max(padding, 1);
        return padding + row * (pictures.height() * upscale + padding) + groupGaps;
    }

    private void draw(BufferedImage sheet, Pictures pictures, int picture, int left, int top) {
        for (int y = 0; y < pictures.height() * upscale; y++) {
            for (int x = 0; x < pictures.width() * upscale; x++) {
                sheet.setRGB(left + x, top + y, pictures.rgb(picture, y / upscale, x / upscale));
            }
        }
    }

    private void drawLabels(Graphics2D graphics, Font font, Pictures pictures, int rows, int margin) {
        if (rowLabels.isEmpty()) {
            return;
        }
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(font);
        graphics.setColor(INK);
        FontMetrics metrics = graphics.getFontMetrics();
        for (int row = 0; row < Math.min(rows, rowLabels.size()); row++) {
            String label = rowLabels.get(row);
            int middle = top(row, pictures) + pictures.height() * upscale / 2;
            int baseline = middle + (metrics.getAscent() - metrics.getDescent()) / 2;
            graphics.drawString(label, margin - font.getSize() - metrics.stringWidth(label), baseline);
        }
    }

    private int widestLabel(Font font) {
        FontRenderContext context = new FontRenderContext(null, true, false);
        return rowLabels.stream()
                .mapToInt(label ->
                        (int) Math.ceil(font.getStringBounds(label, context).getWidth()))
                .max()
                .orElse(0);
    }
}
