package org.gatun.gpt;

import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/** Which positions see which. */
final class AttentionMask {

    private AttentionMask() {}

    /** (1, 1, length, length), true at (i, j) if j <= i or both are below {@code nUnmasked}. */
    static Tensor causal(int length, int nUnmasked, Device device) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor columns = Torch.arange(length, null, device);
            Tensor rows = columns.unsqueeze(1);
            Tensor unmasked = rows.lt(nUnmasked).logical_and(columns.lt(nUnmasked));
            return scope.moveToOuter(columns.le(rows).logical_or(unmasked).view(1, 1, length, length));
        }
    }

    /** (1, 1, count, position + count): the rows of {@code count} tokens behind {@code position} others, true where they see. */
    static Tensor causalRows(long position, long count, Device device) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor columns = Torch.arange(position + count, null, device);
            Tensor rows = columns.narrow(0, position, count).unsqueeze(1);
            return scope.moveToOuter(columns.le(rows).view(1, 1, count, position + count));
        }
    }
}
