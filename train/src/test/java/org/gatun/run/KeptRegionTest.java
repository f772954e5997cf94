package org.gatun.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class KeptRegionTest {

    @Test
    void codesWhoseMiddleIsInsideStay() {
        assertThat(new KeptRegion(0, 0, 1, 0.5).known(2, 2)).containsExactly(true, true, false, false);
        assertThat(new KeptRegion(0.5, 0, 0.5, 1).known(2, 2)).containsExactly(false, true, false, true);
        assertThat(new KeptRegion(0.3, 0.3, 0.4, 0.4).known(3, 3))
                .containsExactly(false, false, false, false, true, false, false, false, false);
    }

    @Test
    void aPartThatIsAllOrNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeptRegion(0, 0, 1, 1).known(2, 2))
                .withMessageContaining("all of the 2x2 codes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeptRegion(0, 0, 0.1, 0.1).known(2, 2))
                .withMessageContaining("none of the 2x2 codes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeptRegion(0.5, 0, 0.6, 1))
                .withMessageContaining("not inside the picture");
    }
}
