package org.gatun.gpt;

import org.gatun.nn.Linear;
import org.gatun.nn.Module;
import org.gatun.torch.Tensor;

/** The layers of a block that see each position alone: (..., C) to (..., C). */
interface FeedForward extends Module {

    /** The same of columns, (C, N) to (C, N), as {@link Linear#forwardColumns}. */
    Tensor forwardColumns(Tensor columns);
}
