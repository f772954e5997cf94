package org.gatun.vqgan.quantize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.gatun.nn.Parameters;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Generator;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Six codes at the numbers 0 to 5, of which 4, 0 and 3 are in use. */
class RemapTest {

    private static final QuantizerConfig CODES = new QuantizerConfig.Nearest(6, 1, 0.25, true);
    private static final List<Integer> USED = List.of(4, 0, 3);

    private Parameters parameters;
    private TensorScope scope;

    @BeforeEach
    void open() {
        scope = TensorScope.open();
        parameters = new Parameters(Device.CPU, DType.FLOAT32);
    }

    @AfterEach
    void close() {
        parameters.close();
        scope.close();
    }

    private Quantizer quantizer(UnknownIndex unknown) {
        Quantizer quantizer =
                new QuantizerConfig.Remapped(CODES, new IndexRemap(USED, unknown)).create(parameters.root());
        try (var _ = Autograd.noGrad()) {
            parameters
                    .parameters()
                    .get("embedding.weight")
                    .copy_(Torch.arange(6, DType.FLOAT32).unsqueeze(1));
        }
        return quantizer;
    }

    private static Tensor numbers(float... values) {
        return Tensor.of(values, 1, 1, 1, values.length);
    }

    @Test
    void codesInUseGetTheirPlacesAndOthersTheExtraOne() {
        Quantizer quantizer = quantizer(new UnknownIndex.Extra());
        Quantization codes = quantizer.quantize(numbers(0, 1, 2, 3, 4, 5), QuantizerMode.EVALUATION);

        assertThat(quantizer.numCodes()).isEqualTo(4);
        assertThat(codes.indices().toLongArray()).containsExactly(1, 3, 3, 2, 0, 3);
        assertThat(codes.quantized().toFloatArray()).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void lookedUpTheyAreTheCodesAgainAndTheExtraOneIsTheFirst() {
        Quantizer quantizer = quantizer(new UnknownIndex.Extra());
        Tensor codes = quantizer.lookup(Tensor.of(new long[] {0, 1, 2, 3}, 1, 2, 2));

        assertThat(codes.shape()).containsExactly(1, 1, 2, 2);
        assertThat(codes.toFloatArray()).containsExactly(4, 0, 3, 4);
    }

    @Test
    void aFixedIndexStandsForAllOthers() {
        Quantizer quantizer = quantizer(new UnknownIndex.Fixed(2));

        assertThat(quantizer.numCodes()).isEqualTo(3);
        assertThat(quantizer
                        .quantize(numbers(0, 1, 2, 3), QuantizerMode.EVALUATION)
                        .indices()
                        .toLongArray())
                .containsExactly(1, 2, 2, 2);
    }

    @Test
    void aRandomIndexIsAnyOfThoseInUse() {
        Generator.manualSeed(1);
        Quantizer quantizer = quantizer(new UnknownIndex.Random());
        float[] others = new float[60];
        Arrays.fill(others, 1);

        assertThat(quantizer.numCodes()).isEqualTo(3);
        assertThat(quantizer
                        .quantize(numbers(others), QuantizerMode.EVALUATION)
                        .indices()
                        .toLongArray())
                .contains(0, 1, 2)
                .containsOnly(0, 1, 2);
    }

    @Test
    void theCodesInUseAreABufferOfTheReferencesName() {
        quantizer(new UnknownIndex.Random());
        assertThat(parameters.buffers().get("used").toLongArray()).containsExactly(4, 0, 3);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        UnknownIndex random = new UnknownIndex.Random();
        assertThatThrownBy(() -> new IndexRemap(List.of(), random)).hasMessageContaining("no code in use");
        assertThatThrownBy(() -> new IndexRemap(List.of(1, 2, 1), random))
                .hasMessageContaining("code 1 is there twice");
        assertThatThrownBy(() -> new IndexRemap(List.of(1, -2), random)).hasMessageContaining("code -2 is negative");
        assertThatThrownBy(() -> new IndexRemap(USED, new UnknownIndex.Fixed(3)))
                .hasMessageContaining("unknown_index is 3");
        assertThatThrownBy(() -> new QuantizerConfig.Remapped(CODES, new IndexRemap(List.of(2, 6), random)))
                .hasMessageContaining("no code 6");
    }
}
