package org.gatun.vqgan;

import java.util.ArrayList;
import java.util.List;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/** The residual blocks of one resolution, each followed by attention where the configuration asks for it. */
final class ResolutionLevel {

    private final List<ResnetBlock> blocks = new ArrayList<>();
    private final List<AttnBlock> attentions = new ArrayList<>();

    ResolutionLevel(
            ParameterPath path,
            Layers layers,
            int inChannels,
            int outChannels,
            int numBlocks,
            boolean attention,
            double dropout) {
        for (int i = 0; i < numBlocks; i++) {
            blocks.add(new ResnetBlock(
                    path.at("block").at(i), layers, i == 0 ? inChannels : outChannels, outChannels, dropout));
            if (attention) {
                attentions.add(new AttnBlock(path.at("attn").at(i), layers, outChannels));
            }
        }
    }

    /** (B, in, H, W) to (B, out, H, W). */
    Tensor forward(Tensor x, boolean training) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor h = MemoryLayout.forNorms(x);
            for (int i = 0; i < blocks.size(); i++) {
                h = blocks.get(i).forward(h, training);
                if (!attentions.isEmpty()) {
                    h = attentions.get(i).forward(h);
                }
            }
            return scope.moveToOuter(h);
        }
    }
}
