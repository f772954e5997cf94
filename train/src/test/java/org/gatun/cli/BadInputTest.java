package org.gatun.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.gatun.torch.Cuda;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users get wrong is told to them in one line, with status 2. */
final class BadInputTest {

    private static final String CHECKPOINT = "checkpoints/last.safetensors";

    @TempDir
    private static Path shared;

    private static Path data;
    private static Path vqgan;
    private static Path transformer;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() throws IOException {
        data = ShapeFolder.write(shared.resolve("data"), 8);
        vqgan = shared.resolve("vqgan");
        transformer = shared.resolve("transformer");
        Invocation.trainVqgan(data, vqgan, "--steps", 1).succeeds();
        Invocation.trainTransformer(data, vqgan, transformer, "--steps", 1).succeeds();
    }

    @Test
    void aFolderWithoutPictures() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Files.writeString(empty.resolve("notes.txt"), "no picture");
        Invocation.trainVqgan(empty, folder.resolve("run")).failsWithOneLine("No pictures in " + empty);
        Invocation.trainTransformer(empty, vqgan, folder.resolve("run")).failsWithOneLine("No pictures in " + empty);
        Invocation.reconstruct(vqgan, empty, folder.resolve("out.png")).failsWithOneLine("No pictures in " + empty);
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void aMissingFolderOfPictures() {
        Path missing = folder.resolve("missing");
        Invocation.trainVqgan(missing, folder.resolve("run")).failsWithOneLine(missing.toString(), "it does not exist");
    }

    @Test
    void anUnknownAdaptiveWeight() {
        Invocation.trainVqgan(data, folder.resolve("run"), "--adaptive-weight", "papre")
                .failsWithOneLine("papre", "reference, paper or none");
    }

    @Test
    void aMissingRun() {
        Path missing = folder.resolve("missing");
        Invocation.sample(missing, folder.resolve("out.png")).failsWithOneLine(missing.toString(), "no such folder");
        Invocation.reconstruct(missing, data, folder.resolve("out.png")).failsWithOneLine(missing.toString());
        Invocation.trainTransformer(data, missing, folder.resolve("run")).failsWithOneLine(missing.toString());
    }

    @Test
    void aFolderThatIsNoRun() {
        Invocation.sample(data, folder.resolve("out.png"))
                .failsWithOneLine(data.toString(), "config.yaml", "last.safetensors");
    }

    @Test
    void theRunOfAnotherStage() {
        Invocation.sample(vqgan, folder.resolve("out.png")).failsWithOneLine("VQModel", "Net2NetTransformer");
    }

    @Test
    void aTruncatedCheckpoint() throws IOException {
        Path run = copyOf(transformer);
        Path checkpoint = run.resolve(CHECKPOINT);
        try (FileChannel channel = FileChannel.open(checkpoint, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }
        Invocation.sample(run, folder.resolve("out.png")).failsWithOneLine(checkpoint.toString());
        assertThat(folder.resolve("out.png")).doesNotExist();
    }

    @Test
    void aCheckpointThatIsSomethingElse() throws IOException {
        Path run = copyOf(vqgan);
        try (FileChannel channel = FileChannel.open(run.resolve(CHECKPOINT), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(64));
        }
        Invocation.reconstruct(run, data, folder.resolve("out.png"))
                .failsWithOneLine(run.resolve(CHECKPOINT).toString());
    }

    @Test
    void aCheckpointOfAnotherShape() throws IOException {
        Path run = copyOf(vqgan);
        Path config = run.resolve("config.yaml");
        String text = Files.readString(config);
        assertThat(text).contains("n_embed: 16");
        Files.writeString(config, text.replace("n_embed: 16", "n_embed: 32"));
        Invocation.reconstruct(run, data, folder.resolve("out.png"))
                .failsWithOneLine(
                        run.resolve(CHECKPOINT).toString(), "of another shape", "quantize.embedding.weight", "[16, 4]");
    }

    @Test
    void aConfigurationThatIsNoYaml() throws IOException {
        Path run = copyOf(vqgan);
        Files.writeString(run.resolve("config.yaml"), "model: [1, 2\n");
        Invocation.reconstruct(run, data, folder.resolve("out.png"))
                .failsWithOneLine(run.resolve("config.yaml").toString());
    }

    @ParameterizedTest
    @CsvSource({"gpu", "cuda:x", "CPU:0", "cuda:-1"})
    void aTextThatIsNoDevice(String device) {
        Invocation.of("sample", "--run", transformer, "--device", device)
                .failsWithOneLine(device, "cpu, cuda or cuda:N");
    }

    @Test
    void aGpuThatIsNotThere() {
        assumeFalse(Cuda.isAvailable(), "this machine has a GPU");
        Invocation.of("sample", "--run", transformer, "--device", "cuda")
                .failsWithOneLine("there is no device cuda:0", "sees 0 GPUs");
    }

    @Test
    void aClassThatIsNotThere() {
        Invocation.sample(transformer, folder.resolve("out.png"), "--classes", "squares,triangles")
                .failsWithOneLine("triangles", "discs, squares");
        Invocation.sample(transformer, folder.resolve("out.png"), "--classes", "2")
                .failsWithOneLine("no class 2");
    }

    @ParameterizedTest
    @CsvSource({
        "--size, 0",
        "--size, 17",
        "--ch, 33",
        "--ch-mult, 0",
        "--num-res-blocks, 0",
        "--n-embed, 0",
        "--embed-dim, -1",
        "--z-channels, 0",
        "--lr, -1",
        "--beta1, 1.5",
        "--threads, 0",
        "--precision, fp8",
        "--crop, left"
    })
    void aBadNumberOrChoiceInTrainingTheFirstStage(String option, String value) {
        Path run = folder.resolve("run");
        Invocation.of("train", "vqgan", "--data", data, "--out", run, "--device", "cpu", "--steps", 1, option, value)
                .failsWithOneLine(value);
        assertThat(run.resolve("config.yaml")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"--steps, 0", "--steps, many", "--minutes, -1", "--minutes, 0", "--minutes, NaN"})
    void aLengthThatIsNone(String option, String value) {
        Path run = folder.resolve("run");
        Invocation.trainVqgan(data, run, option, value).failsWithOneLine(value);
        Invocation.trainTransformer(data, vqgan, run, option, value).failsWithOneLine(value);
        assertThat(run).doesNotExist();
    }

    @Test
    void aBatchOfNothing() {
        Invocation.of("train", "vqgan", "--data", data, "--out", folder.resolve("run"), "--steps", 1, "--batch-size", 0)
                .failsWithOneLine("0");
    }

    @ParameterizedTest
    @CsvSource({
        "--n-layer, 0",
        "--n-head, 3",
        "--n-embd, 0",
        "--dropout, 1.5",
        "--pkeep, -1",
        "--batch-size, 0",
        "--lr, -1"
    })
    void aBadNumberInTrainingTheSecondStage(String option, String value) {
        Path run = folder.resolve("run");
        Invocation.of(
                        "train",
                        "transformer",
                        "--data",
                        data,
                        "--vqgan",
                        vqgan,
                        "--out",
                        run,
                        "--device",
                        "cpu",
                        "--steps",
                        1,
                        option,
                        value)
                .failsWithOneLine(value);
        assertThat(run.resolve("config.yaml")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "--temperature, 0",
        "--temperature, NaN",
        "--top-k, -1",
        "--top-p, 0",
        "--guidance, NaN",
        "-n, 0",
        "-n, x"
    })
    void aBadNumberInSampling(String option, String value) {
        Invocation.sample(transformer, folder.resolve("out.png"), option, value).failsWithOneLine(value);
    }

    @Test
    void anUnknownOptionNamesItAndTheHelp() {
        Invocation.of("train", "vqgan", "--data", data, "--stepz", "3")
                .failsWithOneLine("--stepz", "--steps", "gatun train vqgan --help");
    }

    @Test
    void aMissingOptionNamesIt() {
        Invocation.of("sample").failsWithOneLine("--run");
    }

    @Test
    void anUnknownCommand() {
        Invocation.of("paint").failsWithOneLine("paint", "gatun --help");
    }

    @Test
    void oneHalfOfThePerceptualLoss() {
        Invocation.trainVqgan(data, folder.resolve("run"), "--steps", 1, "--lpips-vgg", "vgg.pth")
                .failsWithOneLine("--lpips-vgg and --lpips-lin belong together");
    }

    @Test
    void missingWeightsOfThePerceptualLoss() {
        Path vgg = folder.resolve("vgg16.pth");
        Invocation.trainVqgan(data, folder.resolve("run"), "--steps", 1, "--lpips-vgg", vgg, "--lpips-lin", vgg)
                .failsWithOneLine(vgg.toString());
    }

    @Test
    void anOutputFolderThatIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Invocation.trainVqgan(data, file, "--steps", 1).failsWithOneLine(file.toString());
        Invocation.sample(transformer, file.resolve("out.png")).failsWithOneLine(file.toString());
    }

    @Test
    void theStackTraceIsForThoseWhoAskForIt() {
        Path missing = folder.resolve("missing");
        Invocation told = Invocation.sample(missing, folder.resolve("out.png"), "--stacktrace");
        assertThat(told.status()).isEqualTo(2);
        assertThat(told.err()).startsWith("gatun: ").contains("\tat org.gatun.", "ConfigException");
    }

    @Test
    void aCorruptPictureAmongGoodOnesIsSkippedWithItsNameAndACount() throws IOException {
        for (String split : new String[] {"train", "val"}) {
            Path corrupt = folder.resolve("split").resolve(split).resolve("discs/corrupt.png");
            ShapeFolder.write(corrupt.getParent().getParent(), 6);
            Files.writeString(corrupt, "this is no picture");
        }
        Path split = folder.resolve("split");
        String[] skipped = {
            "1 unreadable picture skipped: " + split.resolve("train/discs/corrupt.png"),
            "1 unreadable picture skipped: " + split.resolve("val/discs/corrupt.png")
        };
        Path firstRun = folder.resolve("vqgan");
        assertThat(Invocation.trainVqgan(split, firstRun, "--steps", 1)
                        .succeeds()
                        .out())
                .contains(
                        "2 unreadable pictures skipped: " + split.resolve("train/discs/corrupt.png"),
                        split.resolve("val/discs/corrupt.png") + " (not a picture)");
        assertThat(Invocation.trainTransformer(split, firstRun, folder.resolve("transformer"), "--steps", 1)
                        .succeeds()
                        .out())
                .contains(skipped);
    }

    private Path copyOf(Path run) throws IOException {
        Path copy = folder.resolve("run");
        Files.createDirectories(copy.resolve("checkpoints"));
        for (String file : new String[] {"config.yaml", CHECKPOINT}) {
            Files.copy(run.resolve(file), copy.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }
}
