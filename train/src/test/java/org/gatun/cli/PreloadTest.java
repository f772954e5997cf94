package org.gatun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PreloadTest {

    @Test
    void loadsForACommand() {
        assertThat(Preload.isRun(new String[] {"train", "vqgan", "--data", "pictures"}))
                .isTrue();
    }

    @Test
    void loadsNothingForHelpOrAVersion() {
        assertThat(Preload.isRun(new String[0])).isFalse();
        assertThat(Preload.isRun(new String[] {"--version"})).isFalse();
        assertThat(Preload.isRun(new String[] {"train", "vqgan", "--help"})).isFalse();
    }
}
