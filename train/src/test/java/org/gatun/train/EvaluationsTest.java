package org.gatun.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationsTest {

    private static List<Long> stepsOf(Evaluations evaluations, long steps) {
        return stepsOf(evaluations, 0, steps);
    }

    /** Of a run that goes on after {@code begin} steps. */
    private static List<Long> stepsOf(Evaluations evaluations, long begin, long steps) {
        List<Long> due = new ArrayList<>();
        for (long done = begin + 1; done <= steps; done++) {
            if (evaluations.due(done, (double) (done - 1) / steps, (double) done / steps)) {
                due.add(done);
            }
        }
        return due;
    }

    @Test
    void timesAreEquallyFarApartAndTheLastIsTheEnd() {
        assertThat(stepsOf(new Evaluations.Times(4), 100)).containsExactly(25L, 50L, 75L, 100L);
    }

    /** However often it was measured when 200 steps were all. */
    @Test
    void aRunThatIsMadeLongerIsMeasuredInItsRest() {
        assertThat(stepsOf(new Evaluations.Times(4), 200, 400)).containsExactly(300L, 400L);
    }

    @Test
    void everyStepsKeepsToTheirNumber() {
        assertThat(stepsOf(new Evaluations.EverySteps(420), 540)).containsExactly(420L);
        assertThat(stepsOf(new Evaluations.EverySteps(180), 540)).containsExactly(180L, 360L, 540L);
    }

    @Test
    void noStepsBetweenMeasurementsIsRefused() {
        assertThatThrownBy(() -> new Evaluations.EverySteps(0)).hasMessageContaining("at least 1 step");
    }
}
