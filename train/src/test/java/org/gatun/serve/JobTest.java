package org.gatun.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class JobTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final Job job = new Job(StepwiseModel.REQUEST);

    @Test
    void aChangeThatHasHappenedIsNotWaitedFor() throws InterruptedException {
        JobState before = job.state();
        JobState failed = new JobState.Failed("no");
        job.update(failed);
        assertThat(job.awaitChange(before, LONG)).isSameAs(failed);
    }

    @Test
    void whoWaitsIsWokenByAChange() throws InterruptedException {
        JobState before = job.state();
        Thread other = Thread.ofVirtual().start(job::cancel);
        assertThat(job.awaitChange(before, LONG)).isEqualTo(new JobState.Cancelled());
        other.join();
    }

    @Test
    void withoutAChangeTheSameStateComesBackWhenTimeIsOver() throws InterruptedException {
        JobState before = job.state();
        assertThat(job.awaitChange(before, Duration.ofMillis(1))).isSameAs(before);
    }

    @Test
    void whatIsOverStaysAsItIs() {
        JobState finished = new JobState.Finished(List.of(), 1);
        job.update(finished);
        job.cancel();
        job.update(new JobState.Running(1, 2, List.of()));
        assertThat(job.state()).isSameAs(finished);
    }

    @Test
    void samplingForAJobThatIsOverIsBrokenOff() {
        JobProgress progress = new JobProgress(job, new SteadyClock(1));
        job.cancel();
        assertThatThrownBy(() -> progress.onProgress(1, 4, List::of)).isInstanceOf(CancellationException.class);
    }

    @Test
    void updatesComeNoOftenerThanTheIntervalSays() {
        JobProgress progress = new JobProgress(job, new SteadyClock(JobProgress.INTERVAL / 2));
        JobState before = job.state();
        progress.onProgress(1, 4, List::of);
        assertThat(job.state()).isSameAs(before);
        progress.onProgress(2, 4, List::of);
        assertThat(job.state()).isEqualTo(new JobState.Running(2, 4, List.of()));
    }

    @Test
    void decodingTakesAFifthOfTheTimeAtMost() {
        // Each look at the clock is one unit: decoding takes one, and each code without it one.
        JobProgress progress = new JobProgress(job, new SteadyClock(10 * JobProgress.INTERVAL));
        int codes = 1000;
        int[] decoded = {0};
        for (int code = 1; code <= codes; code++) {
            progress.onProgress(code, codes, () -> {
                decoded[0]++;
                return List.of();
            });
        }
        assertThat(decoded[0]).isBetween(codes / 6, codes / 4);
    }
}
