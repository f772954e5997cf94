package org.gatun.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that grows by whole records: one that cannot be written, on a full disk say, leaves nothing of itself behind. */
public final class RecordFile implements AutoCloseable {
    private final FileChannel channel;
    private long length;

    private RecordFile(FileChannel channel, long length) {
        this.channel = channel;
        this.length = length;
    }

    /**
     * Opens a file to append to, or makes it.
     *
     * @param length where to go on; what is behind is cut off
     */
    public static RecordFile open(Path file, long length) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            channel.truncate(length);
            return new RecordFile(channel, Math.min(length, channel.size()));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Bytes written so far. */
    public long length() {
        return length;
    }

    /** Writes a record behind the others. */
    public void append(byte[] record) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(record);
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer, length + buffer.position());
            }
        } catch (IOException e) {
            cutOff(e);
            throw e;
        }
        length += record.length;
    }

    /** Waits until all that was written survives a loss of power. */
    public void force() throws IOException {
        channel.force(false);
    }

    private void cutOff(IOException failure) {
        try {
            channel.truncate(length);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
