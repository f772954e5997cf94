package org.gatun.gpt;

import org.gatun.nn.Init;
import org.gatun.nn.Linear;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.Tensor;

/**
 * The feed-forward layer of Llama (arXiv 2002.05202, section 2): w2(silu(w1 x) * w3 x), of about as many parameters as the {@link Mlp}:
 * two thirds of its width, rounded up to a multiple of 256.
 */
final class SwiGlu implements FeedForward {

    private static final long MULTIPLE_OF = 256;

    private final Linear w1;
    private final Linear w2;
    private final Linear w3;

    SwiGlu(ParameterPath path, GptConfig config, Init init) {
        long width = config.nEmbd();
        long hidden = Math.ceilDiv(2 * 4 * width / 3, MULTIPLE_OF) * MULTIPLE_OF;
        this.w1 = new Linear(path.at("w1"), width, hidden, false, init, Init.ZEROS);
        this.w2 = new Linear(path.at("w2"), hidden, width, false, init, Init.ZEROS);
        this.w3 = new Linear(path.at("w3"), width, hidden, false, init, Init.ZEROS);
    }

    /** (..., C) to (..., C). */
    @Override
    public Tensor forward(Tensor x) {
        return w2.forward(w1.forward(x).silu().mul(w3.forward(x)));
    }

    @Override
    public Tensor forwardColumns(Tensor columns) {
        return w2.forwardColumns(w1.forwardColumns(columns).silu().mul(w3.forwardColumns(columns)));
    }
}
