package org.gatun.vqgan;

import java.util.ArrayList;
import java.util.List;
import org.gatun.nn.ParameterPath;
import org.gatun.nn.Stage;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/** The residual blocks of one resolution, each followed by attention where the configuration asks for it. */
final class ResolutionLevel {

    private final ParameterPath path;
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
        this.path = path;
        for (int i = 0; i < numBlocks; i++) {
            blocks.add(new ResnetBlock(
                    path.at("block").at(i), layers, i == 0 ? inChannels : outChannels, outChannels, dropout));
            if (attention) {
                attentions.add(new AttnBlock(path.at("attn").at(i), layers, outChannels));
            }
        }
    }

    /** (B, in, H, W) to (B, out, H, W), a stage a block. */
    List<Stage> stages() {
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            int index = i;
            stages.add(Stage.at(
                    (x, training) -> block(index, x, training),
                    path.at("block").at(i),
                    path.at("attn").at(i)));
        }
        return stages;
    }

    private Tensor block(int index, Tensor x, boolean training) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor h = blocks.get(index).forward(index == 0 ? MemoryLayout.forNorms(x) : x, training);
            return scope.moveToOuter(
                    attentions.isEmpty() ? h : attentions.get(index).forward(h));
        }
    }
}
