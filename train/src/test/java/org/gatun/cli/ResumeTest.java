package org.gatun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs through the command line that go on from a checkpoint in the middle of an epoch. */
final class ResumeTest {

    private static final String METRICS = "metrics.csv";
    private static final String WEIGHTS = "checkpoints/last.safetensors";
    private static final int STEPS = 14;

    @TempDir
    private static Path folder;

    private static Path data;
    private static Path vqgan;

    @BeforeAll
    static void train() throws IOException {
        data = ShapeFolder.write(folder.resolve("data"), 12);
        vqgan = folder.resolve("vqgan");
        vqgan(vqgan).succeeds();
    }

    /** A checkpoint after step 7, when the fifth of an epoch's batches has been; the discriminator is in. */
    private static Invocation vqgan(Path out, Object... more) {
        Object[] options = {"--steps", STEPS, "--disc-start", 4, "--save-every", 7, "--log-every", 2};
        return Invocation.trainVqgan(
                data, out, Stream.of(options, more).flatMap(Stream::of).toArray());
    }

    private static Invocation transformer(Path out, Object... more) {
        return transformer(vqgan, out, more);
    }

    private static Invocation transformer(Path vqgan, Path out, Object... more) {
        Object[] options = {"--steps", STEPS, "--pkeep", 0.8, "--dropout", 0.1, "--save-every", 7, "--log-every", 2};
        return Invocation.trainTransformer(
                data, vqgan, out, Stream.of(options, more).flatMap(Stream::of).toArray());
    }

    /** The run as it was after step 7, with numbers in its CSV that were measured after its last checkpoint. */
    private static Path brokenOff(Path run) throws IOException {
        Path copy = run.resolveSibling(run.getFileName() + "-broken-off");
        for (Path file : files(run)) {
            Path target = copy.resolve(run.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        Files.delete(copy.resolve(WEIGHTS));
        Files.delete(copy.resolve("checkpoints/training/step-0000000%d.safetensors".formatted(STEPS)));
        return copy;
    }

    private static List<Path> files(Path run) throws IOException {
        try (Stream<Path> files = Files.walk(run)) {
            return files.filter(Files::isRegularFile)
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    private static void assertSameRun(Path actual, Path expected) {
        assertThat(actual.resolve(METRICS)).hasSameTextualContentAs(expected.resolve(METRICS));
        assertThat(actual.resolve(WEIGHTS)).hasSameBinaryContentAs(expected.resolve(WEIGHTS));
    }

    @Test
    void aFirstStageGoesOnExactlyAsAnUnbrokenRun() throws IOException {
        Path resumed = brokenOff(vqgan);
        assertThat(vqgan(resumed, "--resume").succeeds().out()).contains("Going on after step 7");
        assertSameRun(resumed, vqgan);
    }

    @Test
    void averagedWeightsAndPartsOfABatchGoOnExactly() throws IOException {
        Object[] options = {"--order", "reference", "--ema", 0.9, "--grad-clip", 1, "--accumulate", 2};
        Path unbroken = folder.resolve("averaged");
        vqgan(unbroken, options).succeeds();
        assertThat(unbroken.resolve(METRICS)).content().isNotEqualTo(Files.readString(vqgan.resolve(METRICS)));
        Path resumed = brokenOff(unbroken);
        vqgan(resumed, Stream.concat(Stream.of(options), Stream.of("--resume")).toArray())
                .succeeds();
        assertSameRun(resumed, unbroken);
    }

    @Test
    void aSecondStageGoesOnExactlyAsAnUnbrokenRun() throws IOException {
        Path unbroken = folder.resolve("transformer");
        transformer(unbroken).succeeds();
        Path resumed = brokenOff(unbroken);
        assertThat(transformer(resumed, "--resume").succeeds().out()).contains("Going on after step 7");
        assertSameRun(resumed, unbroken);
    }

    /** Its best weights would be those of codes that mean something else by now. */
    @Test
    void aSecondStageDoesNotGoOnOverAnotherFirstStage() {
        Path trained = folder.resolve("over-one");
        transformer(trained).succeeds();
        Path another = folder.resolve("another");
        vqgan(another, "--seed", 1).succeeds();

        transformer(another, trained, "--resume").failsWithOneLine("weights of the VQGAN", "begin another run");
    }

    @Test
    void aRunThatAnotherProcessIsAtWorkOnIsRefused() {
        Path run = folder.resolve("busy");
        PrintWriter out = new PrintWriter(new StringWriter());
        try (Narrator _ = new Narrator(out, run.resolve("log.txt"))) {
            vqgan(run).failsWithOneLine("another process", "log.txt");
        }
        vqgan(run).succeeds();
    }

    @Test
    void aNewRunDoesNotBeginInTheFolderOfAnother() {
        vqgan(vqgan).failsWithOneLine(vqgan.toString(), "--resume", "--out");
    }

    @Test
    void aRunThatIsOverSaysHowGoodItIsOnceMore() throws IOException {
        Path over = folder.resolve("over");
        vqgan(over).succeeds();
        assertThat(vqgan(over, "--resume").succeeds().out()).contains("Going on after step " + STEPS, "held out: PSNR");
    }

    @Test
    void aRunOfAnotherNetworkDoesNotGoOn() {
        vqgan(vqgan, "--num-res-blocks", 2, "--resume")
                .failsWithOneLine(
                        "another network", "config.yaml", "model.params.ddconfig.num_res_blocks was 1 and is 2");
    }
}
