package org.gatun.torch;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs tasks on platform threads of its own, each with its grad mode and a scope: for callers whose threads must not have such state,
 * virtual threads above all, and to bound how many forward passes run at once.
 *
 * {@snippet :
 * try (TensorExecutor executor = TensorExecutor.ofThreads(2)) {
 *     float[] logits = executor.noGrad(scope -> network.forward(Tensor.of(pixels, 1, 3, 32, 32)).toFloatArray()).get();
 * }
 * }
 *
 * <p>A thread's grad mode and scope are set for each task and restored after it. What else a task sets for its thread, autocast or a current CUDA
 * stream, it restores itself.
 */
public final class TensorExecutor implements AutoCloseable {

    /**
     * Work on one of the executor's threads.
     *
     * @param <T> what it makes: plain data, or a tensor that it keeps
     */
    @FunctionalInterface
    public interface Task<T> {

        /** @param scope owns the tensors that the task makes; one that is to be returned needs {@link TensorScope#keep} */
        T run(TensorScope scope) throws Exception;
    }

    private final ExecutorService threads;

    private TensorExecutor(ExecutorService threads) {
        this.threads = threads;
    }

    /** @param count how many tasks run at once; each may use {@link LibTorch#numThreads()} threads of libtorch's in turn */
    public static TensorExecutor ofThreads(int count) {
        return new TensorExecutor(Executors.newFixedThreadPool(
                count, Thread.ofPlatform().daemon().name("gatun-", 0).factory()));
    }

    /** Runs {@code task} without recording for gradients. */
    public <T> Future<T> noGrad(Task<T> task) {
        return threads.submit(() -> {
            try (var _ = Autograd.noGrad()) {
                return inScope(task);
            }
        });
    }

    /** Runs {@code task} with recording for gradients, of which all must happen in the task: its graph ends with its scope. */
    public <T> Future<T> enableGrad(Task<T> task) {
        return threads.submit(() -> {
            try (var _ = Autograd.enableGrad()) {
                return inScope(task);
            }
        });
    }

    private static <T> T inScope(Task<T> task) throws Exception {
        try (TensorScope scope = TensorScope.open()) {
            return task.run(scope);
        }
    }

    /** Takes no more tasks, and waits for those that it has. */
    @Override
    public void close() {
        threads.close();
    }
}
