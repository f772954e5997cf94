package org.gatun.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureGridTest {
    private static final int WHITE = 0xFFFFFFFF;

    @TempDir
    Path folder;

    @Test
    void everyPixelIsFoundAgainInTheFile() throws IOException {
        float[] pixels = new float[5 * 3 * 4 * 6];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i * 7 % 256 / 127.5f - 1;
        }
        Path file = folder.resolve("new/grid.png");

        new PictureGrid(3).withUpscale(2).write(Pictures.of(pixels, 5, 4, 6), file);

        BufferedImage sheet = ImageIO.read(file.toFile());
        assertThat(sheet.getWidth()).isEqualTo(2 + 3 * (6 * 2 + 2));
        assertThat(sheet.getHeight()).isEqualTo(2 + 2 * (4 * 2 + 2));
        for (int i = 0; i < 5; i++) {
            for (int y = 0; y < 8; y++) {
                for (int x = 0; x < 12; x++) {
                    int at = i * 72 + y / 2 * 6 + x / 2;
                    int expected = at * 7 % 256 << 16 | (at + 24) * 7 % 256 << 8 | (at + 48) * 7 % 256;
                    assertThat(sheet.getRGB(2 + i % 3 * 14 + x, 2 + i / 3 * 10 + y) & 0xFFFFFF)
                            .isEqualTo(expected);
                }
            }
        }
        assertThat(sheet.getRGB(14, 5)).as("padding").isEqualTo(WHITE);
        assertThat(sheet.getRGB(35, 15)).as("no sixth picture").isEqualTo(WHITE);
    }

    @Test
    void onlyTheFinishedFileIsLeftAndItReplacesAnOldOne() throws IOException {
        Path file = Files.writeString(folder.resolve("grid.png"), "old");

        new PictureGrid(1).write(Pictures.of(new float[3], 1, 1, 1), file);

        assertThat(ImageIO.read(file.toFile()).getRGB(2, 2)).isEqualTo(0xFF808080);
        try (Stream<Path> children = Files.list(folder)) {
            assertThat(children).containsExactly(file);
        }
    }

    @Test
    void valuesBeyondTheRangeAreCutOff() {
        BufferedImage sheet = new PictureGrid(1).render(Pictures.of(new float[] {7, -7, Float.NaN}, 1, 1, 1));

        assertThat(sheet.getRGB(2, 2)).isEqualTo(0xFFFF0000);
    }

    @Test
    void labelsStandInAMarginOfTheirOwn() {
        Pictures pictures = Pictures.of(new float[4 * 3 * 32 * 32], 4, 32, 32);

        BufferedImage plain = new PictureGrid(2).render(pictures);
        BufferedImage labelled = new PictureGrid(2)
                .withRowLabels(List.of("cats", "a longer name"))
                .render(pictures);

        int margin = labelled.getWidth() - plain.getWidth();
        assertThat(margin).isPositive();
        assertThat(labelled.getSubimage(margin, 0, plain.getWidth(), plain.getHeight())
                        .getRGB(0, 0, plain.getWidth(), plain.getHeight(), null, 0, plain.getWidth()))
                .isEqualTo(plain.getRGB(0, 0, plain.getWidth(), plain.getHeight(), null, 0, plain.getWidth()));
        int[] left = labelled.getRGB(0, 0, margin, labelled.getHeight(), null, 0, margin);
        assertThat(Arrays.stream(left)).as("ink").anyMatch(rgb -> (rgb & 0xFF) < 0x80);
    }

    @Test
    void rowsOfSeveralSourcesAlternate() {
        Pictures inputs = Pictures.of(filled(3, 1), 3, 1, 1);
        Pictures outputs = Pictures.of(filled(3, -1), 3, 1, 1);

        Pictures rows = Pictures.alternatingRows(2, List.of(inputs, outputs));

        assertThat(rows.count()).isEqualTo(8);
        assertThat(Stream.iterate(0, i -> i + 1).limit(8).map(i -> rows.rgb(i, 0, 0)))
                .containsExactly(0xFFFFFF, 0xFFFFFF, 0, 0, 0xFFFFFF, 0xFFFFFF, 0, 0xFFFFFF);
        BufferedImage sheet = new PictureGrid(2).withRowsPerGroup(2).render(rows);
        assertThat(sheet.getHeight()).isEqualTo(2 + 4 * 3 + 6);
    }

    @Test
    void pixelsThatDoNotFitTheShapeAreRefused() {
        assertThatThrownBy(() -> Pictures.of(new float[5], 1, 2, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(1, 3, 2, 2) take 48 bytes, not 20");
    }

    private static float[] filled(int pictures, float value) {
        float[] pixels = new float[pictures * 3];
        Arrays.fill(pixels, value);
        return pixels;
    }
}
