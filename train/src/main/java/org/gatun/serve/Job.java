package org.gatun.serve;

import java.time.Duration;
import java.util.UUID;

/** A request and what has become of it. Only the latest state counts: who is slow to ask misses those between. Safe for threads. */
final class Job {

    private final String id = UUID.randomUUID().toString();
    private final SampleRequest request;
    private volatile JobState state = new JobState.Waiting(0);

    Job(SampleRequest request) {
        this.request = request;
    }

    /** Not to be guessed by others. */
    String id() {
        return id;
    }

    SampleRequest request() {
        return request;
    }

    JobState state() {
        return state;
    }

    /** Tells everybody of a new state; once it is over, nothing changes any more. */
    synchronized void update(JobState next) {
        if (!state.isEnd()) {
            state = next;
            notifyAll();
        }
    }

    /** Ends it, if it is not over. The worker notices after the code that it draws at the moment. */
    void cancel() {
        update(new JobState.Cancelled());
    }

    /**
     * Waits until the state is another.
     *
     * @param last the state that the caller knows; null if it knows none
     * @param timeout how long to wait at most
     * @return the latest state; {@code last} itself when time is over
     */
    synchronized JobState awaitChange(JobState last, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (state == last) {
            long millis = Math.ceilDiv(deadline - System.nanoTime(), 1_000_000L);
            if (millis <= 0) {
                break;
            }
            wait(millis);
        }
        return state;
    }
}
