package org.gatun.gpt;

import org.gatun.nn.Linear;
import org.gatun.torch.Tensor;

/** One position of each sequence as the columns that {@link Linear#forwardColumns} takes. */
final class Columns {

    private Columns() {}

    /** (B, 1, C), or with its heads apart (B, H, 1, D), to (C, B). */
    static Tensor of(Tensor x) {
        return x.flatten(1).t();
    }

    /** (C, B) to (B, 1, C), a view. */
    static Tensor toRows(Tensor columns) {
        return columns.t().unsqueeze(1);
    }
}
