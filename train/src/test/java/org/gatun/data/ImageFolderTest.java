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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {
    @TempDir
    Path folder;

    @Test
    void firstLevelSubFoldersAreTheClassesInSortedOrder() throws IOException {
        touch("cats/b.png", "cats/deep/a.JPG", "birds/x.webp", "birds/notes.txt", "no-pictures/readme.md");

        ImageFolder images = ImageFolder.open(folder, 0);

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

        ImageFolder images = ImageFolder.open(folder.resolve("set"), 0);

        assertThat(images.classes()).containsExactly("set");
        assertThat(images.train().size()).isEqualTo(2);
    }

    @Test
    void hiddenFilesAndFoldersArePassedOver() throws IOException {
        touch("a/1.png", "a/._1.png", ".thumbnails/a/1.png");

        assertThat(ImageFolder.open(folder, 0).train().size()).isEqualTo(1);
    }

    @Test
    void aTenthIsHeldOutWhateverElseThereIs() throws IOException {
        for (int i = 0; i < 500; i++) {
            touch("c" + i % 3 + "/" + i + ".png");
        }
        ImageFolder before = ImageFolder.open(folder);
        assertThat(before.val().size()).isBetween(30, 75);
        assertThat(files(before.train())).doesNotContainAnyElementsOf(files(before.val()));
        assertThat(before.train().size() + before.val().size()).isEqualTo(500);

        touch("c0/another.png", "c9/and-another.png");

        assertThat(files(ImageFolder.open(folder).val())).containsAll(files(before.val()));
    }

    @Test
    void oneOfTwoPicturesIsHeldOutAndOneIsNot() throws IOException {
        touch("1.png", "2.png");

        ImageFolder images = ImageFolder.open(folder, 0.01);

        assertThat(images.train().size()).isEqualTo(1);
        assertThat(images.val().size()).isEqualTo(1);
        assertThat(ImageFolder.open(folder, 0.99).train().size()).isEqualTo(1);
    }

    @Test
    void foldersTrainAndValAreTheSplits() throws IOException {
        touch("train/a/1.png", "train/b/2.png", "val/b/3.png");

        ImageFolder images = ImageFolder.open(folder);

        assertThat(images.classes()).containsExactly("a", "b");
        assertThat(images.train().size()).isEqualTo(2);
        assertThat(images.val().images()).containsExactly(new LabeledImage(folder.resolve("val/b/3.png"), 1));
    }

    @Test
    void splitsWithoutClassesAreOneClass() throws IOException {
        touch("set/train/1.png", "set/train/2.png", "set/val/3.png");

        ImageFolder images = ImageFolder.open(folder.resolve("set"));

        assertThat(images.classes()).containsExactly("set");
        assertThat(images.val().size()).isEqualTo(1);
    }

    @Test
    void aClassThatIsOnlyHeldOutIsAnError() throws IOException {
        touch("train/a/1.png", "val/z/3.png");

        assertThatThrownBy(() -> ImageFolder.open(folder))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("z");
    }

    @Test
    void missingAndEmptyFoldersAndFilesAreClearErrors() throws IOException {
        touch("a/text.txt");

        assertThatThrownBy(() -> ImageFolder.open(folder))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("No pictures in " + folder)
                .hasMessageContaining("jpeg");
        assertThatThrownBy(() -> ImageFolder.open(folder.resolve("none")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> ImageFolder.open(folder.resolve("a/text.txt")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("it is a file");
    }

    @Test
    void aCircleOfLinksIsAClearError() throws IOException {
        touch("a/1.png");
        Files.createSymbolicLink(folder.resolve("a/again"), folder);

        assertThatThrownBy(() -> ImageFolder.open(folder))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("Can't list");
    }

    @Test
    void aPreviewIsSpreadEvenlyOverTheSplit() {
        List<LabeledImage> images = Stream.iterate(0, i -> i + 1)
                .limit(10)
                .map(i -> new LabeledImage(Path.of(i + ".png"), i))
                .toList();

        assertThat(new ImageSplit("val", images).spread(4).images())
                .extracting(LabeledImage::label)
                .containsExactly(0, 2, 5, 7);
        assertThat(new ImageSplit("val", images).spread(20).size()).isEqualTo(10);
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
