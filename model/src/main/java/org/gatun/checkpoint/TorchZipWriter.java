package org.gatun.checkpoint;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;

/** Writes the zip format of {@code torch.save}. */
final class TorchZipWriter {
    /** The folder in the archive; PyTorch takes any name, and a fixed one makes equal input give equal bytes. */
    private static final String ROOT = "archive/";

    private static final String FORMAT_VERSION = "3\n";

    private TorchZipWriter() {}

    /** The n-th tensor's elements become the storage with key n. */
    static void write(Path path, byte[] pickle, Collection<StoredTensor> tensors) {
        AtomicFile.write(path, sink -> {
            StoredZipWriter zip = new StoredZipWriter(sink);
            zip.add(ROOT + "data.pkl", MemorySegment.ofArray(pickle));
            addText(zip, "byteorder", "little");
            int key = 0;
            for (StoredTensor tensor : tensors) {
                zip.add(ROOT + "data/" + key++, tensor.data());
            }
            addText(zip, "version", FORMAT_VERSION);
            zip.finish();
        });
    }

    private static void addText(StoredZipWriter zip, String name, String text) throws IOException {
        zip.add(ROOT + name, MemorySegment.ofArray(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
