package org.gatun.gpt;

import org.gatun.nn.Init;
import org.gatun.nn.Linear;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.Tensor;

/** Two linear layers, four times as wide in between, with the exact GELU: {@code mlp.0}, {@code mlp.2}. */
final class Mlp implements FeedForward {

    private final Linear fc;
    private final Linear proj;

    Mlp(ParameterPath path, GptConfig config, Init init) {
        long width = config.nEmbd();
        this.fc = new Linear(path.at(0), width, 4 * width, true, init, Init.ZEROS);
        this.proj = new Linear(path.at(2), 4 * width, width, true, init, Init.ZEROS);
    }

    /** (..., C) to (..., C). */
    @Override
    public Tensor forward(Tensor x) {
        return proj.forward(fc.forward(x).gelu());
    }

    @Override
    public Tensor forwardColumns(Tensor columns) {
        return proj.forwardColumns(fc.forwardColumns(columns).gelu());
    }
}
