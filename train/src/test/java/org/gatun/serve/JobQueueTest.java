package org.gatun.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JobQueueTest {

    private final JobQueue queue = new JobQueue(3);

    private final Job first = new Job(StepwiseModel.REQUEST);
    private final Job second = new Job(StepwiseModel.REQUEST);
    private final Job third = new Job(StepwiseModel.REQUEST);

    private void submitAll() {
        Stream.of(first, second, third).forEach(queue::submit);
    }

    private List<JobState> states() {
        return Stream.of(first, second, third).map(Job::state).toList();
    }

    @Test
    void jobsAreTakenInTheOrderInWhichTheyCame() throws InterruptedException {
        submitAll();
        assertThat(List.of(queue.take(), queue.take(), queue.take())).containsExactly(first, second, third);
    }

    @Test
    void everyJobKnowsHowManyAreAheadOfIt() throws InterruptedException {
        submitAll();
        assertThat(states()).containsExactly(waiting(0), waiting(1), waiting(2));
        queue.take();
        assertThat(states()).as("the one that is worked on counts").containsExactly(waiting(0), waiting(1), waiting(2));
        queue.take();
        assertThat(third.state()).isEqualTo(waiting(1));
    }

    @Test
    void aCancelledJobIsNeverTakenAndTheOthersMoveUp() throws InterruptedException {
        submitAll();
        assertThat(queue.cancel(second.id())).isTrue();
        assertThat(states()).containsExactly(waiting(0), new JobState.Cancelled(), waiting(1));
        assertThat(List.of(queue.take(), queue.take())).containsExactly(first, third);
    }

    @Test
    void theJobThatIsWorkedOnCanBeCancelledUntilTheNextIsTaken() throws InterruptedException {
        submitAll();
        queue.take();
        assertThat(queue.cancel(first.id())).isTrue();
        assertThat(first.state()).isEqualTo(new JobState.Cancelled());
        queue.take();
        assertThat(queue.cancel(first.id())).isFalse();
    }

    @Test
    void aJobThatNobodyKnowsCannotBeCancelled() {
        submitAll();
        assertThat(queue.cancel("no such job")).isFalse();
    }

    @Test
    void moreJobsThanMayWaitAreRefused() throws InterruptedException {
        submitAll();
        assertThatThrownBy(() -> queue.submit(new Job(StepwiseModel.REQUEST)))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.status()).isEqualTo(503))
                .hasMessageContaining("too many requests are waiting (3)");
        queue.take();
        queue.submit(new Job(StepwiseModel.REQUEST)); // there is room again
    }

    @Test
    void closingCancelsAllAndTakesNoMore() throws InterruptedException {
        submitAll();
        queue.take();
        queue.close();
        assertThat(states()).containsOnly(new JobState.Cancelled());
        assertThat(queue.take()).isNull();
        assertThatThrownBy(() -> queue.submit(new Job(StepwiseModel.REQUEST)))
                .isInstanceOf(RefusedException.class)
                .hasMessage("the server is stopping");
    }

    private static JobState waiting(int ahead) {
        return new JobState.Waiting(ahead);
    }
}
