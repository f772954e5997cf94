package org.gatun.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IconSetTest {
    private static final String JSON = """
            {
              "prefix": "mini", "lastModified": 17, "width": 10, "height": 10,
              "info": {"name": "Mini", "license": {"title": "MIT", "url": "-"}},
              "icons": {
                "corner": {"body": "<path fill='#f00' d='M0 0h5v5H0z'/>"},
                "flipped": {"body": "<path fill='#f00' d='M0 0h5v5H0z'/>", "hFlip": true},
                "wide": {"body": "<path fill='#00f' d='M0 0h20v10H0z'/>", "width": 20},
                "moved": {"body": "<path fill='#0f0' d='M100 0h10v10h-10z'/>", "left": 100},
                "broken": {"body": "<path"}
              },
              "aliases": {
                "turned": {"parent": "corner", "rotate": 1},
                "turned-back": {"parent": "turned", "rotate": 3},
                "lost": {"parent": "nothing"},
                "circle-a": {"parent": "circle-b"}, "circle-b": {"parent": "circle-a"}
              },
              "categories": {"Shapes": ["corner", "wide"]}
            }
            """;

    private static final int RED = 0xFFFF0000;
    private static final int WHITE = 0xFFFFFFFF;

    @TempDir
    Path folder;

    @Test
    void anIconIsDrawnOnWhiteAtAnySize() throws IOException {
        for (int size : new int[] {8, 64, 301}) {
            BufferedImage picture = mini().draw("corner", size);

            assertThat(picture.getWidth()).isEqualTo(size);
            assertThat(picture.getHeight()).isEqualTo(size);
            assertThat(picture.getRGB(1, 1)).isEqualTo(RED);
            assertThat(picture.getRGB(size - 2, 1)).isEqualTo(WHITE);
            assertThat(picture.getRGB(1, size - 2)).isEqualTo(WHITE);
        }
    }

    @Test
    void anIconThatIsNotSquareIsCentred() throws IOException {
        BufferedImage picture = mini().draw("wide", 20);

        assertThat(picture.getRGB(10, 2)).isEqualTo(WHITE);
        assertThat(picture.getRGB(1, 10)).isEqualTo(0xFF0000FF);
        assertThat(picture.getRGB(10, 17)).isEqualTo(WHITE);
    }

    @Test
    void theViewBoxMayBeginAnywhere() throws IOException {
        assertThat(mini().draw("moved", 20).getRGB(10, 10)).isEqualTo(0xFF00FF00);
    }

    @Test
    void flipsAndTurnsAreAppliedAlsoThroughAliases() throws IOException {
        IconSet set = mini();

        assertThat(set.draw("flipped", 20).getRGB(18, 1)).isEqualTo(RED);
        assertThat(set.draw("turned", 20).getRGB(18, 1)).isEqualTo(RED);
        assertThat(set.draw("turned", 20).getRGB(1, 1)).isEqualTo(WHITE);
        assertThat(set.draw("turned-back", 20).getRGB(1, 1)).isEqualTo(RED);
    }

    @Test
    void namesAreSortedWithoutAliasesAndCategoriesAreKnown() throws IOException {
        IconSet set = mini();

        assertThat(set.names()).containsExactly("broken", "corner", "flipped", "moved", "wide");
        assertThat(set.category("wide")).contains("Shapes");
        assertThat(set.category("moved")).isEmpty();
        assertThat(set.title()).isEqualTo("Mini (MIT)");
    }

    @Test
    void unknownAndBrokenIconsAreClearErrors() throws IOException {
        IconSet set = mini();

        for (String name : new String[] {"none", "lost", "circle-a"}) {
            assertThatThrownBy(() -> set.draw(name, 8))
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessageContaining(name);
        }
        assertThatThrownBy(() -> set.draw("broken", 8))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("mini:broken");
    }

    @Test
    void aSetIsFoundInsideAJar() throws IOException {
        Path jar = folder.resolve("icons.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("META-INF/resources/webjars/icons/1/json/mini.json"));
            zip.write(JSON.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(IconSet.readFromJar(jar, "mini").prefix()).isEqualTo("mini");
        assertThatThrownBy(() -> IconSet.readFromJar(jar, "maxi"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("maxi.json");
    }

    @Test
    void filesThatAreNoIconSetsAreClearErrors() throws IOException {
        assertThatThrownBy(() -> IconSet.read(folder.resolve("none.json")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("does not exist");
        for (String json : new String[] {
            "",
            "{",
            "[1]",
            "null",
            "{\"icons\": {}}",
            "{\"prefix\": \"a\", \"icons\": {\"b\": {}}}",
            "{\"prefix\": \"a\", \"icons\": {\"../b\": {\"body\": \"\"}}}"
        }) {
            Path file = Files.writeString(folder.resolve("bad.json"), json);
            assertThatThrownBy(() -> IconSet.read(file))
                    .as(json)
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("bad.json is not an Iconify icon set");
        }
        Path noJar = Files.writeString(folder.resolve("no.jar"), "text");
        assertThatThrownBy(() -> IconSet.readFromJar(noJar, "mini"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no.jar");
    }

    private IconSet mini() throws IOException {
        return IconSet.read(Files.writeString(folder.resolve("mini.json"), JSON));
    }
}
