package org.gatun.vqgan;

import org.gatun.nn.ParameterPath;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/** Residual block, attention, residual block, at the lowest resolution: {@code mid} in the reference. */
final class MiddleBlock {

    private final ResnetBlock block1;
    private final AttnBlock attn1;
    private final ResnetBlock block2;

    MiddleBlock(ParameterPath path, Layers layers, int channels, double dropout) {
        this.block1 = new ResnetBlock(path.at("block_1"), layers, channels, channels, dropout);
        this.attn1 = new AttnBlock(path.at("attn_1"), layers, channels);
        this.block2 = new ResnetBlock(path.at("block_2"), layers, channels, channels, dropout);
    }

    Tensor forward(Tensor x, boolean training) {
        try (TensorScope scope = TensorScope.open()) {
            return scope.moveToOuter(
                    block2.forward(attn1.forward(block1.forward(MemoryLayout.forNorms(x), training)), training));
        }
    }
}
