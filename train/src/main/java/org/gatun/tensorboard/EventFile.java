package org.gatun.tensorboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.gatun.checkpoint.RecordFile;

/**
 * One of the files from which TensorBoard reads a run: {@code Event} messages (tensorflow/core/util/event.proto,
 * tensorflow/core/framework/summary.proto), each framed as a TFRecord. A run that goes on writes another file beside the older ones.
 */
public final class EventFile implements AutoCloseable {

    private static final int RGB = 3;
    private static final int SESSION_START = 1;

    /** Where the width stands in a PNG file, before the height. */
    private static final int PNG_WIDTH = 16;

    /** Added to a rotated checksum, so that a checksum of data that holds checksums means something. */
    private static final int CRC_MASK = 0xa282ead8;

    private final Clock clock;
    private final RecordFile out;

    private EventFile(RecordFile out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    /**
     * Begins a file in {@code folder}.
     *
     * @param step from which it goes on: TensorBoard then forgets what older files say of it and of later ones
     */
    public static EventFile create(Path folder, long step, Clock clock) {
        Instant now = clock.instant();
        Path path = folder.resolve("events.out.tfevents." + now.getEpochSecond() + "." + now.getNano() + ".gatun");
        try {
            Files.createDirectories(folder);
            EventFile file = new EventFile(RecordFile.open(path, 0), clock);
            file.write(file.event(0).text(3, "brain.Event:2"));
            file.write(file.event(step).message(7, new ProtobufMessage().integer(1, SESSION_START)));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }

    public void scalar(String tag, long step, double value) {
        summary(step, value(tag).real32(2, (float) value));
    }

    /** A picture, as the bytes of a PNG file. */
    public void png(String tag, long step, byte[] png) {
        ByteBuffer header = ByteBuffer.wrap(png, PNG_WIDTH, 2 * Integer.BYTES);
        int width = header.getInt();
        ProtobufMessage image = new ProtobufMessage()
                .integer(1, header.getInt())
                .integer(2, width)
                .integer(3, RGB)
                .bytes(4, png);
        summary(step, value(tag).message(4, image));
    }

    /** How often each of the numbers 0, 1, 2, ... occurs. */
    public void histogram(String tag, long step, double[] counts) {
        double[] limits =
                IntStream.range(0, counts.length).mapToDouble(i -> i + 0.5).toArray();
        ProtobufMessage histogram = new ProtobufMessage()
                .real64(1, 0)
                .real64(2, counts.length - 1.0)
                .real64(3, Arrays.stream(counts).sum())
                .real64(4, moment(counts, 1))
                .real64(5, moment(counts, 2))
                .real64s(6, limits)
                .real64s(7, counts);
        summary(step, value(tag).message(5, histogram));
    }

    private static double moment(double[] counts, int power) {
        return IntStream.range(0, counts.length)
                .mapToDouble(i -> counts[i] * Math.pow(i, power))
                .sum();
    }

    private static ProtobufMessage value(String tag) {
        return new ProtobufMessage().text(1, tag);
    }

    private void summary(long step, ProtobufMessage value) {
        write(event(step).message(5, new ProtobufMessage().message(1, value)));
    }

    private ProtobufMessage event(long step) {
        Instant now = clock.instant();
        return new ProtobufMessage()
                .real64(1, now.getEpochSecond() + now.getNano() / 1e9)
                .integer(2, step);
    }

    /** As a TFRecord: length, its checksum, data, their checksum. */
    private void write(ProtobufMessage event) {
        byte[] data = event.toBytes();
        byte[] length = littleEndian(Long.BYTES).putLong(data.length).array();
        byte[] record = littleEndian(length.length + data.length + 2 * Integer.BYTES)
                .put(length)
                .putInt(maskedCrc(length))
                .put(data)
                .putInt(maskedCrc(data))
                .array();
        try {
            out.append(record);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the event file", e);
        }
    }

    static int maskedCrc(byte[] data) {
        CRC32C crc = new CRC32C();
        crc.update(data);
        return Integer.rotateRight((int) crc.getValue(), 15) + CRC_MASK;
    }

    private static ByteBuffer littleEndian(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the event file", e);
        }
    }
}
