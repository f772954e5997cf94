package org.gatun.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.gatun.gpt.AlternateParsingOrder;
import org.gatun.gpt.CodeOrder;
import org.gatun.gpt.CoordinateCondition;
import org.gatun.gpt.GptConfig;
import org.gatun.gpt.GptVariant;
import org.gatun.gpt.RandomOrder;
import org.gatun.gpt.SpiralOrder;
import org.gatun.gpt.SubsampleOrder;
import org.gatun.gpt.ZCurveOrder;
import org.gatun.vqgan.AdaptiveWeight;
import org.gatun.vqgan.AdversarialConfig;
import org.gatun.vqgan.AutoencoderConfig;
import org.gatun.vqgan.DiscriminatorLoss;
import org.gatun.vqgan.FixedWeight;
import org.gatun.vqgan.GeneratorWeight;
import org.gatun.vqgan.LossConfig;
import org.gatun.vqgan.ReconstructionTerm;
import org.gatun.vqgan.VqModelConfig;
import org.gatun.vqgan.quantize.AntiCollapse;
import org.gatun.vqgan.quantize.EntropyLoss;
import org.gatun.vqgan.quantize.GradientEstimator;
import org.gatun.vqgan.quantize.QuantizerConfig;
import org.gatun.vqgan.quantize.UnknownIndex;
import org.gatun.vqgan.quantize.WarmUpCosineSchedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read back equal. */
class RoundTripTest {

    private static final AutoencoderConfig AUTOENCODER =
            new AutoencoderConfig(64, 3, List.of(1, 2), 2, List.of(), 0.1, 1, 32, 48, true);

    private static void assertRoundTrip(ProjectConfig config) {
        assertThat(ProjectConfig.parse(config.toYaml(), "written.yaml")).isEqualTo(config);
    }

    private static FirstStageSettings firstStage(FirstStageClass type, QuantizerConfig quantizer, LossSettings loss) {
        return new FirstStageSettings(
                type,
                AUTOENCODER,
                quantizer,
                loss,
                InitialWeights.RANDOM,
                "image",
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                type == FirstStageClass.VQ_SEGMENTATION_MODEL ? OptionalInt.of(182) : OptionalInt.empty());
    }

    private static final QuantizerConfig REFERENCE_CODEBOOK = new QuantizerConfig.Nearest(512, 16, 0.25, true);

    private static LossSettings loss(GeneratorWeight generatorWeight, DiscriminatorLoss discLoss) {
        AdversarialConfig adversarial = new AdversarialConfig(
                5_000_000_000L, 7, 0.5, 0.75, generatorWeight, discLoss, 0.001, true, 4, 32, 2, true);
        return new LossSettings.VqLpipsWithDiscriminator(
                new LossConfig(new ReconstructionTerm.Pixels(0), 0.9, adversarial), 0.25);
    }

    static Stream<ModelSettings> models() {
        List<ModelSettings> models = new ArrayList<>();
        LossSettings dummy = new LossSettings.Dummy();
        AntiCollapse allCures = new AntiCollapse(false, 4, 30, GradientEstimator.ROTATION);
        for (QuantizerConfig config : List.of(
                new QuantizerConfig.Nearest(512, 16, 0.25, true),
                new QuantizerConfig.Nearest(512, 16, 0.25, false),
                new QuantizerConfig.Nearest(512, 16, 1, true),
                new QuantizerConfig.Normalized(512, 8, 0.25, 0),
                new QuantizerConfig.Normalized(512, 8, 0.5, 100),
                new QuantizerConfig.Normalized(512, 8, 0.5, new EntropyLoss(0.1, 0.02), allCures),
                new QuantizerConfig.Nearest(512, 8, 0.25, true, allCures),
                new QuantizerConfig.Nearest(
                        512, 8, 0.25, true, new AntiCollapse(true, 0, 0, GradientEstimator.STRAIGHT_THROUGH)))) {
            models.add(firstStage(FirstStageClass.VQ_MODEL, config, dummy));
        }
        models.add(
                firstStage(FirstStageClass.VQ_NO_DISC_MODEL, REFERENCE_CODEBOOK, new LossSettings.VqLpips(0.5, 0.25)));
        models.add(firstStage(FirstStageClass.VQ_SEGMENTATION_MODEL, REFERENCE_CODEBOOK, new LossSettings.Bce()));
        models.add(firstStage(
                FirstStageClass.VQ_SEGMENTATION_MODEL, REFERENCE_CODEBOOK, new LossSettings.BceWithQuant(0.5)));
        for (QuantizerConfig config : List.of(
                new QuantizerConfig.MovingAverage(64, 8, 0.25),
                new QuantizerConfig.MovingAverage(64, 8, 1, 0.8, 0.1, allCures))) {
            models.add(firstStage(FirstStageClass.EMA_VQ, config, dummy));
        }
        WarmUpCosineSchedule temperature = new WarmUpCosineSchedule(0, 1e-6, 0.9, 0.8, 1_000_001);
        for (boolean straightThrough : List.of(true, false)) {
            QuantizerConfig gumbel = new QuantizerConfig.Gumbel(64, 8, 1e-8, straightThrough, temperature);
            models.add(firstStage(FirstStageClass.GUMBEL_VQ, gumbel, dummy));
        }
        for (GeneratorWeight weight : List.of(
                AdaptiveWeight.REFERENCE, AdaptiveWeight.PAPER, new AdaptiveWeight(1e-5, 1e300), new FixedWeight())) {
            for (DiscriminatorLoss discLoss : DiscriminatorLoss.values()) {
                models.add(firstStage(FirstStageClass.VQ_MODEL, REFERENCE_CODEBOOK, loss(weight, discLoss)));
            }
        }
        for (UnknownIndex unknown :
                List.of(new UnknownIndex.Random(), new UnknownIndex.Extra(), new UnknownIndex.Fixed(3))) {
            models.add(new FirstStageSettings(
                    FirstStageClass.VQ_MODEL,
                    AUTOENCODER,
                    REFERENCE_CODEBOOK,
                    dummy,
                    new InitialWeights(Optional.of("logs/a b/#1: last.ckpt"), List.of("loss", "1.0")),
                    "depth",
                    OptionalInt.of(3),
                    Optional.of("val/rec_loss"),
                    Optional.of(new RemapSettings("used.npy", unknown)),
                    true,
                    OptionalInt.empty()));
        }
        FirstStageSettings first = FirstStageSettings.vqModel(
                new VqModelConfig(AUTOENCODER, new QuantizerConfig.Normalized(512, 8, 0.25, 100)),
                LossConfig.reference(450));
        models.add(first);
        GptConfig gpt = new GptConfig(1024, 512, 3, 2, 64, 0.1, 0.2, 0.3, 16);
        for (ConditionSettings condition : List.of(
                new ConditionSettings.Unconditional(),
                new ConditionSettings.FirstStage(),
                new ConditionSettings.Picture(first),
                new ConditionSettings.Coordinates(new CoordinateCondition(1024, 16)),
                new ConditionSettings.ClassLabel(1001),
                new ConditionSettings.StartToken(5),
                new ConditionSettings.Given("objects_bbox"))) {
            models.add(SecondStageSettings.of(gpt, first, condition, "label"));
        }
        for (CodeOrder order : List.of(
                new SubsampleOrder(),
                new ZCurveOrder(),
                new SpiralOrder(SpiralOrder.Direction.OUT),
                new SpiralOrder(SpiralOrder.Direction.IN),
                new RandomOrder(),
                new AlternateParsingOrder())) {
            models.add(new SecondStageSettings(
                    gpt,
                    first,
                    new ConditionSettings.FirstStage(),
                    new PermuterSettings.Permuted(order, 16, 8),
                    new InitialWeights(Optional.of("x.ckpt"), List.of("a")),
                    "picture",
                    "depth",
                    64,
                    0.9,
                    3,
                    true,
                    16,
                    0.1));
        }
        models.add(SecondStageSettings.of(
                gpt.withVariant(new GptVariant.Llama(1, 4, 2, 4, 500)),
                first,
                new ConditionSettings.FirstStage(),
                "x"));
        return models.stream();
    }

    @ParameterizedTest
    @MethodSource("models")
    void readsBackEveryModel(ModelSettings model) {
        assertRoundTrip(new ProjectConfig(model));
    }

    @ParameterizedTest
    @ValueSource(doubles = {4.5e-6, 1, 0.0, -2.5, 1e10, 1e-300, Double.MIN_VALUE, Double.MAX_VALUE, 123456789.125})
    void readsBackEveryLearningRate(double rate) {
        assertRoundTrip(new ProjectConfig(
                OptionalDouble.of(rate),
                firstStage(FirstStageClass.VQ_MODEL, REFERENCE_CODEBOOK, new LossSettings.Dummy()),
                Map.of(),
                Map.of()));
    }

    @Test
    void readsBackKeptSectionsWhateverTheyHold() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(
                "texts",
                List.of(
                        "",
                        " ",
                        "1",
                        "1e-4",
                        "4.5e-06",
                        "0x10",
                        "1:30",
                        "yes",
                        "No",
                        "null",
                        "~",
                        "true",
                        ".inf",
                        "<<",
                        "=",
                        "2020-09-23",
                        "2020-09-23T17:56:33Z",
                        "0,",
                        "- a",
                        "a: b",
                        "a #b",
                        "#",
                        "'",
                        "\"",
                        "a\nb\n",
                        "\n",
                        "\ttab",
                        "trailing ",
                        "${x}",
                        "!!int 3",
                        "&a",
                        "*a",
                        "größe 字 🙂",
                        "\u0007\u0000\u0085\u2028\ufeff",
                        "%",
                        "@x",
                        "`x",
                        "{a: 1}",
                        "[1]",
                        "?",
                        "? x",
                        "---",
                        "...",
                        "x".repeat(300) + " " + "y".repeat(300)));
        data.put("numbers", Arrays.asList(0, -1, Long.MAX_VALUE, Long.MIN_VALUE, 1.5, 1e100, 0.1f, null));
        data.put("odd", List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
        data.put("nested", List.of(List.of(), Map.of(), List.of(List.of(1), Map.of("a", List.of(true, false)))));
        data.put("1", "number as key");
        data.put("<<", "not merged");
        data.put("key: with # signs", "x");
        data.put("", "empty key");
        Map<String, Object> lightning = Map.of("trainer", Map.of("gpus", "0,"));

        assertRoundTrip(new ProjectConfig(
                OptionalDouble.empty(),
                firstStage(FirstStageClass.VQ_MODEL, REFERENCE_CODEBOOK, new LossSettings.Dummy()),
                data,
                lightning));
    }

    @Test
    void refusesToKeepWhatYamlHasNoFormFor() {
        ModelSettings model = firstStage(FirstStageClass.VQ_MODEL, REFERENCE_CODEBOOK, new LossSettings.Dummy());

        assertThatThrownBy(() ->
                        new ProjectConfig(OptionalDouble.empty(), model, Map.of("a", List.of(Path.of("x"))), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsBackFilesOfTheReference() {
        for (String yaml : List.of(SampleYaml.VQGAN, SampleYaml.transformer("__is_unconditional__"))) {
            assertRoundTrip(ProjectConfig.parse(yaml, "some.yaml"));
        }
    }

    @Test
    void writesTheReferencesLayoutWithoutOurExtensionsUnlessTheyAreUsed() {
        String yaml = ProjectConfig.parse(SampleYaml.VQGAN, "some.yaml").toYaml();

        assertThat(yaml).startsWith("""
            model:
              base_learning_rate: 4.5e-06
              target: taming.models.vqgan.VQModel
              params:
                embed_dim: 48
                n_embed: 512
                ddconfig:
                  double_z: false
                  z_channels: 64
                  resolution: 64
                  in_channels: 3
                  out_ch: 3
                  ch: 32
                  ch_mult:
                  - 1
                  - 2
                  - 4
                  num_res_blocks: 1
                  attn_resolutions:
                  - 16
                  dropout: 0.0
                lossconfig:
                  target: taming.modules.losses.vqperceptual.VQLPIPSWithDiscriminator
                  params:
                    disc_conditional: false
                    disc_in_channels: 3
            """).doesNotContain("quantizer", "disc_warmup", "adaptive_weight");
    }

    @Test
    void resamplingWithoutConvolutionsIsWritten() {
        String yaml = SampleYaml.VQGAN.replace("dropout: 0.0", "resamp_with_conv: False");
        ProjectConfig config = ProjectConfig.parse(yaml, "some.yaml");

        assertThat(config.toYaml()).contains("resamp_with_conv: false");
        assertRoundTrip(config);
    }

    @Test
    void savesAndLoadsAFileLeavingNoOtherBehind(@TempDir Path folder) throws IOException {
        ProjectConfig config = ProjectConfig.parse(SampleYaml.VQGAN, "some.yaml");
        Path file = folder.resolve("runs/a/config.yaml");

        config.save(file);
        config.save(file);

        assertThat(ProjectConfig.load(file)).isEqualTo(config);
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void saysWhichFileCannotBeWritten(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "").resolve("config.yaml");
        ProjectConfig config = ProjectConfig.parse(SampleYaml.VQGAN, "some.yaml");

        assertThatThrownBy(() -> config.save(file))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(file + ": cannot be written");
    }
}
