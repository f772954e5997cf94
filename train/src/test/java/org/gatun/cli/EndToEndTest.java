package org.gatun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.gatun.torch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both stages trained on drawn pictures through the command line, and used. */
final class EndToEndTest {

    /** Sheets draw pictures of 16 pixels eight times as large, with this between and around them. */
    private static final int SHOWN = 128;

    private static final int PADDING = 2;
    private static final int PER_CLASS = 12;

    @TempDir
    private static Path folder;

    private static Path data;
    private static Path vqgan;
    private static Path transformer;
    private static Invocation firstStage;
    private static Invocation secondStage;
    private static long tensorsBefore;
    private static long tensorsAfter;

    @BeforeAll
    static void train() throws IOException {
        data = ShapeFolder.write(folder.resolve("data"), PER_CLASS);
        vqgan = folder.resolve("vqgan");
        transformer = folder.resolve("transformer");
        tensorsBefore = Tensor.liveCount();
        firstStage = Invocation.trainVqgan(data, vqgan, "--steps", 30, "--disc-start", 20);
        secondStage = Invocation.trainTransformer(data, vqgan, transformer, "--steps", 30);
        tensorsAfter = Tensor.liveCount();
    }

    @Test
    void trainingTheFirstStageSaysWhatItDidAndHowGoodItIs() {
        assertThat(firstStage.succeeds().out())
                .contains("perceptual loss is off", "fp32 on cpu", "30 steps; held out: PSNR ", vqgan.toString());
    }

    @Test
    void trainingTheFirstStageLeavesItsFiles() throws IOException {
        assertThat(vqgan.resolve("config.yaml")).isNotEmptyFile();
        assertThat(vqgan.resolve("checkpoints/last.safetensors")).isNotEmptyFile();
        assertThat(vqgan.resolve("log.txt")).content().contains("30 steps; held out");
        assertThat(vqgan.resolve("metrics.csv"))
                .content()
                .startsWith("step,name,value\n")
                .contains("\n0,nll_loss,", "\n20,disc_loss,", "\n30,val_psnr,");
        assertThat(vqgan.resolve("tensorboard")).isDirectoryContaining("glob:**/events.out.tfevents.*");
        assertThat(ImageIO.read(vqgan.resolve("losses.png").toFile())).isNotNull();
        assertThat(ImageIO.read(vqgan.resolve("reconstructions.png").toFile()).getHeight())
                .isGreaterThanOrEqualTo(2 * SHOWN);
    }

    @Test
    void trainingTheSecondStageLeavesItsFiles() throws IOException {
        assertThat(secondStage.succeeds().out()).contains("30 steps; held out: ", " nats a code", "64 codes each");
        assertThat(transformer.resolve("config.yaml")).content().contains("discs", "squares");
        assertThat(transformer.resolve("checkpoints/last.safetensors")).isNotEmptyFile();
        assertThat(transformer.resolve("metrics.csv")).content().contains("\n0,loss,", ",val_loss,");
        assertSheet(transformer.resolve("samples.png"), 8, 2);
    }

    @Test
    void trainingLeavesNoTensorBehind() {
        assertThat(tensorsAfter).isEqualTo(tensorsBefore);
    }

    @Test
    void trainingTheFirstStageAgainWithTheSameSeedGivesTheSameWeights() throws IOException {
        Path again = folder.resolve("again");
        Invocation.trainVqgan(data, again, "--steps", 30, "--disc-start", 20).succeeds();
        assertThat(again.resolve("checkpoints/last.safetensors"))
                .hasSameBinaryContentAs(vqgan.resolve("checkpoints/last.safetensors"));
    }

    @Test
    void theDiscriminatorIsThatOfTheOptions() {
        Path run = folder.resolve("lecam");
        Invocation.trainVqgan(data, run, (Object[]) ("--steps 2 --disc-start 0 --disc-warmup 0 --disc-loss vanilla"
                                + " --adaptive-weight none --lecam-weight 0.001")
                        .split(" "))
                .succeeds();
        assertThat(run.resolve("config.yaml"))
                .content()
                .contains("disc_loss: vanilla", "adaptive_weight: none", "lecam_weight: 0.001");
        assertThat(run.resolve("metrics.csv")).content().contains("\n0,lecam_loss,");
    }

    @Test
    void theSameSeedSamplesTheSamePicturesAndAnotherOthers() {
        Path first = sample("first.png", "-n", 3, "--seed", 1);
        Path same = sample("same.png", "-n", 3, "--seed", 1);
        Path other = sample("other.png", "-n", 3, "--seed", 2);
        assertThat(same).hasSameBinaryContentAs(first);
        assertThat(contentOf(other)).isNotEqualTo(contentOf(first));
    }

    @Test
    void aSheetHasARowForEachClassAskedFor() throws IOException {
        assertSheet(sample("both.png", "-n", 3), 3, 2);
        assertSheet(sample("squares.png", "-n", 3, "--classes", "squares"), 3, 1);
    }

    @Test
    void aClassIsCalledByItsNameOrItsNumber() {
        assertThat(sample("number.png", "-n", 2, "--classes", "1"))
                .hasSameBinaryContentAs(sample("name.png", "-n", 2, "--classes", "squares"));
    }

    @Test
    void guidedSamplingWorksThroughTheCommandLine() throws IOException {
        assertSheet(sample("guided.png", "-n", 2, "--guidance", 2, "--top-k", 4, "--top-p", 0.9), 2, 2);
    }

    @Test
    void aFolderIsReconstructedByTheTrainedFirstStage() throws IOException {
        Path sheet = folder.resolve("sheets/reconstructed.png");
        Invocation reconstruction = Invocation.reconstruct(vqgan, data, sheet).succeeds();
        assertThat(reconstruction.out()).startsWith("24 pictures: PSNR ").contains(sheet.toString());
        BufferedImage drawn = ImageIO.read(sheet.toFile());
        assertThat(drawn.getWidth()).isEqualTo(PADDING + 8 * (SHOWN + PADDING));
        assertThat(drawn.getHeight()).isGreaterThanOrEqualTo(6 * SHOWN);
    }

    @Test
    void usingTrainedModelsLeavesNoTensorBehind() {
        long before = Tensor.liveCount();
        sample("leak.png", "-n", 1);
        Invocation.reconstruct(vqgan, data, folder.resolve("leak-reconstructed.png"))
                .succeeds();
        assertThat(Tensor.liveCount()).isEqualTo(before);
    }

    private static Path sample(String name, Object... options) {
        Path sheet = folder.resolve(name);
        Invocation.sample(transformer, sheet, options).succeeds();
        return sheet;
    }

    private static byte[] contentOf(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The names of the classes stand left of the pictures. */
    private static void assertSheet(Path sheet, int columns, int rows) throws IOException {
        BufferedImage drawn = ImageIO.read(sheet.toFile());
        assertThat(drawn.getHeight()).isEqualTo(PADDING + rows * (SHOWN + PADDING));
        assertThat(drawn.getWidth())
                .isBetween(PADDING + columns * (SHOWN + PADDING), PADDING + columns * (SHOWN + PADDING) + 2 * SHOWN);
    }
}
