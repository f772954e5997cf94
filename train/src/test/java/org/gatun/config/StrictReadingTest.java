package org.gatun.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.gatun.checkpoint.CheckpointException;
import org.gatun.gpt.GptConfig;
import org.gatun.vqgan.quantize.QuantizerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictReadingTest {

    private static void assertRefused(String yaml, String message) {
        assertThatThrownBy(() -> ProjectConfig.parse(yaml, "some.yaml"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    private static String vqgan(String target, String replacement) {
        assertThat(SampleYaml.VQGAN).contains(target);
        return SampleYaml.VQGAN.replace(target, replacement);
    }

    @Test
    void namesFileLinePathAndNearestKeyOfAnUnknownKey() {
        assertThatThrownBy(() -> ProjectConfig.parse(vqgan("ch_mult:", "chmult:"), "some.yaml"))
                .hasMessage("some.yaml:14: unknown key 'model.params.ddconfig.chmult'; did you mean 'ch_mult'? "
                        + "Known: double_z, z_channels, resolution, in_channels, out_ch, ch, ch_mult, num_res_blocks, "
                        + "attn_resolutions, dropout, resamp_with_conv, give_pre_end, "
                        + "norm_groups, zero_init_residual");
    }

    @Test
    void proposesNothingForAKeyThatIsLikeNoOther() {
        assertThatThrownBy(() -> ProjectConfig.parse(vqgan("n_embed: 512", "n_embed: 512\n    warp: 9"), "some.yaml"))
                .hasMessageStartingWith("some.yaml:7: unknown key 'model.params.warp'. Known: embed_dim, n_embed,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "model: |modell: |'modell'; did you mean 'model'? Known: model, data, lightning",
                "base_learning_rate|base_lr|'model.base_lr'",
                "target: taming.models|targett: taming.models|'model.targett'; did you mean 'target'?",
                "disc_start|disk_start|'model.params.lossconfig.params.disk_start'; did you mean 'disc_start'?",
                "embed_dim: 48|embed_dim: 48, n_embed: 3|mapping values are not allowed here",
            })
    void findsUnknownKeysAtEveryLevel(String found, String replacement, String message) {
        assertRefused(vqgan(found, replacement), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "n_embed: 512|n_embed: '512'|some.yaml:6: model.params.n_embed must be an integer, and is the text"
                        + " '512'",
                "n_embed: 512|n_embed: 512.0|some.yaml:6: model.params.n_embed must be an integer, and is 512.0",
                "n_embed: 512|n_embed: 0|some.yaml:6: model.params.n_embed must be at least 1, and is 0",
                "n_embed: 512|n_embed: 5000000000|model.params.n_embed must be an integer of 32 bits",
                "n_embed: 512|n_embed: 99999999999999999999|is too large for a number of 64 bits",
                "n_embed: 512|n_embed: null|model.params.n_embed must be an integer, and is null",
                "n_embed: 512|n_embed: [512]|model.params.n_embed must be an integer, and is a list",
                "n_embed: 512|n_embed: ${codes}|the interpolation '${codes}', which is not resolved here: write the"
                        + " value",
                "double_z: False|double_z: 0|model.params.ddconfig.double_z must be true or false, and is 0",
                "disc_weight: 0.8|disc_weight: much|params.disc_weight must be a number, and is the text 'much'",
                "disc_weight: 0.8|disc_weight: .inf|params.disc_weight must be a finite number",
                "[ 1,2,4]|4|model.params.ddconfig.ch_mult must be a list, and is 4",
                "[ 1,2,4]|[1, two]|model.params.ddconfig.ch_mult[1] must be an integer, and is the text 'two'",
                "[ 1,2,4]|[]|model.params.ddconfig: ch_mult is empty",
                "ch: 32|ch: 33|some.yaml:8: model.params.ddconfig: ch is 33",
                "dropout: 0.0|dropout: 1.5|model.params.ddconfig.dropout must be in [0, 1), and is 1.5",
                "disc_start: 450|disc_start: -1|disc_start must be at least 0, and is -1",
            })
    void namesThePathOfAWrongValue(String found, String replacement, String message) {
        assertRefused(vqgan(found, replacement), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "n_embed: 512|model.params.n_embed",
                "embed_dim: 48|model.params.embed_dim",
                "z_channels: 64|model.params.ddconfig.z_channels",
                "attn_resolutions: [16]|model.params.ddconfig.attn_resolutions",
                "disc_start: 450|model.params.lossconfig.params.disc_start",
                "target: taming.models.vqgan.VQModel|model.target",
            })
    void namesAMissingKey(String line, String path) {
        assertRefused(vqgan(line, "# nothing"), "the key '" + path + "' is missing");
    }

    @Test
    void listsKnownClassesForAnUnknownOne() {
        assertRefused(
                vqgan("vqgan.VQModel", "vqgan.VQModell"),
                "some.yaml:3: model.target names the unknown class 'taming.models.vqgan.VQModell'; did you mean "
                        + "'taming.models.vqgan.VQModel'? Known: taming.models.vqgan.VQModel, "
                        + "taming.models.vqgan.GumbelVQ,");
        assertRefused(
                vqgan("taming.modules.losses.vqperceptual.VQLPIPSWithDiscriminator", "torch.nn.Identity"),
                "model.params.lossconfig.target names the unknown class 'torch.nn.Identity'. Known:"
                        + " taming.modules.losses.");
        assertRefused(
                SampleYaml.transformer("__is_uncoditional__"),
                "is '__is_uncoditional__'; did you mean '__is_unconditional__'?");
        assertRefused(
                SampleYaml.transformer("{target: taming.modules.util.Labeler}"),
                "model.params.cond_stage_config.target names the unknown class 'taming.modules.util.Labeler'");
    }

    @Test
    void refusesArgumentsThatAClassDoesNotHave() {
        assertRefused(vqgan("n_embed: 512", "n_embed: 512\n    n_labels: 3"), "unknown key 'model.params.n_labels'");
        assertRefused(
                vqgan("n_embed: 512", "n_embed: 512\n    quantizer: {kind: nearest, entropy_temperature: 3}"),
                "model.params.quantizer.entropy_temperature has no meaning for the kind 'nearest'");
        assertRefused(
                vqgan("n_embed: 512", "n_embed: 512\n    quantizer: {kind: normalized, legacy: true}"),
                "model.params.quantizer.legacy has no meaning for the kind 'normalized'");
        assertRefused(
                vqgan("n_embed: 512", "n_embed: 512\n    quantizer: {decay: 0.9}"),
                "unknown key 'model.params.quantizer.decay'");
        assertRefused(
                vqgan("n_embed: 512", "n_embed: 512\n    quantizer: {gradient: rotations}"),
                "model.params.quantizer.gradient is the unknown 'rotations'; did you mean 'rotation'?");
        assertRefused(
                vqgan("n_embed: 512", "n_embed: 512\n    quantizer: {simvq: true, restart_after: 9}"),
                "the codes of simvq are frozen");
        assertRefused(
                vqgan("n_embed: 512", "n_embed: 512\n    quantizer: {unknown_index: extra}"),
                "model.params.quantizer.unknown_index has no meaning without remap");
        assertRefused(
                vqgan("n_embed: 512", "n_embed: 512\n    remap: a.npy\n    quantizer: {unknown_index: last}"),
                "model.params.quantizer.unknown_index must be random, extra or an integer, and is 'last'");
        assertRefused(
                vqgan("n_embed: 512", "n_embed: 512\n    quantizer: {kind: normalised}"),
                "model.params.quantizer.kind is the unknown 'normalised'; did you mean 'normalized'?");
        assertRefused(
                vqgan("disc_start: 450", "disc_start: 450\n        disc_loss: hingy"),
                "disc_loss is the unknown 'hingy'; did you mean 'hinge'? Known: hinge, vanilla");
        assertRefused(
                SampleYaml.transformer("__is_first_stage__\n    be_unconditional: true"),
                "unknown key 'model.params.be_unconditional'; did you mean 'unconditional'?");
    }

    @Test
    void namesThePathsInsideATransformer() {
        assertRefused(
                SampleYaml.transformer("__is_first_stage__").replace("n_head: 4", "n_head: 3"),
                "model.params.transformer_config.params: n_embd 128 does not divide");
        assertRefused(
                SampleYaml.transformer("__is_first_stage__").replace("z_channels", "z_chanels"),
                "unknown key 'model.params.first_stage_config.params.ddconfig.z_chanels'; did you mean 'z_channels'?");
        assertRefused(SampleYaml.transformer("__is_first_stage__\n    pkeep: 1.5"), "pkeep must be in [0, 1], not 1.5");
    }

    @Test
    void saysWhatModelIsNeededInsteadOfTheOneThere() {
        ProjectConfig transformer = ProjectConfig.parse(SampleYaml.transformer("__is_first_stage__"), "some.yaml");
        ProjectConfig firstStage = ProjectConfig.parse(SampleYaml.VQGAN, "some.yaml");

        assertThatThrownBy(transformer::firstStage).hasMessageContaining("a first stage's is needed");
        assertThatThrownBy(firstStage::transformer)
                .hasMessageContainingAll("a transformer's is needed", SecondStageSettings.TARGET);
    }

    @Test
    void namesTheMissingFileOfARemapping() {
        FirstStageSettings remapped = firstStage(vqgan("n_embed: 512", "n_embed: 512\n    remap: missing/used.npy"));

        assertThatThrownBy(remapped::toVqModelConfig)
                .isInstanceOf(CheckpointException.class)
                .hasMessage("missing/used.npy: no such file");
    }

    @Test
    void saysThatAModelWithDummyLossCannotBeTrained() {
        FirstStageSettings used = ProjectConfig.parse(SampleYaml.transformer("__is_first_stage__"), "some.yaml")
                .transformer()
                .firstStage();

        assertThatThrownBy(used::toLossConfig)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("this model cannot be trained");
    }

    @Test
    void saysWhichPartsOfATransformerDoNotFit() {
        SecondStageSettings tooShort = ProjectConfig.parse(
                        SampleYaml.transformer("__is_first_stage__").replace("block_size: 512", "block_size: 100"),
                        "some.yaml")
                .transformer();
        SecondStageSettings boxes = ProjectConfig.parse(
                        SampleYaml.transformer("{target: taming.models.dummy_cond_stage.DummyCondStage, "
                                + "params: {conditional_key: objects_bbox}}"),
                        "some.yaml")
                .transformer();

        assertThatThrownBy(tooShort::toCodeTransformerConfig)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("do not fit into block_size 100");
        assertThatThrownBy(boxes::toCodeTransformerConfig)
                .hasMessageStartingWith("not supported yet: the condition 'objects_bbox'");
    }

    @Test
    void refusesSettingsThatContradictTheirClass() {
        FirstStageSettings vq = firstStage(SampleYaml.VQGAN);

        assertThatThrownBy(() -> new FirstStageSettings(
                        FirstStageClass.VQ_MODEL,
                        vq.autoencoder(),
                        new QuantizerConfig.MovingAverage(8, 8, 0.25),
                        vq.loss(),
                        vq.initialWeights(),
                        vq.imageKey(),
                        vq.colorizeNlabels(),
                        vq.monitor(),
                        vq.remap(),
                        vq.saneIndexShape(),
                        vq.nLabels()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot have the quantizer");
        assertThatThrownBy(() -> new FirstStageSettings(
                        FirstStageClass.VQ_SEGMENTATION_MODEL,
                        vq.autoencoder(),
                        vq.quantizer(),
                        vq.loss(),
                        vq.initialWeights(),
                        vq.imageKey(),
                        vq.colorizeNlabels(),
                        vq.monitor(),
                        vq.remap(),
                        vq.saneIndexShape(),
                        vq.nLabels()))
                .hasMessageContaining("needs n_labels");
        assertThatThrownBy(() -> new SecondStageSettings(
                        new GptConfig(8, 8, 1, 1, 8),
                        vq,
                        new ConditionSettings.Unconditional(),
                        new PermuterSettings.Identity(),
                        new InitialWeights(Optional.empty(), List.of()),
                        "image",
                        "image",
                        0,
                        1,
                        0,
                        false,
                        0,
                        0))
                .hasMessageContaining("downsample_cond_size");
    }

    private static FirstStageSettings firstStage(String yaml) {
        return ProjectConfig.parse(yaml, "some.yaml").firstStage();
    }
}
