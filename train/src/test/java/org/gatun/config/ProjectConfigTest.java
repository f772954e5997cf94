package org.gatun.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.gatun.gpt.CodeTransformerConfig;
import org.gatun.gpt.CoordinateCondition;
import org.gatun.gpt.GptConfig;
import org.gatun.gpt.RasterOrder;
import org.gatun.vqgan.AdaptiveWeight;
import org.gatun.vqgan.AdversarialConfig;
import org.gatun.vqgan.AutoencoderConfig;
import org.gatun.vqgan.DiscriminatorLoss;
import org.gatun.vqgan.FixedWeight;
import org.gatun.vqgan.LossConfig;
import org.gatun.vqgan.ReconstructionTerm;
import org.gatun.vqgan.VqModelConfig;
import org.gatun.vqgan.quantize.AntiCollapse;
import org.gatun.vqgan.quantize.EntropyLoss;
import org.gatun.vqgan.quantize.GradientEstimator;
import org.gatun.vqgan.quantize.IndexRemap;
import org.gatun.vqgan.quantize.QuantizerConfig;
import org.gatun.vqgan.quantize.UnknownIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectConfigTest {

    private static final AutoencoderConfig AUTOENCODER =
            new AutoencoderConfig(32, 3, List.of(1, 2, 4), 1, List.of(16), 0, 3, 64, 64, false);

    private static ProjectConfig parse(String yaml) {
        return ProjectConfig.parse(yaml, "test.yaml");
    }

    @Test
    void readsAFirstStageAsTheReferenceWritesIt() {
        ProjectConfig config = parse(SampleYaml.VQGAN);

        assertThat(config.baseLearningRate()).hasValue(4.5e-6);
        FirstStageSettings model = config.firstStage();
        assertThat(model.toVqModelConfig())
                .isEqualTo(new VqModelConfig(AUTOENCODER, new QuantizerConfig.Nearest(512, 48, 0.25, true)));
        assertThat(model.toLossConfig())
                .isEqualTo(new LossConfig(
                        new ReconstructionTerm.Pixels(1),
                        1,
                        new AdversarialConfig(
                                450,
                                0,
                                1,
                                0.8,
                                AdaptiveWeight.REFERENCE,
                                DiscriminatorLoss.HINGE,
                                0,
                                false,
                                3,
                                64,
                                3,
                                false)));
        assertThat(model.imageKey()).isEqualTo("image");
        assertThat(model.initialWeights()).isEqualTo(InitialWeights.RANDOM);
    }

    @Test
    void keepsSectionsThatItDoesNotInterpret() {
        ProjectConfig config = parse(SampleYaml.VQGAN + "lightning:\n  trainer:\n    gpus: 0,\n    benchmark: null\n");

        assertThat(config.data()).containsEntry("target", "main.DataModuleFromConfig");
        assertThat(config.data().get("params"))
                .isEqualTo(Map.of(
                        "batch_size",
                        4L,
                        "train",
                        Map.of(
                                "target",
                                "taming.data.custom.CustomTrain",
                                "params",
                                Map.of("training_images_list_file", "lists/train.txt", "size", 64L))));
        assertThat(config.lightning().get("trainer"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("gpus", "0,")
                .containsEntry("benchmark", null);
    }

    @Test
    void givesArgumentsTheReferencesDefaults() {
        FirstStageSettings model = parse(SampleYaml.VQGAN
                        .replace("      ch_mult: [ 1,2,4]  # three levels\n", "")
                        .replace("      double_z: False\n", "")
                        .replace("      dropout: 0.0\n", ""))
                .firstStage();

        assertThat(model.autoencoder().chMult()).containsExactly(1, 2, 4, 8);
        assertThat(model.autoencoder().doubleZ()).isTrue();
        assertThat(model.autoencoder().dropout()).isZero();
    }

    @Test
    void readsEveryArgumentOfVqModel() {
        FirstStageSettings model =
                parse(SampleYaml.VQGAN.replace("    n_embed: 512\n", """
                        n_embed: 512
                        ckpt_path: some/where.ckpt
                        ignore_keys: [loss, "quantize."]
                        image_key: segmentation
                        colorize_nlabels: 182
                        monitor: val/rec_loss
                        remap: used.npy
                        sane_index_shape: true
                    """)).firstStage();

        assertThat(model.initialWeights())
                .isEqualTo(new InitialWeights(Optional.of("some/where.ckpt"), List.of("loss", "quantize.")));
        assertThat(model.imageKey()).isEqualTo("segmentation");
        assertThat(model.colorizeNlabels()).isEqualTo(OptionalInt.of(182));
        assertThat(model.monitor()).contains("val/rec_loss");
        assertThat(model.remap()).contains(new RemapSettings("used.npy"));
        assertThat(model.saneIndexShape()).isTrue();
    }

    @Test
    void takesNullForAbsentWhereTheReferencesDefaultIsNone() {
        FirstStageSettings model = parse(SampleYaml.VQGAN.replace(
                        "    n_embed: 512\n", "    n_embed: 512\n    ckpt_path: null\n    monitor: ~\n    remap:\n"))
                .firstStage();

        assertThat(model.initialWeights().ckptPath()).isEmpty();
        assertThat(model.monitor()).isEmpty();
        assertThat(model.remap()).isEmpty();
    }

    @Test
    void readsOurQuantizers() {
        assertThat(quantizer("{kind: normalized, beta: 0.5, restart_after: 100}"))
                .isEqualTo(new QuantizerConfig.Normalized(512, 48, 0.5, 100));
        assertThat(quantizer("{kind: normalized}")).isEqualTo(new QuantizerConfig.Normalized(512, 48, 0.25, 0));
        assertThat(quantizer("{kind: nearest, legacy: false}"))
                .isEqualTo(new QuantizerConfig.Nearest(512, 48, 0.25, false));
        assertThat(quantizer("{kind: normalized, entropy_loss_ratio: 0.1, entropy_temperature: 0.02, simvq: true}"))
                .isEqualTo(new QuantizerConfig.Normalized(
                        512,
                        48,
                        0.25,
                        new EntropyLoss(0.1, 0.02),
                        new AntiCollapse(true, 0, 0, GradientEstimator.STRAIGHT_THROUGH)));
        assertThat(quantizer("{kmeans_batches: 4, restart_after: 30, gradient: rotation}"))
                .isEqualTo(new QuantizerConfig.Nearest(
                        512, 48, 0.25, true, new AntiCollapse(false, 4, 30, GradientEstimator.ROTATION)));
    }

    @Test
    void readsTheModelOfMovingAveragesWithTheReferencesArgumentsAndWithOurs() {
        String reference = SampleYaml.VQGAN.replace("vqgan.VQModel", "vqgan.EMAVQ");
        String ours = reference.replace(
                "    n_embed: 512\n",
                "    n_embed: 512\n    quantizer: {beta: 1, decay: 0.8, eps: 0.1, restart_after: 7}\n");

        assertThat(parse(reference).firstStage().toVqModelConfig().quantizer())
                .isEqualTo(new QuantizerConfig.MovingAverage(512, 48, 0.25, 0.99, 1e-5, AntiCollapse.NONE));
        assertThat(parse(ours).firstStage().toVqModelConfig().quantizer())
                .isEqualTo(new QuantizerConfig.MovingAverage(512, 48, 1, 0.8, 0.1, AntiCollapse.restartAfter(7)));
    }

    @Test
    void remappedIndicesAreThoseOfTheFile(@TempDir Path folder) throws IOException {
        byte[] npy = new byte[128 + 3 * Integer.BYTES];
        String header = "{'descr': '<i4', 'fortran_order': False, 'shape': (3,), }";
        byte[] start = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0};
        Arrays.fill(npy, (byte) ' ');
        System.arraycopy(start, 0, npy, 0, start.length);
        System.arraycopy(header.getBytes(StandardCharsets.US_ASCII), 0, npy, start.length, header.length());
        ByteBuffer.wrap(npy)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(128, 7)
                .putInt(132, 511)
                .putInt(136, 0);
        Path file = Files.write(folder.resolve("used.npy"), npy);
        String yaml = SampleYaml.VQGAN.replace(
                "    n_embed: 512\n",
                "    n_embed: 512\n    remap: " + file + "\n    quantizer: {unknown_index: extra}\n");

        QuantizerConfig quantizer = parse(yaml).firstStage().toVqModelConfig().quantizer();

        assertThat(quantizer)
                .isEqualTo(new QuantizerConfig.Remapped(
                        new QuantizerConfig.Nearest(512, 48, 0.25, true),
                        new IndexRemap(List.of(7, 511, 0), new UnknownIndex.Extra())));
        assertThat(quantizer.numCodes()).isEqualTo(4);
        assertThatThrownBy(() -> parse(yaml.replace("n_embed: 512", "n_embed: 500"))
                        .firstStage()
                        .toVqModelConfig())
                .isInstanceOf(ConfigException.class)
                .hasMessage(file + ": remap: there is no code 511, only 500 from 0 on");
    }

    private static QuantizerConfig quantizer(String quantizer) {
        return parse(SampleYaml.VQGAN.replace(
                        "    n_embed: 512\n", "    n_embed: 512\n    quantizer: " + quantizer + "\n"))
                .firstStage()
                .toVqModelConfig()
                .quantizer();
    }

    @Test
    void readsOurArgumentsOfTheLoss() {
        assertThat(adversarial("adaptive_weight: paper").generatorWeight()).isEqualTo(AdaptiveWeight.PAPER);
        assertThat(adversarial("adaptive_weight: reference").generatorWeight()).isEqualTo(AdaptiveWeight.REFERENCE);
        assertThat(adversarial("adaptive_weight: none").generatorWeight()).isEqualTo(new FixedWeight());
        assertThat(adversarial("adaptive_weight: {delta: 1e-5, max: 100}").generatorWeight())
                .isEqualTo(new AdaptiveWeight(1e-5, 100));
        assertThat(adversarial("disc_warmup: 200").warmup()).isEqualTo(200);
        assertThat(adversarial("lecam_weight: 1e-3").lecamWeight()).isEqualTo(0.001);
        assertThat(adversarial("disc_loss: vanilla").loss()).isEqualTo(DiscriminatorLoss.VANILLA);
    }

    private static AdversarialConfig adversarial(String argument) {
        return parse(SampleYaml.VQGAN.replace("disc_start: 450\n", "disc_start: 450\n        " + argument + "\n"))
                .firstStage()
                .toLossConfig()
                .adversarial()
                .orElseThrow();
    }

    @Test
    void readsAModelOfSegmentationMaps() {
        FirstStageSettings model = parse(SampleYaml.SEGMENTATION).firstStage();

        assertThat(model.type()).isEqualTo(FirstStageClass.VQ_SEGMENTATION_MODEL);
        assertThat(model.nLabels()).hasValue(182);
        assertThat(model.toLossConfig())
                .isEqualTo(new LossConfig(new ReconstructionTerm.BinaryCrossEntropy(), 0.5, Optional.empty()));
    }

    @Test
    void aModelWithoutADiscriminatorTrainsWithoutWhateverItsLosses() {
        LossConfig plain = parse(SampleYaml.VQGAN.replace("vqgan.VQModel", "vqgan.VQNoDiscModel"))
                .firstStage()
                .toLossConfig();

        assertThat(plain).isEqualTo(new LossConfig(new ReconstructionTerm.Pixels(1), 1, Optional.empty()));
        assertThat(FirstStageSettings.vqModel(
                                new VqModelConfig(AUTOENCODER, new QuantizerConfig.Normalized(512, 8, 0.25, 100)),
                                plain)
                        .type())
                .isEqualTo(FirstStageClass.VQ_NO_DISC_MODEL);
    }

    @Test
    void readsATransformerAsTheReferenceWritesIt() {
        SecondStageSettings model = parse(SampleYaml.transformer(
                        "{target: taming.modules.misc.coord.CoordStage, params: {n_embed: 512, down_factor: 4}}"))
                .transformer();

        assertThat(model.gpt()).isEqualTo(new GptConfig(512, 512, 4, 4, 128));
        assertThat(model.firstStage().autoencoder()).isEqualTo(AUTOENCODER);
        assertThat(model.firstStage().loss()).isEqualTo(new LossSettings.Dummy());
        assertThat(model.firstStage().initialWeights().ckptPath()).contains("logs/first/checkpoints/last.ckpt");
        assertThat(model.condition()).isEqualTo(new ConditionSettings.Coordinates(new CoordinateCondition(512, 4)));
        assertThat(model.permuter()).isEqualTo(new PermuterSettings.Identity());
        assertThat(model.condStageKey()).isEqualTo("coord");
        assertThat(model.firstStageKey()).isEqualTo("image");
        assertThat(model.pkeep()).isEqualTo(1);
        assertThat(model.downsampleCondSize()).isEqualTo(-1);

        CodeTransformerConfig network = model.toCodeTransformerConfig();
        assertThat(network.codebookSize()).isEqualTo(512);
        assertThat(network.height()).isEqualTo(16);
        assertThat(network.width()).isEqualTo(16);
        assertThat(network.order()).isEqualTo(new RasterOrder());
    }

    @Test
    void readsEveryKindOfCondition() {
        assertThat(condition("__is_unconditional__")).isEqualTo(new ConditionSettings.Unconditional());
        assertThat(condition("__is_first_stage__")).isEqualTo(new ConditionSettings.FirstStage());
        assertThat(condition("{target: taming.modules.util.Labelator, params: {n_classes: 1001}}"))
                .isEqualTo(new ConditionSettings.ClassLabel(1001));
        assertThat(condition("{target: taming.modules.util.SOSProvider, params: {sos_token: 3}}"))
                .isEqualTo(new ConditionSettings.StartToken(3));
        assertThat(condition(
                        "{target: taming.models.dummy_cond_stage.DummyCondStage, params: {conditional_key: boxes}}"))
                .isEqualTo(new ConditionSettings.Given("boxes"));
        String depth = "{target: taming.models.vqgan.VQModel, params: {embed_dim: 8, n_embed: 16, image_key: depth, "
                + "ddconfig: {z_channels: 8, resolution: 32, in_channels: 1, out_ch: 1, ch: 32, ch_mult: [1], "
                + "num_res_blocks: 1, attn_resolutions: [], double_z: false}, "
                + "lossconfig: {target: taming.modules.losses.vqperceptual.DummyLoss}}}";
        assertThat(condition(depth)).isInstanceOfSatisfying(ConditionSettings.Picture.class, picture -> {
            assertThat(picture.model().imageKey()).isEqualTo("depth");
            assertThat(picture.model().autoencoder().inChannels()).isEqualTo(1);
        });
    }

    private static ConditionSettings condition(String yaml) {
        return parse(SampleYaml.transformer(yaml)).transformer().condition();
    }

    @Test
    void letsUnconditionalOverrideAClassButNotTheFirstStage() {
        String unconditional = "\n    unconditional: true\n    sos_token: 7\n";
        SecondStageSettings labels = parse(SampleYaml.transformer(
                        "{target: taming.modules.util.Labelator, params: {n_classes: 10}}" + unconditional))
                .transformer();
        SecondStageSettings firstStage = parse(SampleYaml.transformer("__is_first_stage__" + unconditional))
                .transformer();

        assertThat(labels.effectiveCondition()).isEqualTo(new ConditionSettings.Unconditional());
        assertThat(labels.condition()).isEqualTo(new ConditionSettings.ClassLabel(10));
        assertThat(labels.sosToken()).isEqualTo(7);
        assertThat(firstStage.effectiveCondition()).isEqualTo(new ConditionSettings.FirstStage());
    }

    @ParameterizedTest
    @CsvSource({
        "Subsample, SubsampleOrder[]",
        "ZCurve, ZCurveOrder[]",
        "SpiralOut, SpiralOrder[direction=OUT]",
        "SpiralIn, SpiralOrder[direction=IN]",
        "Random, RandomOrder[]",
        "AlternateParsing, AlternateParsingOrder[]"
    })
    void readsEveryPermuter(String simpleName, String order) {
        SecondStageSettings model = parse(SampleYaml.transformer("__is_unconditional__")
                        + "    permuter_config:\n      target: taming.modules.transformer.permuter." + simpleName
                        + "\n      params: {H: 8, W: 8}\n")
                .transformer();

        assertThat(model.permuter().order()).hasToString(order);
        assertThat(model.toCodeTransformerConfig().height()).isEqualTo(8);
    }

    @Test
    void mergesFilesAsOmegaConfDoes(@TempDir Path folder) throws IOException {
        Path first = Files.writeString(folder.resolve("a.yaml"), SampleYaml.VQGAN);
        Path second = Files.writeString(folder.resolve("b.yaml"), """
            model:
              params:
                ddconfig:
                  ch_mult: [1, 1]
                  attn_resolutions: []
                n_embed: 64
            lightning:
              trainer:
                max_epochs: 3
            """);

        ProjectConfig merged = ProjectConfig.load(List.of(first, second));

        AutoencoderConfig autoencoder = merged.firstStage().autoencoder();
        assertThat(autoencoder.chMult()).containsExactly(1, 1);
        assertThat(autoencoder.attnResolutions()).isEmpty();
        assertThat(autoencoder.zChannels()).isEqualTo(64);
        assertThat(merged.firstStage().quantizer().numCodes()).isEqualTo(64);
        assertThat(merged.data()).isNotEmpty();
        assertThat(merged.lightning()).containsKey("trainer");
    }

    @Test
    void readsTheGumbelModelAndItsTemperature() {
        FirstStageSettings model = parse(SampleYaml.VQGAN
                        .replace("vqgan.VQModel", "vqgan.GumbelVQ")
                        .replace("    n_embed: 512\n", """
                                n_embed: 512
                                kl_weight: 1.0e-08
                                temperature_scheduler_config:
                                  target: taming.lr_scheduler.LambdaWarmUpCosineScheduler
                                  params:
                                    warm_up_steps: 10
                                    max_decay_steps: 110
                                    lr_start: 0.5
                                    lr_max: 0.9
                                    lr_min: 1.0e-06
                            """))
                .firstStage();

        assertThat(model.type()).isEqualTo(FirstStageClass.GUMBEL_VQ);
        assertThat(model.quantizer()).isInstanceOfSatisfying(QuantizerConfig.Gumbel.class, gumbel -> {
            assertThat(gumbel.klWeight()).isEqualTo(1e-8);
            assertThat(gumbel.temperature().at(0)).isEqualTo(0.5);
            assertThat(gumbel.temperature().at(5)).isCloseTo(0.7, within(1e-12));
            assertThat(gumbel.temperature().at(10)).isCloseTo(0.9, within(1e-12));
            assertThat(gumbel.temperature().at(60)).isCloseTo((0.9 + 1e-6) / 2, within(1e-12));
            assertThat(gumbel.temperature().at(1000)).isCloseTo(1e-6, within(1e-12));
        });
    }
}
