package org.gatun.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationsTest {

    private static List<Long> stepsOf(Evaluations evaluations, long steps) {
        List<Long> due = new ArrayList<>();
        for (long done = 1; done <= steps; done++) {
            if (evaluations.due(done, (double) done / steps, due.size())) {
                due.add(done);
            }
        }
        return due;
    }

    @Test
    void timesAreEquallyFarApartAndTheLastIsTheEnd() {
        assertThat(stepsOf(new Evaluations.Times(4), 100)).containsExactly(25L, 50L, 75L, 100L);
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
