package org.gatun.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatun.torch.DType;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsSavedIsLoaded() {
        Path file = folder.resolve("state.safetensors");
        try (TensorScope _ = TensorScope.open()) {
            Tensor strided = Torch.arange(6.0).view(2, 3).t();
            Tensor whole = Tensor.of(new long[] {4, 5}, 2);
            StateFile.save(file, ordered("a", strided, "b", whole), Map.of("global_step", "7"));

            Tensor a = Torch.zeros(new long[] {3, 2}, DType.FLOAT64); // converted on the way
            Tensor b = Torch.zeros(new long[] {2}, DType.INT64);
            WeightFile opened = WeightFile.open(file);
            StateFile.load(opened, ordered("a", a, "b", b), StateFile.Tolerance.NONE);

            assertThat(a.toDoubleArray()).containsExactly(0, 3, 1, 4, 2, 5);
            assertThat(b.toLongArray()).containsExactly(4, 5);
            assertThat(opened.metadata()).containsEntry("global_step", "7");
        }
    }

    @Test
    void differencesAreListedAndNothingIsLoaded() {
        Path file = folder.resolve("state.safetensors");
        try (TensorScope _ = TensorScope.open()) {
            StateFile.save(
                    file, ordered("same", Torch.ones(2), "shape", Torch.ones(2), "extra", Torch.ones(1)), Map.of());
            Tensor same = Torch.zeros(2);
            Map<String, Tensor> network = ordered("same", same, "shape", Torch.zeros(3), "lacking", Torch.zeros(1));

            assertThatThrownBy(() -> StateFile.load(WeightFile.open(file), network, StateFile.Tolerance.NONE))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageContaining("missing: lacking")
                    .hasMessageContaining("unexpected: extra")
                    .hasMessageContaining("shape: [2] in the file, [3] in the network");
            assertThat(same.toFloatArray()).containsExactly(0, 0);
        }
    }

    @Test
    void toleratedDifferencesAreReported() {
        Path file = folder.resolve("state.safetensors");
        try (TensorScope _ = TensorScope.open()) {
            StateFile.save(file, ordered("a", Torch.ones(2), "loss.x", Torch.ones(1)), Map.of());
            StateFile.Tolerance tolerance = new StateFile.Tolerance(name -> name.startsWith("loss."), "counts"::equals);

            assertThat(StateFile.load(
                            WeightFile.open(file), ordered("a", Torch.zeros(2), "counts", Torch.zeros(1)), tolerance))
                    .containsExactly("loss.x");
        }
    }

    private static Map<String, Tensor> ordered(Object... pairs) {
        Map<String, Tensor> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], (Tensor) pairs[i + 1]);
        }
        return map;
    }
}
