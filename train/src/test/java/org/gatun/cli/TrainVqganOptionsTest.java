package org.gatun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is chosen on the command line of {@code gatun train vqgan}: quantizers and cures, measurements, the rate. */
final class TrainVqganOptionsTest {

    @TempDir
    private static Path shared;

    private static Path data;

    @TempDir
    private Path folder;

    @BeforeAll
    static void draw() throws IOException {
        data = ShapeFolder.write(shared, 6);
    }

    private Invocation train(Path run, int steps, String options) {
        Object[] words = ("--steps " + steps + " " + options).split(" ");
        return Invocation.trainVqgan(data, run, words);
    }

    @ParameterizedTest
    @CsvSource({
        "--quantizer nearest --legacy --kmeans-batches 2 --restart-after 2 --gradient rotation, VQModel",
        "--quantizer normalized --simvq --entropy-ratio 0.1 --entropy-temperature 0.1, VQModel",
        "--quantizer ema --ema-decay 0.9 --beta 1 --restart-after 2 --kmeans-batches 2, EMAVQ",
        "--quantizer gumbel --kl-weight 0.01 --temperature-steps 5, GumbelVQ"
    })
    void aModelOfEveryKindIsTrainedAndUsed(String options, String target) {
        Path run = folder.resolve("run");
        train(run, 4, options).succeeds();

        assertThat(run.resolve("config.yaml")).content().contains("target: taming.models.vqgan." + target + "\n");
        Invocation.reconstruct(run, data, folder.resolve("sheet.png")).succeeds();
    }

    @Test
    void theCodebooksUseOverAnEpochIsMeasured() {
        train(folder, 11, "").succeeds(); // ten pictures to learn from, four a step: three epochs
        assertThat(folder.resolve("metrics.csv"))
                .content()
                .contains("\n10,epoch_codebook_usage,", "\n10,epoch_perplexity,", "\n10,perplexity,");
    }

    @Test
    void beforeThereAreCodesTheirUseIsNotMeasured() {
        train(folder, 11, "--kmeans-batches 5").succeeds();
        assertThat(folder.resolve("metrics.csv"))
                .content()
                .contains("\n0,nll_loss,", "\n10,codebook_usage,")
                .doesNotContain("\n0,codebook_usage,", "\n0,perplexity,");
    }

    @Test
    void aWiderNetworkLearnsInSmallerSteps() {
        assertThat(train(folder.resolve("32"), 1, "").succeeds().out()).contains("; learning rate 3.0e-04;");
        Path wide = folder.resolve("64");
        Invocation run = Invocation.of(
                "train", "vqgan", "--data", data, "--out", wide, "--device", "cpu", "--steps", 1, "--ch", 64);
        assertThat(run.succeeds().out()).contains("; learning rate 1.5e-04;");
    }

    @Test
    void measurementsComeAtTheStepsAskedForAndAtTheEnd() {
        train(folder, 5, "--eval-every 3").succeeds();
        assertThat(folder.resolve("metrics.csv"))
                .content()
                .contains("\n3,val_psnr,", "\n5,val_psnr,")
                .doesNotContain("\n1,val_psnr,", "\n2,val_psnr,", "\n4,val_psnr,");
    }

    /** As the reference's configs/custom_vqgan.yaml, but small. */
    private Path configuration(String perceptualWeight, String more) throws IOException {
        return Files.writeString(folder.resolve("vqgan.yaml"), """
                model:
                  base_learning_rate: 4.5e-6
                  target: taming.models.vqgan.VQModel
                  params:
                    embed_dim: 8
                    n_embed: 16
                    %s
                    ddconfig: {double_z: false, z_channels: 8, resolution: 16, in_channels: 3, out_ch: 3, ch: 32, ch_mult: [1, 1],
                        num_res_blocks: 1, attn_resolutions: [8], dropout: 0.0}
                    lossconfig:
                      target: taming.modules.losses.vqperceptual.VQLPIPSWithDiscriminator
                      params: {disc_conditional: false, disc_in_channels: 3, disc_num_layers: 1, disc_start: 2, disc_weight: 0.8,
                          codebook_weight: 1.0, perceptual_weight: %s}
                data:
                  target: main.DataModuleFromConfig
                """.formatted(more, perceptualWeight));
    }

    private Invocation configured(Path file, String options) {
        String words = "--steps 4 --batch-size 4 --accumulate 2 --log-every 1 --device cpu " + options;
        List<Object> all = new ArrayList<>(List.of("train", "vqgan", "--data", data, "--out", folder.resolve("run")));
        all.addAll(List.of("--config", file));
        all.addAll(List.of(words.strip().split(" ")));
        return Invocation.of(all.toArray());
    }

    @Test
    void theReferencesConfigurationIsTrained() throws IOException {
        Path file = configuration("0.0", "monitor: val/rec_loss");
        assertThat(configured(file, "").succeeds().out())
                .contains("; learning rate 3.6e-05;") // of the eight pictures of a step
                .doesNotContain("no discriminator");
        assertThat(folder.resolve("run/config.yaml")).content().contains("n_embed: 16\n", "disc_start: 2\n");
        assertThat(folder.resolve("run/metrics.csv")).content().contains("\n3,disc_loss,");
        Invocation.reconstruct(folder.resolve("run"), data, folder.resolve("sheet.png"))
                .succeeds();
    }

    @Test
    void whatAConfigurationCannotHaveIsAnError() throws IOException {
        configured(configuration("1.0", "monitor: val/rec_loss"), "")
                .failsWithOneLine("perceptual_weight: 1.0", "--lpips-vgg");
        configured(configuration("0.0", "ckpt_path: last.ckpt"), "").failsWithOneLine("ckpt_path: last.ckpt");
        for (String replaced : List.of("--ch 64", "--kind depth", "--disc-start 3", "--quantizer ema")) {
            configured(configuration("0.0", "image_key: image"), replaced)
                    .failsWithOneLine(replaced.split(" ")[0] + " has no meaning beside --config");
        }
    }

    @Test
    void anUnknownQuantizerIsAnErrorThatNamesTheKnownOnes() {
        train(folder, 1, "--quantizer fsq")
                .failsWithOneLine("--quantizer", "fsq", "NEAREST", "NORMALIZED", "EMA", "GUMBEL");
    }

    @ParameterizedTest
    @CsvSource({
        "--quantizer gumbel --restart-after 5, --restart-after has no meaning for --quantizer gumbel",
        "--quantizer ema --simvq, --simvq has no meaning for --quantizer ema",
        "--legacy, --legacy has no meaning for --quantizer normalized",
        "--quantizer nearest --kl-weight 1, --kl-weight has no meaning for --quantizer nearest",
        "--simvq --restart-after 5, the codes of simvq are frozen",
        "--quantizer ema --ema-decay 1, decay must be in",
        "--restart-after -1, must not be negative",
        "--eval-every 0, at least 1 step"
    })
    void whatDoesNotFitTogetherIsAnError(String options, String message) {
        train(folder.resolve("run"), 1, options).failsWithOneLine(message);
    }
}
