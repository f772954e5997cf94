package org.gatun.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Jobs in the order in which they came, and the one that is being worked on. Safe for threads. */
final class JobQueue implements AutoCloseable {

    private final int capacity;
    private final List<Job> waiting = new ArrayList<>();
    private Job running;
    private boolean isClosed;

    /** @param capacity how many jobs may wait */
    JobQueue(int capacity) {
        this.capacity = capacity;
    }

    /**
     * Puts a job at the end.
     *
     * @throws RefusedException if too many wait, or the server is stopping
     */
    synchronized void submit(Job job) {
        if (isClosed) {
            throw new RefusedException(RefusedException.SERVICE_UNAVAILABLE, "the server is stopping");
        }
        if (waiting.size() >= capacity) {
            throw new RefusedException(
                    RefusedException.SERVICE_UNAVAILABLE,
                    "too many requests are waiting (" + waiting.size() + "); try again later");
        }
        waiting.add(job);
        tellPlaces();
        notifyAll();
    }

    /** Waits for the next job; the one taken before counts as done with. Null once the queue is closed. */
    synchronized Job take() throws InterruptedException {
        running = null;
        tellPlaces();
        while (waiting.isEmpty() && !isClosed) {
            wait();
        }
        if (isClosed) {
            return null;
        }
        running = waiting.removeFirst();
        tellPlaces();
        return running;
    }

    /**
     * Cancels a job that waits or is being worked on.
     *
     * @return whether there was one of this id
     */
    synchronized boolean cancel(String id) {
        List<Job> found = jobs().filter(job -> job.id().equals(id)).toList();
        found.forEach(Job::cancel);
        if (waiting.removeAll(found)) {
            tellPlaces();
        }
        return !found.isEmpty();
    }

    /** Cancels all jobs, and takes no more. */
    @Override
    public synchronized void close() {
        isClosed = true;
        jobs().forEach(Job::cancel);
        waiting.clear();
        notifyAll();
    }

    private Stream<Job> jobs() {
        return Stream.concat(Stream.ofNullable(running), waiting.stream()).filter(Objects::nonNull);
    }

    private void tellPlaces() {
        int ahead = running == null ? 0 : 1;
        for (Job job : waiting) {
            if (!(job.state() instanceof JobState.Waiting(int known)) || known != ahead) {
                job.update(new JobState.Waiting(ahead));
            }
            ahead++;
        }
    }
}
