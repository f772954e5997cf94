package org.gatun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.gatun.torch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demos on drawn icon sets, for seconds. */
final class DemosTest {

    /** Of each of the two kinds of icons; a set needs forty. */
    private static final int PER_KIND = 44;

    @TempDir
    private static Path folder;

    private static Path jar;

    @BeforeAll
    static void writeJar() throws IOException {
        jar = folder.resolve("icons.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            write(zip, "noto", "#00%02xff");
            write(zip, "fluent-emoji-flat", "#ff%02x00");
        }
    }

    @Test
    void bothStagesAreTrainedInTheTimeAndShown() throws IOException {
        Path out = folder.resolve("demo");
        long tensors = Tensor.liveCount();

        Invocation demo = demo("demo", out, "--minutes", 0.1);

        assertThat(demo.succeeds().out())
                .contains("80 pictures to train on and 8 held out, 2 classes", "On 8 held-out pictures: PSNR ")
                .contains(out.resolve("reconstructions.png").toString());
        for (String sheet : new String[] {"reconstructions.png", "samples.png", "losses.png"}) {
            assertThat(ImageIO.read(out.resolve(sheet).toFile())).as(sheet).isNotNull();
        }
        assertThat(out.resolve("log.txt")).content().contains("Done in ");
        assertThat(Tensor.liveCount()).isEqualTo(tensors);
        Invocation.sample(out.resolve("transformer"), folder.resolve("more.png"), "--classes", "discs", "-n", 2)
                .succeeds();
    }

    @Test
    void oneSetIsTranslatedIntoTheOther() throws IOException {
        Path out = folder.resolve("translate");

        Invocation demo = demo("demo-translate", out, "--minutes", 0.1);

        assertThat(demo.succeeds().out())
                .contains("88 pairs of fluent-emoji-flat and noto", " nats a code of held-out");
        assertThat(ImageIO.read(out.resolve("samples.png").toFile())).isNotNull();
    }

    @Test
    void aJarWithoutTheSetIsRefused() {
        demo("demo", folder.resolve("other"), "--set", "twemoji").failsWithOneLine(jar.toString(), "twemoji.json");
    }

    private static Invocation demo(String name, Path out, Object... more) {
        Object[] words = {
            name,
            "--pictures",
            jar,
            "--out",
            out,
            "--size",
            16,
            "--ch",
            32,
            "--ch-mult",
            "1,1",
            "--n-embed",
            16,
            "--n-layer",
            1,
            "--n-head",
            2,
            "--n-embd",
            32
        };
        return Invocation.of(
                Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray());
    }

    /** Discs and tiles in colours and places of their own. */
    private static void write(ZipOutputStream zip, String name, String color) throws IOException {
        String discs = icons("disc", "<circle fill='" + color + "' cx='%d' cy='%d' r='4'/>");
        String tiles = icons("tile", "<rect fill='" + color + "' x='%d' y='%d' width='7' height='5'/>");
        zip.putNextEntry(new ZipEntry("json/" + name + ".json"));
        zip.write(String.format(
                        "{\"prefix\": \"%s\", \"width\": 16, \"height\": 16, \"icons\": {%s, %s},"
                                + " \"categories\": {\"Discs\": [%s], \"Tiles\": [%s]}}",
                        name, discs, tiles, names("disc"), names("tile"))
                .getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String icons(String kind, String body) {
        return IntStream.range(0, PER_KIND)
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "\"%s-%d\": {\"body\": \"%s\"}",
                        kind,
                        i,
                        String.format(Locale.ROOT, body, 5 * i, 4 + i % 8, 4 + i % 7)))
                .collect(Collectors.joining(", "));
    }

    private static String names(String kind) {
        return IntStream.range(0, PER_KIND)
                .mapToObj(i -> "\"" + kind + "-" + i + "\"")
                .collect(Collectors.joining(", "));
    }
}
