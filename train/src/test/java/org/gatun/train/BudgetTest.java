package org.gatun.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BudgetTest {

    @Test
    void ofStepsIsUsedUpByStepsWhateverTheyTake() {
        Budget budget = Budget.ofSteps(4);
        assertThat(budget.used(0, Duration.ofDays(1))).isZero();
        assertThat(budget.used(1, Duration.ZERO)).isEqualTo(0.25);
        assertThat(budget.used(4, Duration.ZERO)).isEqualTo(1);
    }

    @Test
    void ofStepsAndTimeIsUsedUpByWhicheverComesFirst() {
        Budget budget = new Budget(10, Duration.ofSeconds(8));
        assertThat(budget.used(5, Duration.ofSeconds(2))).isEqualTo(0.5);
        assertThat(budget.used(1, Duration.ofSeconds(6))).isEqualTo(0.75);
        assertThat(budget.used(1, Duration.ofSeconds(8))).isEqualTo(1);
    }

    @Test
    void usesNoMoreThanAll() {
        assertThat(new Budget(10, Duration.ofSeconds(1)).used(11, Duration.ofMinutes(1)))
                .isEqualTo(1);
    }

    @Test
    void hasOneStepAtLeast() {
        assertThatThrownBy(() -> Budget.ofSteps(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 0");
    }
}
