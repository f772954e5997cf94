package org.gatun.train;

import java.util.concurrent.CancellationException;

/** The run was interrupted while pictures became codes: there is nothing yet to save. */
final class EncodingCancelledException extends CancellationException {

    private static final long serialVersionUID = 1;

    EncodingCancelledException() {
        super("interrupted while codes were made");
    }
}
