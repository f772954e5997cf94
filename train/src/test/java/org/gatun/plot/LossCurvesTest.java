package org.gatun.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossCurvesTest {
    private static final int BLUE = 0xFF0072B2;

    @TempDir
    Path folder;

    @Test
    void aSheetHasTwoPanelsInARow() throws IOException {
        Panel panel = new Panel("loss", List.of(noisy("a", 500), noisy("b", 500)));
        Path file = folder.resolve("losses.png");

        LossCurves.write(List.of(panel, panel, panel), file);

        BufferedImage sheet = ImageIO.read(file.toFile());
        assertThat(sheet.getWidth()).isEqualTo(1280);
        assertThat(sheet.getHeight()).isEqualTo(800);
        assertThat(pixels(sheet.getSubimage(0, 0, 640, 400))).contains(BLUE);
        assertThat(pixels(sheet.getSubimage(0, 400, 640, 400))).contains(BLUE);
        assertThat(pixels(sheet.getSubimage(640, 400, 640, 400))).containsOnly(0xFFFFFFFF);
    }

    @Test
    void oddValuesAreDrawnAroundNotStumbledOver() {
        List<Curve> curves = List.of(
                new Curve("nothing", new double[0], new double[0]),
                new Curve("one point", new double[] {3}, new double[] {1}),
                new Curve("constant", new double[] {1, 2}, new double[] {5, 5}),
                new Curve("holes", new double[] {1, 2, 3}, new double[] {Double.NaN, 1, Double.POSITIVE_INFINITY}),
                new Curve("negative", new double[] {1, 2}, new double[] {-1, 0}));
        for (boolean logarithmic : new boolean[] {false, true}) {
            for (Curve curve : curves) {
                BufferedImage sheet = LossCurves.render(List.of(new Panel(curve.name(), logarithmic, List.of(curve))));

                assertThat(sheet.getWidth()).as(curve.name()).isEqualTo(640);
            }
        }
        assertThat(LossCurves.render(List.of(new Panel("all", curves))).getHeight())
                .isEqualTo(400);
        assertThat(LossCurves.render(List.of()).getHeight()).isEqualTo(400);
    }

    @Test
    void smoothingKeepsAConstantAndDoesNotLagBehindALine() {
        double[] steps = IntStream.range(0, 200).asDoubleStream().toArray();
        double[] constant = new double[200];
        Arrays.fill(constant, 3);

        assertThat(new Curve("constant", steps, constant).smoothed(5).values())
                .containsExactly(constant, within(1e-12));
        double[] line = new Curve("line", steps, steps).smoothed(5).values();
        for (int i = 20; i < 180; i++) {
            assertThat(line[i]).isCloseTo(i, within(1e-9));
        }
    }

    @Test
    void thinningKeepsTheMeanAndTheOrder() {
        Curve curve = noisy("a", 10_000);

        Curve thin = curve.thinned(1000);

        assertThat(thin.steps()).hasSize(1000).isSorted();
        assertThat(Arrays.stream(thin.values()).average().orElseThrow())
                .isCloseTo(Arrays.stream(curve.values()).average().orElseThrow(), within(1e-9));
        assertThat(curve.thinned(20_000)).isSameAs(curve);
    }

    @Test
    void aCurveNeedsAStepForEachValue() {
        assertThatThrownBy(() -> new Curve("loss", new double[2], new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("loss");
    }

    private static Curve noisy(String name, int count) {
        Random random = new Random(name.hashCode());
        return new Curve(
                name,
                IntStream.range(0, count).asDoubleStream().toArray(),
                IntStream.range(0, count)
                        .mapToDouble(i -> Math.exp(-i / 100.0) + random.nextDouble())
                        .toArray());
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
