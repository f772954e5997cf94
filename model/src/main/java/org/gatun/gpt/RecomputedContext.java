package org.gatun.gpt;

import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/** Computes the whole sequence anew at each step, as positions that all see each other require. */
final class RecomputedContext implements GptContext {

    private final Gpt gpt;
    private final Tensor tokens;
    private long length;

    RecomputedContext(Gpt gpt, long batch, long maxLength) {
        this.gpt = gpt;
        ContextLength.check(maxLength, gpt.config());
        try (TensorScope scope = TensorScope.open()) {
            this.tokens = scope.keep(Torch.empty(
                    new long[] {batch, maxLength}, DType.INT64, gpt.path().device()));
        }
    }

    @Override
    public Tensor append(Tensor next) {
        long count = next.size(1);
        ContextLength.checkRoom(length, count, tokens.size(1));
        try (TensorScope scope = TensorScope.open();
                var _ = Autograd.noGrad()) {
            tokens.narrow(1, length, count).copy_(next);
            length += count;
            Tensor features = gpt.features(tokens.narrow(1, 0, length), null, false);
            return scope.moveToOuter(gpt.logits(features.select(1, -1)));
        }
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void clear() {
        length = 0;
    }

    @Override
    public void close() {
        tokens.close();
    }
}
