package org.gatun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gatun.checkpoint.PyTorchCheckpoint;
import org.gatun.checkpoint.StateFile;
import org.gatun.checkpoint.StoredTensor;
import org.gatun.checkpoint.WeightFile;
import org.gatun.checkpoint.WeightFormat;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConvertTest {

    @TempDir
    private Path folder;

    private Path weights;

    @BeforeEach
    void write() {
        weights = folder.resolve("weights.safetensors");
        try (TensorScope _ = TensorScope.open()) {
            StateFile.save(
                    weights,
                    Map.of("a.weight", Tensor.of(new float[] {1, 2, 3, 4}, 2, 2), "b", Tensor.of(new long[] {7}, 1)),
                    Map.of("global_step", "12", "note", "ours"));
        }
    }

    private Map<String, StoredTensor> tensors(Path file) {
        return WeightFile.open(file).tensors();
    }

    @ParameterizedTest
    @CsvSource({
        "w.pt, '', PYTORCH_ZIP",
        "w.pth, --legacy, PYTORCH_LEGACY",
        "w.ckpt, '', PYTORCH_ZIP",
        "w.ckpt, --legacy, PYTORCH_LEGACY",
        "w.safetensors, '', SAFETENSORS"
    })
    void everyTensorGoesThereAndBack(String name, String option, WeightFormat format) {
        Path there = folder.resolve(name);
        Path back = folder.resolve("back.safetensors");
        Object[] words = option.isEmpty()
                ? new Object[] {"convert", weights, there}
                : new Object[] {"convert", option, weights, there};
        assertThat(Invocation.of(words).succeeds().out()).contains("2 tensors");
        Invocation.of("convert", there, back).succeeds();

        assertThat(WeightFile.open(there).format()).isEqualTo(format);
        assertThat(tensors(back)).isEqualTo(tensors(weights));
    }

    @Test
    void aLightningFileKeepsItsStepAndSaysWhatItHasNoPlaceFor() {
        Path there = folder.resolve("w.ckpt");
        Invocation invocation = Invocation.of("convert", weights, there).succeeds();

        assertThat(PyTorchCheckpoint.open(there).globalStep()).hasValue(12);
        assertThat(invocation.out()).contains("Not carried over: note (ours)").doesNotContain("global_step");
    }

    @Test
    void theOldFileMustNotBeTheNewOne() {
        Invocation.of("convert", weights, weights).failsWithOneLine("is the file that is read");
    }

    @Test
    void theNewNameMustSayTheFormat() {
        Invocation.of("convert", weights, folder.resolve("w.bin")).failsWithOneLine(".safetensors, .pt, .pth or .ckpt");
        Invocation.of("convert", "--legacy", weights, folder.resolve("w.safetensors"))
                .failsWithOneLine("--legacy");
    }

    @Test
    void aBrokenFileIsRefusedAndNothingWritten() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.pt"), "no weights in here");
        Path out = folder.resolve("out.safetensors");

        Invocation.of("convert", broken, out).failsWithOneLine(broken.toString());
        assertThat(out).doesNotExist();
    }
}
