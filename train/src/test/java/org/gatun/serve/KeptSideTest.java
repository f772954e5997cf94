package org.gatun.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptSideTest {

    @ParameterizedTest
    @CsvSource({
        "top, 0.5, xxxx xxxx .... ....",
        "bottom, 0.5, .... .... xxxx xxxx",
        "left, 0.25, x... x... x... x...",
        "right, 0.75, .xxx .xxx .xxx .xxx",
    })
    void thePartAtASideIsKept(String side, double share, String expected) {
        boolean[] known = KeptSide.named(side).region(share).known(4, 4);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < known.length; i++) {
            text.append(i > 0 && i % 4 == 0 ? " " : "").append(known[i] ? 'x' : '.');
        }
        assertThat(text).hasToString(expected);
    }
}
