package org.gatun.train;

import org.gatun.data.BatchSource;

/** Encodes pictures as they are learned, each time cropped and mirrored anew, as the reference does. It owns its source. */
record OnTheFlyCodes(CodeEncoder encoder, BatchSource source) implements CodeSource {

    /** @param batchSize that of the source */
    @Override
    public CodeBatch next(int batchSize) {
        return encoder.encode(source.next(), source, false);
    }

    @Override
    public void close() {
        source.close();
    }
}
