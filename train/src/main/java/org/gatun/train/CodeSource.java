package org.gatun.train;

/** Where training gets codes from. */
sealed interface CodeSource extends AutoCloseable permits CodeDataset, OnTheFlyCodes {

    /** The next batch, chosen at random; its tensors are the innermost scope's, on the device of training. */
    CodeBatch next(int batchSize);

    @Override
    void close();
}
