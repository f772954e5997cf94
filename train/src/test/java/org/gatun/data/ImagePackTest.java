package org.gatun.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImagePackTest {
    private static final int SIZE = 4;
    private static final int PICTURES = 10;

    @TempDir
    private Path folder;

    private Path pictures;
    private Path pack;

    @BeforeEach
    void writePictures() throws IOException {
        pictures = folder.resolve("pictures");
        pack = folder.resolve("pictures.pack");
        for (int i = 0; i < PICTURES; i++) {
            TestImages.write(
                    TestImages.halves(9 + i, 7, i << 16, 0x00FF00),
                    pictures.resolve("%s/%d.png".formatted(i % 3 == 0 ? "a" : "b", i)));
        }
    }

    private ImagePackWriter.Summary pack(Crop crop) {
        return new ImagePackWriter(new PackFrame(SIZE, crop), 2).write(ImageDataset.open(pictures), pack, _ -> {});
    }

    private static ImageTransform transform(Crop crop) {
        return new ImageTransform(SIZE, crop, true, PixelLayout.CHANNELS_FIRST);
    }

    @ParameterizedTest
    @EnumSource(Crop.class)
    void batchesAreThoseOfTheFolder(Crop crop) {
        ImagePackWriter.Summary summary = pack(crop);
        assertThat(summary.pictures()).isEqualTo(PICTURES);
        assertThat(pack).hasSize(summary.bytes());
        BatchOptions options = BatchOptions.training(3, 5);

        try (BatchSource ofFolder = BatchSource.open(ImageDataset.open(pictures).train(), transform(crop), options);
                BatchSource ofPack = BatchSource.open(ImageDataset.open(pack).train(), transform(crop), options)) {
            for (int i = 0; i < 8; i++) {
                ImageBatch expected = ofFolder.next();
                ImageBatch actual = ofPack.next();
                assertThat(actual.pixels().toArray(ValueLayout.JAVA_FLOAT))
                        .isEqualTo(expected.pixels().toArray(ValueLayout.JAVA_FLOAT));
                assertThat(actual.labels()).isEqualTo(expected.labels());
            }
            assertThat(ofPack.cachedBytes()).as("read in place").isZero();
        }
    }

    @Test
    void classesAndSplitsAreThoseOfTheFolder() {
        pack(Crop.RANDOM);
        ImageDataset expected = ImageDataset.open(pictures);
        ImageDataset actual = ImageDataset.open(pack);

        assertThat(actual.classes()).isEqualTo(expected.classes());
        assertThat(names(actual.train(), pack)).isEqualTo(names(expected.train(), pictures));
        assertThat(names(actual.val(), pack))
                .isEqualTo(names(expected.val(), pictures))
                .isNotEmpty();
        assertThat(actual.countByClass()).isEqualTo(expected.countByClass());
    }

    private static List<String> names(ImageSplit split, Path root) {
        return split.images().stream()
                .map(image -> root.relativize(image.file()) + " of class " + image.label())
                .toList();
    }

    @Test
    void whatIsUnreadableIsLeftOutByNameAndCount() throws IOException {
        Files.writeString(pictures.resolve("a/3.png"), "broken");

        ImagePackWriter.Summary summary = pack(Crop.RANDOM);

        assertThat(summary.pictures()).isEqualTo(PICTURES - 1);
        assertThat(summary.unreadable().summary()).contains("1 unreadable picture", "3.png");
        assertThat(ImageDataset.open(pack).all().size()).isEqualTo(PICTURES - 1);
    }

    @Test
    void nothingIsWrittenIfNoPictureIsReadable() throws IOException {
        try (Stream<Path> files = Files.walk(pictures)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, "broken");
            }
        }
        assertThatThrownBy(() -> pack(Crop.RANDOM))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("pictures to train on is readable");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(pictures);
        }
    }

    @Test
    void pixelsThatHaveChangedAreUnreadable() throws IOException {
        pack(Crop.RANDOM);
        byte[] content = Files.readAllBytes(pack);
        content[ImagePack.MAGIC.length + 5] ^= 1; // of the first picture
        Files.write(pack, content);
        ImageSplit all = ImageDataset.open(pack).all();

        try (BatchSource source = BatchSource.open(all, transform(Crop.RANDOM), BatchOptions.evaluation(PICTURES))) {
            assertThat(source.next().size()).isEqualTo(PICTURES - 1);
            assertThat(source.unreadable().reasons())
                    .containsOnlyKeys(all.images().getFirst().file());
            assertThat(source.unreadable().summary()).contains("checksum");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 60, 400})
    void aFileThatEndsTooEarlyIsRefused(int missing) throws IOException {
        pack(Crop.RANDOM);
        byte[] content = Files.readAllBytes(pack);
        Files.write(pack, Arrays.copyOf(content, content.length - missing));

        assertThatThrownBy(() -> ImageDataset.open(pack))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void anIndexThatHasChangedIsRefused() throws IOException {
        pack(Crop.RANDOM);
        byte[] content = Files.readAllBytes(pack);
        content[content.length - ImagePack.TRAILER_BYTES - 30] ^= 1;
        Files.write(pack, content);

        assertThatThrownBy(() -> ImageDataset.open(pack))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the checksum of its index");
    }

    @Test
    void picturesOfAnotherSizeCropOrKindAreRefused() {
        pack(Crop.CENTER);
        ImageSplit train = ImageDataset.open(pack).train();
        BatchOptions options = BatchOptions.training(2, 1);

        assertThatThrownBy(() -> BatchSource.open(train, ImageTransform.evaluation(2 * SIZE), options))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("4 pixels")
                .hasMessageContaining("8 are wanted");
        assertThatThrownBy(() -> BatchSource.open(train, ImageTransform.training(SIZE), options))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("random crops");
        ImageTransform depth = ImageTransform.evaluation(SIZE).withKind(new PictureKind.Depth());
        assertThatThrownBy(() -> BatchSource.open(train, depth, options))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("depth");
    }

    @Test
    void aFileThatCannotBeWrittenIsAClearError() {
        pack = folder.resolve("missing/pictures.pack");
        assertThatThrownBy(() -> pack(Crop.RANDOM))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(pack.toString())
                .hasMessageContaining("folder does not exist");
    }
}
