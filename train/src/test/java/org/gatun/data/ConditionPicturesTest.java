package org.gatun.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConditionPicturesTest {

    private static final int SIZE = 8;

    @TempDir
    private Path folder;

    @Test
    void depthIsReadFromTheBytesOfItsPixelsAndScaledFromSmallestToLargest() throws IOException {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_4BYTE_ABGR);
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                int bits = Float.floatToIntBits(100.5f + x);
                int[] rgba = {bits & 0xFF, bits >> 8 & 0xFF, bits >> 16 & 0xFF, bits >> 24 & 0xFF};
                image.getRaster().setPixel(x, y, rgba);
            }
        }
        ImageTransform transform = ImageTransform.evaluation(SIZE).withKind(new PictureKind.Depth());

        float[] pixels = values(FileDecoder.of(transform).decode(save(image, "depth.png")));

        for (int x = 0; x < SIZE; x++) {
            assertThat(pixels[x]).isCloseTo(2f * x / (SIZE - 1) - 1, within(1e-6f));
        }
    }

    @Test
    void aSegmentationMapKeepsItsClassesWhenItIsResized() throws IOException {
        BufferedImage image = new BufferedImage(2 * SIZE, 2 * SIZE, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 2 * SIZE; y++) {
            for (int x = 0; x < 2 * SIZE; x++) {
                image.getRaster().setSample(x, y, 0, x < SIZE ? 3 : 150);
            }
        }
        Path file = save(image, "classes.png");

        float[] pixels = values(FileDecoder.of(segmentation(151)).decode(file));

        assertThat(pixels).containsOnly(3, 150);
        assertThat(pixels[SIZE / 2 - 1]).isEqualTo(3);
        assertThat(pixels[SIZE / 2]).isEqualTo(150);
        assertThatThrownBy(() -> FileDecoder.of(segmentation(150)).decode(file))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessage("the class 150 of 150, 0 to 149");
    }

    @Test
    void aConditionIsCroppedAndMirroredAsItsPicture() throws IOException {
        // A picture whose brightness says the column, and its classes that say it, too.
        for (int i = 0; i < 3; i++) {
            BufferedImage picture = new BufferedImage(3 * SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
            BufferedImage classes = new BufferedImage(3 * SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
            for (int y = 0; y < SIZE; y++) {
                for (int x = 0; x < 3 * SIZE; x++) {
                    picture.setRGB(x, y, x << 16);
                    classes.getRaster().setSample(x, y, 0, x);
                }
            }
            save(picture, "pictures/" + i + ".png");
            save(classes, "classes/" + i + ".png");
        }
        ImageSplit split = ImageDataset.open(folder.resolve("pictures"), 0).train();
        ImageTransform transform = ImageTransform.training(SIZE);
        ConditionPictures conditions = ConditionPictures.paired(
                split, folder.resolve("classes"), transform.withKind(new PictureKind.Segmentation(3 * SIZE)));

        try (BatchSource source = BatchSource.open(split, transform, conditions, BatchOptions.training(3, 1))) {
            for (int batch = 0; batch < 4; batch++) {
                ImageBatch next = source.next();
                for (int picture = 0; picture < 3; picture++) {
                    for (int x = 0; x < SIZE; x++) {
                        float red = at(next.pixels(), picture * 3 * SIZE * SIZE + x);
                        float label = at(next.condition(), picture * SIZE * SIZE + x);
                        assertThat((red + 1) * 127.5f).isCloseTo(label, within(1e-3f));
                    }
                }
            }
        }
    }

    @Test
    void coordinatesTellWhereACropIsAndAreNotMirrored() throws IOException {
        save(new BufferedImage(2 * SIZE, SIZE, BufferedImage.TYPE_INT_RGB), "pictures/0.png");
        ImageSplit split = ImageDataset.open(folder.resolve("pictures"), 0).train();
        ImageTransform transform = ImageTransform.training(SIZE);
        ConditionPictures conditions =
                ConditionPictures.ofThemselves(split, transform.withKind(new PictureKind.Coordinates()));

        try (BatchSource source = BatchSource.open(split, transform, conditions, BatchOptions.training(1, 1))) {
            for (int batch = 0; batch < 8; batch++) {
                MemorySegment places = source.next().condition();
                float pixels = 2 * SIZE * SIZE;
                assertThat(at(places, 1) - at(places, 0)).isCloseTo(1 / pixels, within(1e-6f));
                assertThat(at(places, SIZE) - at(places, 0)).isCloseTo(2 * SIZE / pixels, within(1e-6f));
            }
        }
    }

    @Test
    void aPictureWithoutItsConditionIsNamed() throws IOException {
        save(new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB), "pictures/cat.png");
        Files.createDirectories(folder.resolve("depth"));
        ImageSplit split = ImageDataset.open(folder.resolve("pictures"), 0).train();

        assertThatThrownBy(
                        () -> ConditionPictures.paired(split, folder.resolve("depth"), ImageTransform.evaluation(SIZE)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("cat.png")
                .hasMessageContaining("has no condition");
    }

    @Test
    void picturesToMeasureWithHaveTheirConditionsByTheirNamesBelowTheirOwnFolder() throws IOException {
        for (String name : List.of("train/cats/a", "val/cats/b", "depth/cats/a", "depth/cats/b")) {
            save(new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB), name + ".png");
        }
        ImageSplit val = ImageDataset.open(folder.resolve("train"), 0)
                .withVal(ImageDataset.open(folder.resolve("val"), 0))
                .val();

        assertThat(ConditionPictures.paired(val, folder.resolve("depth"), ImageTransform.evaluation(SIZE))
                        .files())
                .containsExactly(folder.resolve("depth/cats/b.png"));
    }

    @Test
    void theFolderOfAListIsWhereItsPicturesHaveTheirNames() throws IOException {
        save(new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB), "pictures/a.png");
        save(new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB), "elsewhere/a.png");
        save(new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB), "depth/a.png");
        Path inside = Files.writeString(folder.resolve("pictures/list.txt"), "a.png\n");
        Path outside = Files.writeString(folder.resolve("pictures/outside.txt"), "../elsewhere/a.png\n");
        Path depth = folder.resolve("depth");
        ImageTransform transform = ImageTransform.evaluation(SIZE);

        assertThat(ConditionPictures.paired(ImageDataset.open(inside, 0).train(), depth, transform)
                        .files())
                .containsExactly(depth.resolve("a.png"));
        assertThatThrownBy(() ->
                        ConditionPictures.paired(ImageDataset.open(outside, 0).train(), depth, transform))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("outside");
    }

    @Test
    void aConditionOfAnotherShapeIsPassedOverAndSaid() throws IOException {
        for (String name : List.of("a", "b")) {
            save(new BufferedImage(2 * SIZE, SIZE, BufferedImage.TYPE_INT_RGB), "pictures/" + name + ".png");
        }
        save(new BufferedImage(2 * SIZE, SIZE, BufferedImage.TYPE_INT_RGB), "conditions/a.png");
        save(new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB), "conditions/b.png");
        ImageSplit split = ImageDataset.open(folder.resolve("pictures"), 0).train();
        ImageTransform transform = ImageTransform.training(SIZE);
        ConditionPictures conditions = ConditionPictures.paired(split, folder.resolve("conditions"), transform);

        try (BatchSource source = BatchSource.open(split, transform, conditions, BatchOptions.evaluation(4))) {
            assertThat(source.next().size()).isEqualTo(1);
            assertThat(source.unreadable().summary()).contains("b.png", "another shape");
        }
    }

    private static ImageTransform segmentation(int labels) {
        return ImageTransform.evaluation(SIZE).withKind(new PictureKind.Segmentation(labels));
    }

    private Path save(BufferedImage image, String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private static float[] values(DecodedImage image) {
        return image.pixels().toArray(ValueLayout.JAVA_FLOAT_UNALIGNED);
    }

    private static float at(MemorySegment values, int index) {
        return values.get(ValueLayout.JAVA_FLOAT_UNALIGNED, (long) index * Float.BYTES);
    }
}
