package org.gatun.checkpoint;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;

/**
 * The bytes of a pickle. It never gives more than {@link #MAX_LENGTH} of them, and it lets a declared length be
 * compared with what is left before anything of that length is allocated.
 */
final class PickleInput extends InputStream {
    /** A checkpoint's pickle holds names and shapes, not elements; 64 MiB are hundreds of thousands of tensors. */
    static final long MAX_LENGTH = 64L << 20;

    private static final int MAX_LINE = 4096;

    private final MemorySegment bytes;
    private final long start;
    private final long end;
    private long position;

    /** Reads from {@code start}, a position in {@code bytes}. */
    PickleInput(MemorySegment bytes, long start) {
        this.bytes = bytes;
        this.start = start;
        this.end = Math.min(bytes.byteSize(), start + MAX_LENGTH);
        this.position = start;
    }

    /** Position in the whole of the bytes given. */
    long position() {
        return position;
    }

    /** Bytes read. */
    long count() {
        return position - start;
    }

    @Override
    public int read() {
        return position < end ? Byte.toUnsignedInt(bytes.get(JAVA_BYTE, position++)) : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (position == end && length > 0) {
            return -1;
        }
        int count = (int) Math.min(length, end - position);
        MemorySegment.copy(bytes, JAVA_BYTE, position, target, offset, count);
        position += count;
        return count;
    }

    /** Refuses a counted item whose length, in the next {@code lengthBytes} bytes, is more than what is left. */
    void requireCounted(int lengthBytes, long maximum) throws IOException {
        if (end - position < lengthBytes) {
            throw new IOException("it ends in the middle of a length");
        }
        long length = switch (lengthBytes) {
            case 1 -> Byte.toUnsignedLong(bytes.get(JAVA_BYTE, position));
            // Signed: Python writes no length above 2^31 here.
            case 4 -> bytes.get(LittleEndian.INT, position);
            default -> bytes.get(LittleEndian.LONG, position);
        };
        long possible = Math.min(maximum, end - position - lengthBytes);
        if (length < 0 || length > possible) {
            throw new IOException("an item declares %d bytes, at most %d are possible".formatted(length, possible));
        }
    }

    /** Refuses a line, such as a number in decimal digits, that is long enough to be slow to convert. */
    void requireShortLine() throws IOException {
        long limit = Math.min(end, position + MAX_LINE);
        for (long i = position; i < limit; i++) {
            if (bytes.get(JAVA_BYTE, i) == '\n') {
                return;
            }
        }
        throw new IOException("a line does not end within " + MAX_LINE + " bytes");
    }
}
