package org.gatun.train;

import java.util.List;
import java.util.Map;
import org.gatun.data.BatchSource;
import org.gatun.data.DataPosition;
import org.gatun.data.UnreadableImages;

/** Encodes pictures as they are learned, each time cropped and mirrored anew, as the reference does. It owns its source. */
record OnTheFlyCodes(CodeEncoder encoder, BatchSource source) implements CodeSource {

    /** @param batchSize that of the source */
    @Override
    public CodeBatch next(int batchSize) {
        return encoder.encode(source.next(), source, false);
    }

    @Override
    public Map<String, String> position() {
        return source.position().texts();
    }

    @Override
    public void resume(Map<String, String> position) {
        source.seek(DataPosition.of(position));
    }

    @Override
    public List<UnreadableImages> unreadable() {
        return List.of(source.unreadable());
    }

    @Override
    public void close() {
        source.close();
    }
}
