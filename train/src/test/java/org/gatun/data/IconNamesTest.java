package org.gatun.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IconNamesTest {
    @TempDir
    Path folder;

    private IconNames names;

    @BeforeEach
    void readASet() throws IOException {
        String icons = Stream.of(
                        "wave", "wave-light", "wave-medium", "wave-medium-dark", "police-car", "police-car-light")
                .map(name -> "\"" + name + "\": {\"body\": \"\"}")
                .collect(Collectors.joining(", "));
        String json = "{\"prefix\": \"p\", \"icons\": {" + icons + "}}";
        names = new IconNames(IconSet.read(Files.writeString(folder.resolve("p.json"), json)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "waving-hand-medium-dark-skin-tone",
                "kiss-man-man-dark-skin-tone-light-skin-tone",
                "person-light-skin-tone-beard",
                "man-elf-tone3",
                "medium-skin-tone",
                "wave-light",
                "wave-medium-dark"
            })
    void toneVariantsAreRecognised(String name) {
        assertThat(names.isToneVariant(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"police-car-light", "wave", "light-bulb", "flashlight", "cloud-with-lightning", "ringtone1"})
    void otherNamesAreNot(String name) {
        assertThat(names.isToneVariant(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "woman-running, running",
        "man-running-facing-right, running",
        "person-running-dark-skin-tone, running",
        "wave-medium-dark, wave",
        "family-man-woman-girl-boy, family",
        "woman, person",
        "mango, mango",
        "police-car-light, police-car-light"
    })
    void aFamilyIsTheNameWithoutToneGenderAndDirection(String name, String family) {
        assertThat(names.family(name)).isEqualTo(family);
    }

    @Test
    void menAndWomenShareAFamily() {
        assertThat(names.family("men-wrestling")).isEqualTo(names.family("women-wrestling"));
    }
}
