package org.gatun.train;

import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/**
 * Turns Ctrl-C and SIGTERM into a question that a run asks between two steps. The JVM ends when this is closed, and not before: until
 * then the run saves what it has.
 */
public final class Interruption implements BooleanSupplier, AutoCloseable {

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "gatun-interruption");
    private volatile boolean requested;

    private Interruption() {}

    public static Interruption open() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void interrupt() {
        requested = true;
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // somebody wants the JVM to end at once
        }
    }

    /** Whether the run shall end. */
    @Override
    public boolean getAsBoolean() {
        return requested;
    }

    @Override
    public void close() {
        closed.countDown();
        if (!requested) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                requested = true; // the JVM began to end this very moment
            }
        }
    }
}
