package org.gatun.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IconFolderWriterTest {
    private static final int THINGS = 60;
    private static final int ACTIONS = 30;

    @TempDir
    Path folder;

    private final IconFolderWriter writer = new IconFolderWriter(16, 10, 0.1);
    private final List<String> icons = new ArrayList<>();
    private IconSet set;

    @BeforeEach
    void writeASet() throws IOException {
        List<String> things = new ArrayList<>();
        for (int i = 0; i < THINGS; i++) {
            things.add(icon("thing-" + i));
        }
        List<String> people = new ArrayList<>();
        for (int i = 0; i < ACTIONS; i++) {
            for (String who : List.of("man", "woman", "person")) {
                people.add(icon(who + "-acting" + i));
            }
            people.add(icon("man-acting" + i + "-medium-dark-skin-tone"));
            people.add(icon("men-acting" + i + "-light-skin-tone-dark-skin-tone"));
        }
        List<String> flags = List.of(icon("flag-a"), icon("flag-b"));
        icon("homeless");
        icons.add("\"old\": {\"body\": \"%s\", \"hidden\": true}".formatted(body(7)));
        things.add("old");
        icons.add("\"twin\": {\"body\": \"%s\"}".formatted(body(0)));
        things.add("twin");
        icons.add("\"broken\": {\"body\": \"<path\"}");
        things.add("broken");
        String json = "{\"prefix\": \"test\", \"lastModified\": 5, \"icons\": {%s}, \"categories\": {%s}}"
                .formatted(
                        String.join(",", icons),
                        Stream.of(
                                        Map.entry("Things & Such", things),
                                        Map.entry("People", people),
                                        Map.entry("Flags", flags))
                                .map(entry -> "\"" + entry.getKey() + "\": "
                                        + entry.getValue().stream().collect(Collectors.joining("\", \"", "[\"", "\"]")))
                                .collect(Collectors.joining(", ")));
        set = IconSet.read(Files.writeString(folder.resolve("test.json"), json));
    }

    @Test
    void categoriesBecomeClassesAndWhatIsLeftOutIsCounted() {
        IconFolderManifest manifest = writer.write(set, folder.resolve("icons"));

        assertThat(manifest.trainSize() + manifest.valSize()).isEqualTo(THINGS + 3 * ACTIONS);
        assertThat(manifest.toneVariants()).isEqualTo(2 * ACTIONS);
        assertThat(manifest.uncategorized()).isEqualTo(2);
        assertThat(manifest.duplicates()).isEqualTo(1);
        assertThat(manifest.smallClasses()).isEqualTo(Map.of("Flags", 2));
        assertThat(manifest.undrawable()).containsExactly("broken");
        assertThat(manifest.summary())
                .contains("test at 16x16", "60 skin-tone variants", "Flags (2)", "not drawable: broken");

        ImageDataset images = ImageDataset.open(folder.resolve("icons"));
        assertThat(images.classes()).containsExactly("people", "things-and-such");
        assertThat(images.train().size()).isEqualTo(manifest.trainSize());
        assertThat(images.val().size()).isEqualTo(manifest.valSize());
    }

    @Test
    void variantsOfTheSameIconNeverLieOnBothSides() {
        writer.write(set, folder.resolve("icons"));
        ImageDataset images = ImageDataset.open(folder.resolve("icons"));

        Set<String> train = families(images.train());
        Set<String> val = families(images.val());

        assertThat(val).isNotEmpty();
        assertThat(train).isNotEmpty().doesNotContainAnyElementsOf(val);
    }

    @Test
    void picturesAreOfTheSizeAskedForAndReadable() throws IOException {
        writer.write(set, folder.resolve("icons"));

        for (LabeledImage image :
                ImageDataset.open(folder.resolve("icons")).train().images()) {
            RgbImage decoded = new ImageDecoder(ImageTransform.evaluation(16)).decode(image.file());
            assertThat(decoded.width()).isEqualTo(16);
        }
    }

    @Test
    void aFinishedFolderIsUsedAgain() throws IOException {
        Path icons = folder.resolve("icons");
        IconFolderManifest first = writer.write(set, icons);
        Path manifest = icons.resolve("icons.json");
        Files.setLastModifiedTime(manifest, FileTime.fromMillis(1000));

        assertThat(writer.write(set, icons)).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(manifest).toMillis()).isEqualTo(1000);
    }

    @Test
    void anotherSizeOrALostPictureHasItDrawnAgain() throws IOException {
        Path icons = folder.resolve("icons");
        writer.write(set, icons);
        Path picture = ImageDataset.open(icons).train().images().getFirst().file();
        Files.delete(picture);

        writer.write(set, icons);
        assertThat(picture).exists();

        assertThat(new IconFolderWriter(24, 10, 0.1).write(set, icons).request().size())
                .isEqualTo(24);
        assertThat(new ImageDecoder(ImageTransform.evaluation(24))
                        .decode(picture)
                        .width())
                .isEqualTo(24);
        assertThat(leftovers()).containsExactly("icons", "test.json");
    }

    @Test
    void aFolderOfSomethingElseIsLeftAlone() throws IOException {
        Path photos = Files.createDirectory(folder.resolve("photos"));
        Files.writeString(photos.resolve("mine.txt"), "dear");

        assertThatThrownBy(() -> writer.write(set, photos))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("was not written from an icon set");
        assertThat(photos.resolve("mine.txt")).hasContent("dear");
        assertThat(leftovers()).containsExactly("photos", "test.json");
    }

    @Test
    void aSetWithoutALargeEnoughCategoryIsAClearError() {
        assertThatThrownBy(() -> new IconFolderWriter(16, 1000, 0.1).write(set, folder.resolve("icons")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no category with 1000 icons");
    }

    private Set<String> families(ImageSplit split) {
        IconNames names = new IconNames(set);
        return split.images().stream()
                .map(image -> image.file().getFileName().toString().replace(".png", ""))
                .map(names::family)
                .collect(Collectors.toSet());
    }

    private Set<String> leftovers() throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(path -> path.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private String icon(String name) {
        icons.add("\"%s\": {\"body\": \"%s\"}".formatted(name, body(icons.size())));
        return name;
    }

    private static String body(int number) {
        return "<path fill='#%06x' d='M0 0h16v8H0z'/>".formatted(number * 20011 % 0xFFFFFF);
    }
}
