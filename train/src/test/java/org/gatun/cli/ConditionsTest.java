package org.gatun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.gatun.checkpoint.StateFile;
import org.gatun.checkpoint.WeightFile;
import org.gatun.config.ProjectConfig;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Transformers of every condition, trained and sampled through the command line. */
final class ConditionsTest {

    private static final int LABELS = 3;

    @TempDir
    private static Path folder;

    private static Path data;
    private static Path maps;
    private static Path vqgan;
    private static Path mapVqgan;
    private static int runs;

    @BeforeAll
    static void trainTheFirstStages() throws IOException {
        data = ShapeFolder.write(folder.resolve("data"), 6);
        maps = folder.resolve("maps");
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                save(map(ImageIO.read(file.toFile())), maps.resolve(data.relativize(file)));
            }
        }
        vqgan = folder.resolve("vqgan");
        mapVqgan = folder.resolve("map-vqgan");
        Invocation.trainVqgan(data, vqgan, "--steps", 2).succeeds();
        Invocation.trainVqgan(maps, mapVqgan, "--steps", 2, "--kind", "segmentation", "--labels", LABELS)
                .succeeds();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mingpt", "llama"})
    void aTransformerOfSegmentationMapsDrawsPicturesOfAnySizeFromThem(String variant) throws IOException {
        Path run = train("--cond-vqgan", mapVqgan, "--cond-data", maps, "--variant", variant);
        Path sheet = folder.resolve(variant + ".png");
        Path map = maps.resolve("discs/00.png");

        Invocation whole = Invocation.sample(run, sheet, "--cond", map, "-n", 2, "--guidance", 2);
        Invocation large = Invocation.sample(run, sheet, "--cond", map, "-n", 1, "--size", "24x32", "--guidance", 2);

        assertThat(whole.succeeds().out()).startsWith("2 pictures in ").contains("tokens/s", "GB/s (measured)");
        assertThat(large.succeeds().out()).startsWith("1 picture in ");
        BufferedImage single =
                ImageIO.read(folder.resolve(variant).resolve("00/000000.png").toFile());
        assertThat(single.getWidth()).isEqualTo(32);
        assertThat(single.getHeight()).isEqualTo(24);
        assertThat(run.resolve("config.yaml"))
                .content()
                .contains("cond_stage_key: segmentation", "VQSegmentationModel", "cond_dropout: 0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "coordinates"})
    void aTransformerWithoutAPictureAsConditionDrawsLargePictures(String condition) throws IOException {
        Path run = train("--condition", condition);
        Path sheet = folder.resolve(condition + ".png");

        Invocation.sample(run, sheet, "-n", 3, "--batch-size", 2).succeeds();
        Invocation.sample(run, sheet, "-n", 1, "--size", 20).succeeds();

        assertThat(ImageIO.read(folder.resolve(condition).resolve("000000.png").toFile())
                        .getWidth())
                .isEqualTo(20);
    }

    @Test
    void aTransformerEnlargesPicturesFromASmallerCopy() throws IOException {
        Path run = train("--condition", "self", "--cond-size", 8);
        Path sheet = folder.resolve("self.png");
        Path picture = data.resolve("discs/00.png");

        Invocation.sample(run, sheet, "--cond", picture, "-n", 1).succeeds();
        Invocation.sample(run, sheet, "--cond", picture, "-n", 1, "--size", 20).succeeds();

        assertThat(run.resolve("config.yaml")).content().contains("__is_first_stage__", "downsample_cond_size: 8");
        assertThat(ImageIO.read(folder.resolve("self/00/000000.png").toFile()).getWidth())
                .isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"subsample", "random"})
    void aTransformerInAnotherOrderIsSampledAsItWasTrained(String order) {
        Path run = train("--permuter", order);

        Invocation.sample(run, folder.resolve("order.png"), "-n", 1).succeeds();
        Invocation.sample(run, folder.resolve("order.png"), "-n", 1, "--size", 32)
                .failsWithOneLine("sliding window");
    }

    @Test
    void theKeptPartOfACompletedPictureHasItsCodes() throws IOException {
        Path run = train("--condition", "none");
        Path picture = data.resolve("squares/01.png");
        Invocation.sample(run, folder.resolve("kept.png"), "-n", 2, "--complete", picture, "--keep", "top-half")
                .succeeds();
        // All kept but the last row of codes.
        Invocation.sample(run, folder.resolve("most.png"), "-n", 2, "--complete", picture, "--keep", "0,0,1,0.875")
                .succeeds();

        BufferedImage first = ImageIO.read(folder.resolve("most/000000.png").toFile());
        BufferedImage second = ImageIO.read(folder.resolve("most/000001.png").toFile());
        assertThat(first.getWidth()).isEqualTo(ShapeFolder.SIZE);
        assertThat(second.getWidth()).isEqualTo(ShapeFolder.SIZE);
        Invocation.sample(run, folder.resolve("all.png"), "--complete", picture, "--keep", "1")
                .failsWithOneLine("all of the 8x8 codes");
        Invocation.sample(run, folder.resolve("all.png"), "--complete", picture, "--keep", "upper")
                .failsWithOneLine("--keep upper");
    }

    @Test
    void codesAreFoundAgainByAnotherRun() {
        Path codes = folder.resolve("codes");
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");

        Invocation.trainTransformer(data, vqgan, first, "--steps", 2, "--codes", codes, "--crops", 2)
                .succeeds();
        Invocation again =
                Invocation.trainTransformer(data, vqgan, second, "--steps", 2, "--codes", codes, "--crops", 2);

        assertThat(again.succeeds().out()).contains(codes.resolve("train.safetensors") + " has them already");
        assertThat(second.resolve("checkpoints/last.safetensors"))
                .hasSameBinaryContentAs(first.resolve("checkpoints/last.safetensors"));
    }

    @Test
    void picturesAreEncodedOnTheFly() {
        Path run = folder.resolve("fly");

        assertThat(Invocation.trainTransformer(data, vqgan, run, "--steps", 2, "--on-the-fly", "--crops", 1)
                        .succeeds()
                        .out())
                .contains("encoded each time anew");
    }

    @Test
    void aFolderOfTheReferenceIsSampled() throws IOException {
        Path trained = train("--condition", "self", "--cond-size", 8, "--cond-dropout", 0);
        Path logs = folder.resolve("logs/2020-11-20T12-54-32_self");
        Files.createDirectories(logs.resolve("configs"));
        Files.createDirectories(logs.resolve("checkpoints"));
        Files.copy(trained.resolve("config.yaml"), logs.resolve("configs/2020-11-20T12-54-32-project.yaml"));
        // The reference writes the first stage twice where it is the condition's, too, and masks as buffers.
        try (TensorScope _ = TensorScope.open()) {
            WeightFile file = WeightFile.open(trained.resolve("checkpoints/last.safetensors"));
            Map<String, Tensor> state = new LinkedHashMap<>();
            file.tensors().forEach((name, stored) -> {
                Tensor tensor = Tensor.copyOf(stored.data(), stored.dtype(), stored.shape());
                state.put(name, tensor);
                state.put(name.replaceFirst("^first_stage_model", "cond_stage_model"), tensor);
            });
            state.put("transformer.blocks.0.attn.mask", Tensor.of(new float[] {1}, 1));
            StateFile.save(logs.resolve("checkpoints/last.ckpt"), state, Map.of());
        }

        Invocation.of(
                        "sample",
                        "-r",
                        logs,
                        "-o",
                        folder.resolve("reference"),
                        "-n",
                        2,
                        "-k",
                        4,
                        "-t",
                        0.9,
                        "-p",
                        0.9,
                        "--batch-size",
                        1,
                        "--device",
                        "cpu",
                        "--cond",
                        data.resolve("discs/00.png"))
                .succeeds();

        assertThat(folder.resolve("reference/samples.png")).isNotEmptyFile();
        assertThat(folder.resolve("reference/00/000001.png")).isNotEmptyFile();
    }

    @Test
    void aConfigurationDecidesTheShape() {
        Path run = train("--condition", "none", "--permuter", "alternate");
        String yaml = ProjectConfig.load(run.resolve("config.yaml")).toYaml();

        Path other = folder.resolve("configured");
        Invocation.configuredTransformer(data, vqgan, other, run.resolve("config.yaml"))
                .succeeds();

        assertThat(ProjectConfig.load(other.resolve("config.yaml")).toYaml()).isEqualTo(yaml);
    }

    @Test
    void whatIsMissingIsSaid() {
        Path run = train("--cond-vqgan", mapVqgan, "--cond-data", maps, "--cond-dropout", 0);
        Path sheet = folder.resolve("no.png");

        Invocation.sample(run, sheet).failsWithOneLine("--cond");
        Invocation.sample(run, sheet, "--classes", 1).failsWithOneLine("--classes");
        Invocation.sample(run, sheet, "--cond", maps.resolve("discs/00.png"), "--guidance", 2)
                .failsWithOneLine("cond_dropout");
        Invocation.sample(run, sheet, "--cond", maps.resolve("discs/00.png"), "--size", 33)
                .failsWithOneLine("--size 33");
        Invocation.trainTransformer(data, vqgan, folder.resolve("x"), "--steps", 1, "--cond-vqgan", mapVqgan)
                .failsWithOneLine("--cond-data");
        Invocation.trainTransformer(data, vqgan, folder.resolve("x"), "--steps", 1, "--condition", "self")
                .failsWithOneLine("--cond-size");
        Invocation.trainTransformer(data, vqgan, folder.resolve("x"), "--steps", 1, "--condition", "mood")
                .failsWithOneLine("mood");
    }

    @Test
    void aConfigurationThatWantsToBeginFromOtherWeightsIsRefused() throws IOException {
        Path run = train("--cond-dropout", 0);
        String yaml = Files.readString(run.resolve("config.yaml"));
        Path config = Files.writeString(
                folder.resolve("tuned.yaml"), yaml.replaceFirst("(?m)^  params:\n", "$0    ckpt_path: other.ckpt\n"));

        Invocation.configuredTransformer(data, vqgan, folder.resolve("tuned"), config)
                .failsWithOneLine("ckpt_path", "other.ckpt");
    }

    @Test
    void whatAConfigurationTakesThePlaceOfIsRefused() {
        Path config = train("--condition", "none").resolve("config.yaml");
        Path other = folder.resolve("other");

        Invocation.configuredTransformer(data, vqgan, other, config, "--n-layer", 2)
                .failsWithOneLine("--n-layer has no meaning beside --config");
        Invocation.configuredTransformer(data, vqgan, other, config, "--cond-dropout", 0.2)
                .failsWithOneLine("--cond-dropout has no meaning beside --config");
        Invocation.configuredTransformer(data, vqgan, other, config, "--cond-vqgan", mapVqgan, "--cond-data", maps)
                .failsWithOneLine("--cond-vqgan and --cond-data have no meaning");
        Invocation.configuredTransformer(data, vqgan, other, config, "--cond-data", maps)
                .failsWithOneLine("--cond-vqgan and --cond-data have no meaning");
    }

    /** Its samples could not be drawn, which would be noticed in the middle of the run. */
    @Test
    void allCodesAtOnceNeedAConditionOfAsManyTokens() {
        Invocation.trainTransformer(data, vqgan, folder.resolve("x"), "--steps", 1, "--pkeep", 0)
                .failsWithOneLine("pkeep 0", "1 of 64 codes");
    }

    /** Pictures would be taken for maps of as many channels, without a word. */
    @Test
    void picturesAreNotDrawnWithAVqganOfMaps() {
        Invocation.trainTransformer(data, mapVqgan, folder.resolve("x"), "--steps", 1)
                .failsWithOneLine(mapVqgan.toString(), "VQGAN of maps");
    }

    @ParameterizedTest
    @CsvSource({"--cond-data, .", "--cond-size, 8", "--n-kv-head, 1"})
    void anOptionWithoutWhatItBelongsToIsRefused(String option, String value) {
        Invocation.trainTransformer(data, vqgan, folder.resolve("x"), "--steps", 1, option, value)
                .failsWithOneLine(option);
    }

    private static Path train(Object... options) {
        Path run = folder.resolve("run-" + runs++);
        Object[] words =
                Stream.concat(Stream.of("--steps", 2), Stream.of(options)).toArray();
        Invocation.trainTransformer(data, vqgan, run, words).succeeds();
        assertThat(run.resolve("samples.png")).isNotEmptyFile();
        return run;
    }

    /** White, blue and red pixels as classes. */
    private static BufferedImage map(BufferedImage picture) {
        BufferedImage map = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < map.getHeight(); y++) {
            for (int x = 0; x < map.getWidth(); x++) {
                int rgb = picture.getRGB(x, y);
                boolean red = (rgb >> 16 & 0xFF) > 127;
                boolean blue = (rgb & 0xFF) > 127;
                map.getRaster().setSample(x, y, 0, red && blue ? 0 : blue ? 1 : 2);
            }
        }
        return map;
    }

    private static void save(BufferedImage image, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }
}
