package org.gatun.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    @TempDir
    private Path folder;

    private Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void opensAFolderAsTheReferenceLaysItOut() throws IOException {
        Path lightning = write("configs/2020-11-09T13-33-36-lightning.yaml", "lightning:\n  trainer:\n    gpus: 0,\n");
        Path project = write("configs/2020-11-09T13-33-36-project.yaml", SampleYaml.VQGAN);
        Path later = write("configs/2020-11-20T12-54-32-project.yaml", "model:\n  params:\n    n_embed: 64\n");
        write("configs/._2020-11-20T12-54-32-project.yaml", "not YAML: [");
        write("configs/notes.txt", "not YAML: [");
        Path last = write("checkpoints/last.ckpt", "");
        write("checkpoints/epoch=000012.ckpt", "");

        RunFolder run = RunFolder.open(folder);

        assertThat(run.root()).isEqualTo(folder);
        assertThat(run.configFiles()).containsExactly(lightning, project, later);
        assertThat(run.checkpoint()).isEqualTo(last);
        assertThat(run.config().firstStage().quantizer().numCodes()).isEqualTo(64);
        assertThat(run.config().firstStage().quantizer().dim()).isEqualTo(48);
        assertThat(run.config().lightning()).containsKey("trainer");
    }

    @Test
    void opensOurOwnFolder() throws IOException {
        Path config = write("config.yaml", SampleYaml.VQGAN);
        write("configs/other-project.yaml", "not YAML: [");
        write("checkpoints/last.ckpt", "");
        Path last = write("checkpoints/last.safetensors", "");

        RunFolder run = RunFolder.open(folder);

        assertThat(run.configFiles()).containsExactly(config);
        assertThat(run.checkpoint()).isEqualTo(last);
        assertThat(run.config()).isEqualTo(ProjectConfig.parse(SampleYaml.VQGAN, "some.yaml"));
    }

    @Test
    void takesAConvertedCheckpointInEitherLayout() throws IOException {
        write("configs/a-project.yaml", SampleYaml.VQGAN);
        Path last = write("checkpoints/last.safetensors", "");

        assertThat(RunFolder.open(folder).checkpoint()).isEqualTo(last);
    }

    @Test
    void opensACheckpointInsideAFolder() throws IOException {
        Path project = write("logs/x/configs/a-project.yaml", SampleYaml.VQGAN);
        Path epoch = write("logs/x/checkpoints/trainstep_checkpoints/epoch=000012.ckpt", "");
        Path config = write("y/config.yaml", SampleYaml.VQGAN);
        Path beside = write("y/model.safetensors", "");

        assertThat(RunFolder.open(epoch).checkpoint()).isEqualTo(epoch);
        assertThat(RunFolder.open(epoch).configFiles()).containsExactly(project);
        assertThat(RunFolder.open(beside).configFiles()).containsExactly(config);
    }

    @Test
    void saysAllThatIsMissing() throws IOException {
        assertThatThrownBy(() -> RunFolder.open(folder))
                .isInstanceOf(ConfigException.class)
                .hasMessage(folder
                        + ": is not the folder of a run: it lacks a configuration (config.yaml, or"
                        + " configs/*.yaml as the reference has it) and a checkpoint"
                        + " (checkpoints/last.safetensors, or checkpoints/last.ckpt)");

        write("config.yaml", SampleYaml.VQGAN);
        Path other = write("checkpoints/epoch=000012.ckpt", "");
        assertThatThrownBy(() -> RunFolder.open(folder))
                .hasMessageContaining("it lacks a checkpoint")
                .hasMessageEndingWith("; " + other + " is there: give its path instead of the folder's");
    }

    @Test
    void refusesPathsThatAreNoRun() throws IOException {
        Path nowhere = folder.resolve("nowhere");
        Path stray = write("checkpoints/stray.ckpt", "");

        assertThatThrownBy(() -> RunFolder.open(nowhere))
                .isInstanceOf(ConfigException.class)
                .hasMessage(nowhere + ": there is no such folder or file");
        assertThatThrownBy(() -> RunFolder.open(stray))
                .isInstanceOf(ConfigException.class)
                .hasMessage(stray + ": is not in the folder of a run: " + folder
                        + " has neither config.yaml nor configs/*.yaml");
    }

    @Test
    void namesTheMergedFilesWhenAKeyIsMissingFromAllOfThem() throws IOException {
        Path a = write("configs/a.yaml", "lightning:\n  x: 1\n");
        Path b = write("configs/b.yaml", "lightning:\n  y: 1\n");
        write("checkpoints/last.ckpt", "");

        assertThatThrownBy(() -> RunFolder.open(folder).config())
                .hasMessage(a + ", " + b + ": the key 'model' is missing");
    }

    @Test
    void namesTheFileOfAWrongKeyAmongSeveral() throws IOException {
        write("configs/a.yaml", SampleYaml.VQGAN);
        Path b = write("configs/b.yaml", "model:\n  params:\n    n_embd: 64\n");
        write("checkpoints/last.ckpt", "");

        assertThatThrownBy(() -> RunFolder.open(folder).config())
                .hasMessageStartingWith(b + ":3: unknown key 'model.params.n_embd'; did you mean 'n_embed'?");
    }
}
