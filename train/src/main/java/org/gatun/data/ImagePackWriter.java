package org.gatun.data;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.gatun.checkpoint.AtomicFile;
import org.gatun.checkpoint.CheckpointException;
import org.gatun.checkpoint.FileSink;

/**
 * Decodes the pictures of a data set once, and writes them into one file: see {@link ImagePack}.
 *
 * @param frame what is done to the pictures
 * @param threads threads that decode
 */
public record ImagePackWriter(PackFrame frame, int threads) {
    private static final int AHEAD = 4;

    /**
     * What was written.
     *
     * @param pictures how many
     * @param bytes of the file
     * @param unreadable those that were left out
     */
    public record Summary(int pictures, long bytes, UnreadableImages unreadable) {}

    /**
     * Writes the file, with the classes and splits of the data set. It appears whole or not at all.
     *
     * @param progress told after each picture how many are done
     * @throws DataException if no picture is readable, or the file can't be written
     */
    public Summary write(ImageDataset dataset, Path file, IntConsumer progress) {
        UnreadableImages unreadable = new UnreadableImages();
        ItemReader reader = new ItemReader(dataset.all(), frame.transform(), null);
        try (DecodeAhead decoded = new DecodeAhead(new DecodingThreads(reader, unreadable, threads), AHEAD * threads)) {
            Writing writing = new Writing(dataset, decoded, unreadable, progress);
            AtomicFile.write(file, writing::writeTo);
            return new Summary(writing.pictures, writing.bytes, unreadable);
        } catch (CheckpointException e) {
            throw new DataException(e.getMessage(), e);
        }
    }

    /** The writing of one file. */
    private final class Writing {
        private final ImageDataset dataset;
        private final DecodeAhead decoded;
        private final UnreadableImages unreadable;
        private final IntConsumer progress;
        private final ByteArrayOutputStream entries = new ByteArrayOutputStream();
        private int pictures;
        private int trained;
        private long bytes;

        private Writing(ImageDataset dataset, DecodeAhead decoded, UnreadableImages unreadable, IntConsumer progress) {
            this.dataset = dataset;
            this.decoded = decoded;
            this.unreadable = unreadable;
            this.progress = progress;
        }

        private void writeTo(FileSink sink) throws IOException {
            sink.write(ImagePack.MAGIC);
            List<LabeledImage> images = dataset.all().images();
            decoded.expect(IntStream.range(0, images.size()).toArray(), 0);
            DataOutputStream index = new DataOutputStream(entries);
            for (int i = 0; i < images.size(); i++) {
                Optional<DecodedItem> item = decoded.at(i);
                if (item.isPresent()) {
                    write(sink, index, images.get(i), item.get().picture());
                    pictures++;
                    trained += i < dataset.train().size() ? 1 : 0;
                }
                progress.accept(i + 1);
            }
            if (trained == 0) {
                throw new DataException("None of the " + dataset.train().size() + " pictures to train on is readable. "
                        + unreadable.summary());
            }
            byte[] head = head();
            byte[] all = ByteBuffer.allocate(head.length + entries.size())
                    .put(head)
                    .put(entries.toByteArray())
                    .array();
            sink.write(all);
            sink.write(ByteBuffer.allocate(ImagePack.TRAILER_BYTES)
                    .putLong(all.length)
                    .putInt(PackedImage.checksum(MemorySegment.ofArray(all)))
                    .putInt(ImagePack.TRAILER_MARK)
                    .array());
            bytes = sink.position();
        }

        private void write(FileSink sink, DataOutputStream index, LabeledImage image, DecodedImage picture)
                throws IOException {
            sink.write(picture.pixels());
            index.writeUTF(name(image));
            index.writeInt(image.label());
            index.writeInt(picture.width());
            index.writeInt(picture.height());
            index.writeInt(PackedImage.checksum(picture.pixels()));
        }

        /** As below the folder; of a picture that lies elsewhere its whole path. */
        private String name(LabeledImage image) {
            Path file = image.file().toAbsolutePath().normalize();
            Path root = dataset.root().toAbsolutePath().normalize();
            Path folder = file.startsWith(root) ? root : root.getParent();
            Path name = file.startsWith(folder)
                    ? folder.relativize(file)
                    : file.getRoot().relativize(file);
            return name.toString().replace(name.getFileSystem().getSeparator(), "/");
        }

        private byte[] head() throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(head);
            out.writeInt(ImagePack.VERSION);
            out.writeInt(frame.size());
            out.writeBoolean(frame.crop() == Crop.RANDOM);
            out.writeInt(dataset.classes().size());
            for (String name : dataset.classes()) {
                out.writeUTF(name);
            }
            out.writeInt(trained);
            out.writeInt(pictures);
            return head.toByteArray();
        }
    }
}
