package org.gatun.serve;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongSupplier;

/**
 * The one thread that uses the model. It is a platform thread: grad mode, and the scopes that own native memory, belong to such a
 * thread. It loads the model, works on the queue's jobs in their order until the queue is closed, and closes the model.
 */
final class Worker implements AutoCloseable {

    private static final System.Logger LOGGER = System.getLogger(Worker.class.getName());

    private final JobQueue queue;
    private final SamplingModel.Loader loader;
    private final LongSupplier clock;
    private final CompletableFuture<ModelDescription> description = new CompletableFuture<>();
    private final Thread thread;

    private Worker(JobQueue queue, SamplingModel.Loader loader, LongSupplier clock) {
        this.queue = queue;
        this.loader = loader;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("gatun-worker").unstarted(this::run);
    }

    /**
     * Starts it, and waits until the model is loaded.
     *
     * @param clock as {@link System#nanoTime}
     * @throws RuntimeException what the loader threw
     */
    static Worker start(JobQueue queue, SamplingModel.Loader loader, LongSupplier clock) {
        Worker worker = new Worker(queue, loader, clock);
        worker.thread.start();
        try {
            worker.description.join();
            return worker;
        } catch (CompletionException e) {
            worker.close();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    ModelDescription description() {
        return description.join();
    }

    private void run() {
        try (SamplingModel model = loader.load()) {
            description.complete(model.description());
            for (Job job = queue.take(); job != null; job = queue.take()) {
                work(model, job);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            if (!description.completeExceptionally(e)) {
                throw e; // the thread's uncaught exception is reported
            }
        } finally {
            queue.close(); // who waits for a worker that is gone must not wait for ever
        }
    }

    private void work(SamplingModel model, Job job) {
        job.update(new JobState.Running(0, 0, List.of()));
        long begin = clock.getAsLong();
        try {
            List<byte[]> pictures = model.sample(job.request(), new JobProgress(job, clock));
            job.update(new JobState.Finished(pictures, (clock.getAsLong() - begin) / 1e9));
        } catch (CancellationException e) {
            job.cancel();
        } catch (RuntimeException e) {
            LOGGER.log(System.Logger.Level.ERROR, "a request failed", e);
            job.update(new JobState.Failed("the model could not do this: " + e.getMessage()));
        }
    }

    /** Cancels all jobs, and waits until the model is closed. */
    @Override
    public void close() {
        queue.close();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true; // the model's memory comes first
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
