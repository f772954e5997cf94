package org.gatun.config;

/** Files in the reference's layout. */
final class SampleYaml {

    private SampleYaml() {}

    /** A small first stage as one would write it. */
    static final String VQGAN = """
        model:
          base_learning_rate: 4.5e-6
          target: taming.models.vqgan.VQModel
          params:
            embed_dim: 48
            n_embed: 512
            ddconfig:
              double_z: False
              z_channels: 64
              resolution: 64
              in_channels: 3
              out_ch: 3
              ch: 32
              ch_mult: [ 1,2,4]  # three levels
              num_res_blocks: 1
              attn_resolutions: [16]
              dropout: 0.0

            lossconfig:
              target: taming.modules.losses.vqperceptual.VQLPIPSWithDiscriminator
              params:
                disc_conditional: False
                disc_in_channels: 3
                disc_start: 450
                disc_weight: 0.8
                codebook_weight: 1.0

        data:
          target: main.DataModuleFromConfig
          params:
            batch_size: 4
            train:
              target: taming.data.custom.CustomTrain
              params:
                training_images_list_file: lists/train.txt
                size: 64
        """;

    /** A first stage for one-hot segmentation maps of 182 classes. */
    static final String SEGMENTATION = """
        model:
          base_learning_rate: 4.5e-06
          target: taming.models.vqgan.VQSegmentationModel
          params:
            embed_dim: 48
            n_embed: 512
            image_key: segmentation
            n_labels: 182
            ddconfig:
              double_z: false
              z_channels: 64
              resolution: 64
              in_channels: 182
              out_ch: 182
              ch: 32
              ch_mult: [1, 2]
              num_res_blocks: 1
              attn_resolutions: [32]
              dropout: 0.0
            lossconfig:
              target: taming.modules.losses.segmentation.BCELossWithQuant
              params:
                codebook_weight: 0.5
        """;

    /** A transformer over {@link #VQGAN}; {@code %s} is {@code cond_stage_config}'s value, on one line. */
    private static final String TRANSFORMER = """
        model:
          base_learning_rate: 4.5e-06
          target: taming.models.cond_transformer.Net2NetTransformer
          params:
            cond_stage_key: coord
            transformer_config:
              target: taming.modules.transformer.mingpt.GPT
              params:
                vocab_size: 512
                block_size: 512
                n_layer: 4
                n_head: 4
                n_embd: 128
            first_stage_config:
              target: taming.models.vqgan.VQModel
              params:
                ckpt_path: logs/first/checkpoints/last.ckpt
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
                  target: taming.modules.losses.DummyLoss
            cond_stage_config: %s
        """;

    static String transformer(String condition) {
        return TRANSFORMER.formatted(condition);
    }
}
