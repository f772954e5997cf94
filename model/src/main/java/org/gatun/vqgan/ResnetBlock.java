package org.gatun.vqgan;

import org.gatun.nn.Conv2d;
import org.gatun.nn.GroupNorm;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/** x + conv(swish(norm(conv(swish(norm(x)))))): (B, in, H, W) to (B, out, H, W). */
final class ResnetBlock {

    private final GroupNorm norm1;
    private final Conv2d conv1;
    private final GroupNorm norm2;
    private final double dropout;
    private final Conv2d conv2;
    private final Conv2d shortcut;

    ResnetBlock(ParameterPath path, Layers layers, int inChannels, int outChannels, double dropout) {
        this.norm1 = layers.norm(path.at("norm1"), inChannels);
        this.conv1 = layers.conv3x3(path.at("conv1"), inChannels, outChannels);
        this.norm2 = layers.norm(path.at("norm2"), outChannels);
        this.dropout = dropout;
        this.conv2 = layers.lastConv3x3(path.at("conv2"), outChannels);
        this.shortcut =
                inChannels == outChannels ? null : layers.conv1x1(path.at("nin_shortcut"), inChannels, outChannels);
    }

    Tensor forward(Tensor x, boolean training) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor h = conv1.forward(norm1.forward(x).silu()); // (B, out, H, W)
            h = norm2.forward(h).silu();
            if (dropout > 0) {
                h = Torch.dropout(h, dropout, training);
            }
            h = conv2.forward(h);
            Tensor residual = shortcut == null ? x : shortcut.forward(x);
            return scope.moveToOuter(residual.add(h));
        }
    }
}
