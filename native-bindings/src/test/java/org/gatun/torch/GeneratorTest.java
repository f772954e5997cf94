package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GeneratorTest {

    private TensorScope scope;

    @BeforeEach
    void open() {
        scope = TensorScope.open();
    }

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void theSameSeedGivesTheSameNumbers() {
        Generator.manualSeed(42);
        float[] first = Torch.randn(100).toFloatArray();
        assertThat(Torch.randn(100).toFloatArray()).isNotEqualTo(first);
        Generator.manualSeed(42);
        assertThat(Torch.randn(100).toFloatArray()).isEqualTo(first);
        new Generator(Device.CPU).seed(42);
        assertThat(Torch.randn(100).toFloatArray()).isEqualTo(first);
        Generator.manualSeed(43);
        assertThat(Torch.randn(100).toFloatArray()).isNotEqualTo(first);
    }

    @Test
    void theNumbersAreThoseOfPyTorch() {
        Generator.manualSeed(0);
        // torch.manual_seed(0); torch.rand(3), torch.randint(100, (4,))
        assertThat(Torch.rand(3).toFloatArray()).containsExactly(0.49625659f, 0.768221796f, 0.0884774327f);
        assertThat(Torch.randint(100, new long[] {4}).toLongArray()).containsExactly(60, 63, 79, 27);
    }

    @Test
    void aSavedStateContinuesTheSameNumbers() {
        Generator generator = new Generator(Device.CPU);
        Generator.manualSeed(1);
        // An odd number of normal ones: the generator keeps the second of a pair, which is part of its state.
        Torch.randn(new long[] {3}, DType.FLOAT64);
        Tensor state = generator.state();
        assertThat(state.dtype()).isEqualTo(DType.UINT8);
        double[] expected = Torch.randn(new long[] {50}, DType.FLOAT64).toDoubleArray();
        long[] expectedIntegers = Torch.randperm(50).toLongArray();

        Torch.rand(1000);
        generator.setState(state);
        assertThat(Torch.randn(new long[] {50}, DType.FLOAT64).toDoubleArray()).isEqualTo(expected);
        assertThat(Torch.randperm(50).toLongArray()).isEqualTo(expectedIntegers);
    }

    @Test
    void aStateSurvivesAsBytes() {
        Generator generator = new Generator(Device.CPU);
        Generator.manualSeed(2);
        int[] bytes = generator.state().toIntArray();
        float[] expected = Torch.rand(10).toFloatArray();

        byte[] saved = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            saved[i] = (byte) bytes[i];
        }
        generator.setState(Tensor.of(saved, saved.length));
        assertThat(Torch.rand(10).toFloatArray()).isEqualTo(expected);
    }

    @Test
    void whatIsNoStateIsRefused() {
        Generator generator = new Generator(Device.CPU);
        assertThatExceptionOfType(TorchException.class)
                .isThrownBy(() -> generator.setState(Tensor.of(1, 2, 3)))
                .withMessageStartingWith("set_state((3) float32): ");
        assertThatExceptionOfType(TorchException.class)
                .isThrownBy(() -> generator.setState(Torch.zeros(new long[] {10}, DType.UINT8)))
                .withMessageStartingWith("set_state((10) uint8): ");
    }

    @Test
    void everySeedIsASeed() {
        for (long seed : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            Generator.manualSeed(seed);
            float[] first = Torch.rand(5).toFloatArray();
            Generator.manualSeed(seed);
            assertThat(Torch.rand(5).toFloatArray()).isEqualTo(first);
        }
    }
}
