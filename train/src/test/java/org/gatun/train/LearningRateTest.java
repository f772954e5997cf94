package org.gatun.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class LearningRateTest {

    private static final double EXACT = 1e-15;

    @Test
    void risesLinearlyOverTheFirstStepsAndNeverStandsAtZero() {
        LearningRate rate = new LearningRate(0.5, 4, 1);
        assertThat(rate.at(0, 0)).isCloseTo(0.1, within(EXACT));
        assertThat(rate.at(1, 0)).isCloseTo(0.2, within(EXACT));
        assertThat(rate.at(3, 0)).isCloseTo(0.4, within(EXACT));
        assertThat(rate.at(4, 0)).isCloseTo(0.5, within(EXACT));
        assertThat(rate.at(5, 0)).isCloseTo(0.5, within(EXACT));
    }

    @Test
    void fallsAlongHalfACosineToItsLastValue() {
        LearningRate rate = new LearningRate(2, 0, 0.1);
        assertThat(rate.at(0, 0)).isCloseTo(2, within(EXACT));
        assertThat(rate.at(7, 0.25)).isCloseTo(0.2 + 0.9 * (1 + Math.sqrt(0.5)), within(1e-12));
        assertThat(rate.at(9, 0.5)).isCloseTo(1.1, within(1e-12));
        assertThat(rate.at(99, 1)).isCloseTo(0.2, within(EXACT));
    }

    @Test
    void aConstantRateIsConstant() {
        LearningRate rate = LearningRate.constant(3e-4);
        assertThat(rate.at(0, 0)).isEqualTo(3e-4);
        assertThat(rate.at(1000, 0.7)).isEqualTo(3e-4);
        assertThat(rate.at(1001, 1)).isEqualTo(3e-4);
    }
}
