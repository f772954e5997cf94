package org.gatun.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageDatasetTest {
    @TempDir
    Path folder;

    @Test
    void firstLevelSubFoldersAreTheClassesInSortedOrder() throws IOException {
        touch("cats/b.png", "cats/deep/a.JPG", "birds/x.webp", "birds/notes.txt", "no-pictures/readme.md");

        ImageDataset images = ImageDataset.open(folder, 0);

        assertThat(images.classes()).containsExactly("birds", "cats");
        assertThat(images.train().images())
                .containsExactly(
                        new LabeledImage(folder.resolve("birds/x.webp"), 0),
                        new LabeledImage(folder.resolve("cats/b.png"), 1),
                        new LabeledImage(folder.resolve("cats/deep/a.JPG"), 1));
        assertThat(images.val().images()).isEmpty();
        assertThat(images.countByClass()).isEqualTo(Map.of("birds", 1, "cats", 2));
    }

    @Test
    void picturesInTheFolderItselfAreOneClassWithItsName() throws IOException {
        touch("set/1.png", "set/2.gif");

        ImageDataset images = ImageDataset.open(folder.resolve("set"), 0);

        assertThat(images.classes()).containsExactly("set");
        assertThat(images.train().size()).isEqualTo(2);
    }

    @Test
    void hiddenFilesAndFoldersArePassedOver() throws IOException {
        touch("a/1.png", "a/._1.png", ".thumbnails/a/1.png");

        assertThat(ImageDataset.open(folder, 0).train().size()).isEqualTo(1);
    }

    @Test
    void aTenthIsHeldOutWhateverElseThereIs() throws IOException {
        for (int i = 0; i < 500; i++) {
            touch("c" + i % 3 + "/" + i + ".png");
        }
        ImageDataset before = ImageDataset.open(folder);
        assertThat(before.val().size()).isBetween(30, 75);
        assertThat(files(before.train())).doesNotContainAnyElementsOf(files(before.val()));
        assertThat(before.train().size() + before.val().size()).isEqualTo(500);

        touch("c0/another.png", "c9/and-another.png");

        assertThat(files(ImageDataset.open(folder).val())).containsAll(files(before.val()));
    }

    @Test
    void oneOfTwoPicturesIsHeldOutAndOneIsNot() throws IOException {
        touch("1.png", "2.png");

        ImageDataset images = ImageDataset.open(folder, 0.01);

        assertThat(images.train().size()).isEqualTo(1);
        assertThat(images.val().size()).isEqualTo(1);
        assertThat(ImageDataset.open(folder, 0.99).train().size()).isEqualTo(1);
    }

    @Test
    void foldersTrainAndValAreTheSplits() throws IOException {
        touch("train/a/1.png", "train/b/2.png", "val/b/3.png");

        ImageDataset images = ImageDataset.open(folder);

        assertThat(images.classes()).containsExactly("a", "b");
        assertThat(images.train().size()).isEqualTo(2);
        assertThat(images.val().images()).containsExactly(new LabeledImage(folder.resolve("val/b/3.png"), 1));
    }

    @Test
    void splitsWithoutClassesAreOneClass() throws IOException {
        touch("set/train/1.png", "set/train/2.png", "set/val/3.png");

        ImageDataset images = ImageDataset.open(folder.resolve("set"));

        assertThat(images.classes()).containsExactly("set");
        assertThat(images.val().size()).isEqualTo(1);
    }

    @Test
    void aClassThatIsOnlyHeldOutIsAnError() throws IOException {
        touch("train/a/1.png", "val/z/3.png");

        assertThatThrownBy(() -> ImageDataset.open(folder))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("z");
    }

    @Test
    void missingAndEmptyFoldersAndFilesAreClearErrors() throws IOException {
        touch("a/text.txt");

        assertThatThrownBy(() -> ImageDataset.open(folder))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("No pictures in " + folder)
                .hasMessageContaining("jpeg");
        assertThatThrownBy(() -> ImageDataset.open(folder.resolve("none")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> ImageDataset.open(folder.resolve("a/text.txt")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("it has no line");
        touch("a/text.md");
        assertThatThrownBy(() -> ImageDataset.open(folder.resolve("a/text.md")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("it is a file");
    }

    @Test
    void aListNamesPicturesInItsOrderWithTheirFoldersAsClasses() throws IOException {
        Path elsewhere = folder.resolve("elsewhere/cats/9.png").toAbsolutePath();
        Path list = folder.resolve("sets/train.txt");
        Files.createDirectories(list.getParent());
        Files.writeString(list, "../dogs/2.png\n\n../cats/with space.jpg\r\n" + elsewhere + "\n");

        ImageDataset images = ImageDataset.open(list, 0);

        assertThat(images.classes()).containsExactly("cats", "dogs");
        assertThat(images.train().images())
                .containsExactly(
                        new LabeledImage(folder.resolve("dogs/2.png").toAbsolutePath(), 1),
                        new LabeledImage(folder.resolve("cats/with space.jpg").toAbsolutePath(), 0),
                        new LabeledImage(elsewhere, 0));
    }

    @Test
    void aListHoldsOutTheSamePicturesWhenItGrows() throws IOException {
        Path list = folder.resolve("list.txt");
        List<String> lines = IntStream.range(0, 300).mapToObj(i -> i + ".png").toList();
        Files.write(list, lines);
        ImageDataset before = ImageDataset.open(list);
        assertThat(before.val().size()).isBetween(15, 50);

        Files.writeString(list, "more.png\n" + String.join("\n", lines));
        assertThat(files(ImageDataset.open(list).val())).containsAll(files(before.val()));
    }

    @Test
    void aListWithALineTwiceOrWithoutTextIsAClearError() throws IOException {
        Path list = folder.resolve("list.txt");
        Files.writeString(list, "1.png\n2.png\n1.png\n");
        assertThatThrownBy(() -> ImageDataset.open(list))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("1.png twice");

        Files.write(list, new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xFF});
        assertThatThrownBy(() -> ImageDataset.open(list))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("not a text");
    }

    @Test
    void anotherSetCanBeWhatIsMeasuredWith() throws IOException {
        touch("one/a/1.png", "one/b/2.png", "other/b/3.png", "third/z/4.png");
        ImageDataset one = ImageDataset.open(folder.resolve("one"), 0);

        ImageDataset both = one.withVal(ImageDataset.open(folder.resolve("other")));

        assertThat(both.train()).isEqualTo(one.train());
        assertThat(both.val().images()).containsExactly(new LabeledImage(folder.resolve("other/b/3.png"), 1));
        assertThatThrownBy(() -> one.withVal(ImageDataset.open(folder.resolve("third"))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("z");
    }

    @Test
    void aCircleOfLinksIsAClearError() throws IOException {
        touch("a/1.png");
        Files.createSymbolicLink(folder.resolve("a/again"), folder);

        assertThatThrownBy(() -> ImageDataset.open(folder))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("Can't list");
    }

    @Test
    void aPreviewIsSpreadEvenlyOverTheSplit() {
        List<LabeledImage> images = Stream.iterate(0, i -> i + 1)
                .limit(10)
                .map(i -> new LabeledImage(Path.of(i + ".png"), i))
                .toList();

        assertThat(new ImageSplit("val", Path.of(""), images).spread(4).images())
                .extracting(LabeledImage::label)
                .containsExactly(0, 2, 5, 7);
        assertThat(new ImageSplit("val", Path.of(""), images).spread(20).size()).isEqualTo(10);
    }

    private static Set<Path> files(ImageSplit split) {
        return split.images().stream().map(LabeledImage::file).collect(Collectors.toCollection(HashSet::new));
    }

    /** The folder isn't decoded here, so empty files do. */
    private void touch(String... paths) throws IOException {
        for (String path : paths) {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
    }
}
