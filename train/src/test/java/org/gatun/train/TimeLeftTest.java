package org.gatun.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimeLeftTest {

    @ParameterizedTest
    @CsvSource({"0, 0 s", "41.6, 42 s", "59.4, 59 s", "59.6, 1:00", "187, 3:07", "3599.7, 1:00:00", "8100, 2:15:00"})
    void isSaidAsPeopleSayIt(double seconds, String text) {
        assertThat(TimeLeft.text(seconds)).isEqualTo(text);
    }
}
