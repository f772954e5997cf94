package org.gatun.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {

    @ParameterizedTest
    @CsvSource({
        "top, 0.5, xxxx xxxx .... ....",
        "bottom, 0.5, .... .... xxxx xxxx",
        "left, 0.25, x... x... x... x...",
        "right, 0.75, .xxx .xxx .xxx .xxx",
    })
    void thePartAtASideIsKept(String side, double share, String expected) {
        assertThat(drawn(side, share, 4, 4)).isEqualTo(expected);
    }

    @Test
    void somethingIsKeptAndSomethingIsDrawnWhateverTheShare() {
        assertThat(drawn("top", 0.001, 2, 3)).isEqualTo("xxx ...");
        assertThat(drawn("left", 0.999, 2, 3)).isEqualTo("xx. xx.");
    }

    private static String drawn(String side, double share, int rows, int columns) {
        boolean[] known = new Completion(new float[0], KeptSide.named(side), share).known(rows, columns);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < known.length; i++) {
            text.append(i > 0 && i % columns == 0 ? " " : "").append(known[i] ? 'x' : '.');
        }
        return text.toString();
    }
}
