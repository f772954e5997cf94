package org.gatun.vqgan;

import org.gatun.nn.Conv2d;
import org.gatun.nn.GroupNorm;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/** Single-head attention of every position to every other, with a residual: (B, C, H, W) to the same. */
final class AttnBlock {

    private final GroupNorm norm;
    private final Conv2d q;
    private final Conv2d k;
    private final Conv2d v;
    private final Conv2d projOut;

    AttnBlock(ParameterPath path, Layers layers, int channels) {
        this.norm = layers.norm(path.at("norm"), channels);
        this.q = layers.conv1x1(path.at("q"), channels, channels);
        this.k = layers.conv1x1(path.at("k"), channels, channels);
        this.v = layers.conv1x1(path.at("v"), channels, channels);
        this.projOut = layers.lastConv1x1(path.at("proj_out"), channels);
    }

    Tensor forward(Tensor x) {
        try (TensorScope scope = TensorScope.open()) {
            long height = x.size(2);
            long width = x.size(3);
            Tensor h = norm.forward(x);
            // The default scale is 1 / sqrt(C), as here.
            Tensor attended = Torch.scaled_dot_product_attention(
                    positions(q.forward(h)), positions(k.forward(h)), positions(v.forward(h))); // (B, 1, H*W, C)
            h = attended.squeeze(1).transpose(1, 2).reshape(x.size(0), x.size(1), height, width); // (B, C, H, W)
            return scope.moveToOuter(x.add(projOut.forward(h)));
        }
    }

    private static Tensor positions(Tensor x) {
        return x.flatten(2).transpose(1, 2).unsqueeze(1); // (B, 1, H*W, C)
    }
}
