package org.gatun.vqgan.quantize;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatun.torch.DType;
import org.gatun.torch.Generator;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearestCodeTest {

    @Test
    void nearestIsWhatComparingAllDistancesFinds() {
        Generator.manualSeed(1);
        try (TensorScope _ = TensorScope.open()) {
            Tensor z = Torch.randn(new long[] {50, 4}, DType.FLOAT64);
            Tensor codes = Torch.randn(new long[] {17, 4}, DType.FLOAT64);
            Tensor distances = z.unsqueeze(1).sub(codes.unsqueeze(0)).square().sum(2);

            assertThat(NearestCode.search(z, codes).toLongArray())
                    .containsExactly(distances.argmin(1).toLongArray());
        }
    }

    /** Blocks that divide the 50 positions, blocks that leave a rest, and blocks of one. */
    @ParameterizedTest
    @ValueSource(longs = {17 * 49, 17 * 25, 17 * 7 + 3, 17, 1})
    void blocksFindTheSameCodesAsTheWholeMatrix(long maxDistances) {
        Generator.manualSeed(2);
        try (TensorScope _ = TensorScope.open()) {
            Tensor z = Torch.randn(50, 4);
            Tensor codes = Torch.randn(17, 4);

            assertThat(NearestCode.search(z, codes, maxDistances).toLongArray())
                    .containsExactly(NearestCode.search(z, codes).toLongArray());
        }
    }

    @Test
    void noBlockOfDistancesOutlivesTheNext() {
        try (TensorScope _ = TensorScope.open()) {
            Tensor z = Torch.randn(64, 4);
            Tensor codes = Torch.randn(16, 4);
            Tensor.resetPeakCount();
            long before = Tensor.liveCount();
            Tensor indices = NearestCode.search(z, codes, 16); // 64 blocks

            assertThat(indices.numel()).isEqualTo(64);
            assertThat(Tensor.liveCount()).isEqualTo(before + 1);
            // |e|², the transposed view, 64 views of z, an index a block, one matrix, the result.
            assertThat(Tensor.peakCount() - before).isLessThanOrEqualTo(2 + 64 + 64 + 1 + 1);
        }
    }
}
