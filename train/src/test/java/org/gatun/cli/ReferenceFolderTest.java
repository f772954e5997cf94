package org.gatun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.gatun.SharedFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run's folder as the reference leaves it, used from the command line. */
final class ReferenceFolderTest {

    /** What the fixture's checkpoint was trained as; the rest as the reference writes it. */
    private static final String PROJECT = """
        model:
          base_learning_rate: 4.5e-06
          target: taming.models.vqgan.VQModel
          params:
            embed_dim: 24
            n_embed: 64
            ddconfig:
              double_z: false
              z_channels: 32
              resolution: 32
              in_channels: 3
              out_ch: 3
              ch: 32
              ch_mult:
              - 1
              - 2
              num_res_blocks: 1
              attn_resolutions:
              - 16
              dropout: 0.0
            lossconfig:
              target: taming.modules.losses.vqperceptual.VQLPIPSWithDiscriminator
              params:
                disc_conditional: false
                disc_in_channels: 3
                disc_start: 1
                disc_weight: 0.8
                codebook_weight: 1.0
        data:
          target: main.DataModuleFromConfig
          params:
            batch_size: 2
        """;

    @TempDir
    private Path folder;

    private Path run(String checkpoint) throws IOException {
        Path source = SharedFolder.find("parity/" + checkpoint);
        Path run = folder.resolve(checkpoint).resolve("logs/2021-06-01T12-00-00_x");
        Files.createDirectories(run.resolve("configs"));
        Files.createDirectories(run.resolve("checkpoints"));
        Files.writeString(run.resolve("configs/2021-06-01T12-00-00-project.yaml"), PROJECT);
        Files.writeString(
                run.resolve("configs/2021-06-01T12-00-00-lightning.yaml"),
                "lightning:\n  trainer:\n    distributed_backend: ddp\n    gpus: 0,\n");
        Files.copy(source, run.resolve("checkpoints/last.ckpt"));
        return run;
    }

    private BufferedImage reconstruct(String checkpoint) throws IOException {
        Path out = folder.resolve(checkpoint + ".png");
        Invocation invocation =
                Invocation.reconstruct(run(checkpoint), SharedFolder.find("samples/ade20k/images"), out);
        assertThat(invocation.succeeds().out()).contains("pictures: PSNR ").contains(out.toString());
        return ImageIO.read(out.toFile());
    }

    @Test
    void bothCheckpointFormatsGiveTheSameReconstructions() throws IOException {
        BufferedImage zip = reconstruct("lightning-zip.ckpt");
        BufferedImage legacy = reconstruct("lightning-legacy.ckpt");

        int[] pixels = zip.getRGB(0, 0, zip.getWidth(), zip.getHeight(), null, 0, zip.getWidth());
        assertThat(pixels).isEqualTo(legacy.getRGB(0, 0, zip.getWidth(), zip.getHeight(), null, 0, zip.getWidth()));
        assertThat(pixels).as("colours on the sheet").contains(0xffffffff);
        assertThat(Arrays.stream(pixels).distinct().count()).isGreaterThan(1000);
    }

    @Test
    void itsQualityIsMeasured() throws IOException {
        Path json = folder.resolve("eval.json");
        Invocation invocation = Invocation.of(
                "eval",
                "vqgan",
                "--run",
                run("lightning-zip.ckpt"),
                "--data",
                SharedFolder.find("samples/ade20k/images"),
                "--out",
                json,
                "--device",
                "cpu");

        assertThat(invocation.succeeds().out()).contains("PSNR, dB", "SSIM", "LPIPS", "needs --lpips-vgg");
        assertThat(json).content().contains("\"psnr\" : ", "\"lpips\" : null", "\"codebook_size\" : 64");
    }
}
