package org.gatun.data;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A file of decoded pictures, made once by {@link ImagePackWriter} and read by mapping it into memory: no file is opened and nothing
 * is decoded in training.
 *
 * <p>It begins with {@link #MAGIC}. The pictures' bytes follow, one picture after the other, then the index: format version, size
 * and crop, classes, number of training pictures, and of each picture, those to train on first, name, label, width, height and
 * CRC-32C, as {@link java.io.DataOutputStream} writes them. The last {@value #TRAILER_BYTES} bytes are, in the same order of bytes,
 * the index's length (8), its CRC-32C (4) and the format's number of the trailer (4).
 */
final class ImagePack {
    static final byte[] MAGIC = "gatunpix".getBytes(StandardCharsets.US_ASCII);
    static final int VERSION = 1;
    static final int TRAILER_BYTES = Long.BYTES + 2 * Integer.BYTES;
    static final int TRAILER_MARK = 0x67617475;

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private ImagePack() {}

    /** Whether the file begins as a packed file does. */
    static boolean isPack(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        } catch (IOException e) {
            throw new DataException("Can't read " + file + ": " + e, e);
        }
    }

    /**
     * Maps a file. The mapping ends when nobody refers to the pictures any more.
     *
     * @throws DataException if it is damaged or of another version
     */
    static ImageDataset open(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(file, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto()));
        } catch (IOException e) {
            throw new DataException("Can't read the packed pictures " + file + ": " + e, e);
        }
    }

    private static ImageDataset read(Path file, MemorySegment content) {
        long trailer = content.byteSize() - TRAILER_BYTES;
        if (trailer < MAGIC.length || content.get(INT, trailer + Long.BYTES + Integer.BYTES) != TRAILER_MARK) {
            throw damaged(file, "its end is missing");
        }
        long length = content.get(LONG, trailer);
        if (length < 0 || length > Math.min(Integer.MAX_VALUE, trailer - MAGIC.length)) {
            throw damaged(file, "its index is said to have " + length + " bytes");
        }
        MemorySegment index = content.asSlice(trailer - length, length);
        if (PackedImage.checksum(index) != content.get(INT, trailer + Long.BYTES)) {
            throw damaged(file, "the checksum of its index is wrong");
        }
        MemorySegment pixels = content.asSlice(MAGIC.length, trailer - length - MAGIC.length);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(index.toArray(ValueLayout.JAVA_BYTE)))) {
            return read(file, in, pixels);
        } catch (IOException e) {
            throw damaged(file, "its index ends too early");
        }
    }

    private static ImageDataset read(Path file, DataInputStream in, MemorySegment pixels) throws IOException {
        int version = in.readInt();
        if (version != VERSION) {
            throw new DataException(
                    "The packed pictures " + file + " are of version " + version + ", and this is known: " + VERSION);
        }
        PackFrame frame = new PackFrame(in.readInt(), in.readBoolean() ? Crop.RANDOM : Crop.CENTER);
        List<String> classes = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            classes.add(in.readUTF());
        }
        int train = in.readInt();
        int count = in.readInt();
        List<LabeledImage> images = new ArrayList<>();
        long at = 0;
        for (int i = 0; i < count; i++) {
            Path name = file.resolve(in.readUTF());
            int label = in.readInt();
            int width = in.readInt();
            int height = in.readInt();
            long bytes = (long) RgbImage.CHANNELS * width * height;
            if (label < 0 || label >= classes.size() || width < 1 || height < 1 || bytes > pixels.byteSize() - at) {
                throw damaged(file, "its index does not fit its pictures");
            }
            images.add(new LabeledImage(
                    name, label, new PackedImage(pixels.asSlice(at, bytes), width, height, in.readInt(), frame)));
            at += bytes;
        }
        if (train < 0 || train > count) {
            throw damaged(file, "its index does not fit its pictures");
        }
        return new ImageDataset(
                file,
                classes,
                new ImageSplit(ImageDataset.TRAIN, file, images.subList(0, train)),
                new ImageSplit(ImageDataset.VAL, file, images.subList(train, count)));
    }

    private static DataException damaged(Path file, String how) {
        return new DataException("The packed pictures " + file + " are damaged: " + how + ". Pack them again");
    }
}
