package org.gatun.serve;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Passes on to a job how far it is, as often as an eye can use. Partial pictures come so seldom that decoding them takes a fifth of the
 * time at most.
 */
final class JobProgress implements SamplingModel.Listener {

    /** Nanoseconds between two updates: 25 a second. */
    static final long INTERVAL = 40_000_000;

    /** So many times as long as decoding took, the next one waits. */
    static final long REST = 4;

    private final Job job;
    private final LongSupplier clock;
    private long due;
    private long picturesDue;
    private List<byte[]> pictures = List.of();

    /** @param clock as {@link System#nanoTime} */
    JobProgress(Job job, LongSupplier clock) {
        this.job = job;
        this.clock = clock;
        this.due = clock.getAsLong() + INTERVAL;
        this.picturesDue = due;
    }

    /** @throws CancellationException if the job is over: nobody wants more */
    @Override
    public void onProgress(long done, long total, Supplier<List<byte[]>> partial) {
        if (job.state().isEnd()) {
            throw new CancellationException();
        }
        long now = clock.getAsLong();
        if (now < due) {
            return;
        }
        if (now >= picturesDue) {
            long begin = now;
            pictures = partial.get();
            now = clock.getAsLong();
            picturesDue = now + Math.max(INTERVAL, REST * (now - begin));
        }
        due = now + INTERVAL;
        job.update(new JobState.Running(done, total, pictures));
    }
}
