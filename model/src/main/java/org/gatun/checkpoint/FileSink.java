package org.gatun.checkpoint;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Sequential output to a file; segments may be larger than a ByteBuffer. */
public final class FileSink {
    private static final long CHUNK = 1L << 26;

    private final FileChannel channel;
    private long position;

    FileSink(FileChannel channel) {
        this.channel = channel;
    }

    /** Bytes written so far. */
    public long position() {
        return position;
    }

    /** Appends bytes. */
    public void write(byte[] bytes) throws IOException {
        write(MemorySegment.ofArray(bytes));
    }

    /** Appends bytes. */
    public void write(MemorySegment bytes) throws IOException {
        for (long offset = 0; offset < bytes.byteSize(); offset += CHUNK) {
            ByteBuffer buffer = bytes.asSlice(offset, Math.min(CHUNK, bytes.byteSize() - offset))
                    .asByteBuffer();
            while (buffer.hasRemaining()) {
                position += channel.write(buffer);
            }
        }
    }
}
