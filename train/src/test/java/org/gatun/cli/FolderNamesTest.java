package org.gatun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FolderNamesTest {

    private final FolderNames folders = new FolderNames();

    @Test
    void aNameIsOneElementOfAPath() {
        assertThat(folders.of("smileys & people")).isEqualTo("smileys & people");
        assertThat(folders.of("a/1")).isEqualTo("a-1");
        assertThat(folders.of("../up")).isEqualTo("-up");
        assertThat(folders.of("/etc")).isEqualTo("-etc");
    }

    @Test
    void noTwoAreTheSame() {
        assertThat(folders.of("1")).isEqualTo("1");
        assertThat(folders.of("1")).isEqualTo("1-2");
        assertThat(folders.of("1")).isEqualTo("1-3");
        assertThat(folders.of("..")).isEqualTo("-2");
        assertThat(folders.of("...")).isEqualTo("-3");
    }
}
