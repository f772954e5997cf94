package org.gatun.torch;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers where each open tensor was made, and notices a tensor that two threads close at once, when the JVM runs with
 * {@code -Dgatun.trackTensors=true}; otherwise it costs nothing.
 */
public final class TensorTracker {

    private static final boolean ENABLED = Boolean.getBoolean("gatun.trackTensors");
    private static final Map<Tensor, Throwable> ORIGINS = new ConcurrentHashMap<>();

    private TensorTracker() {}

    static void created(Tensor tensor) {
        if (ENABLED) {
            ORIGINS.put(tensor, new Throwable("a tensor that is still open was made here"));
        }
    }

    /**
     * Comes before C frees the handle.
     *
     * @throws IllegalStateException if another thread was here since the caller saw that the tensor is open
     */
    static void closed(Tensor tensor) {
        if (ENABLED && ORIGINS.remove(tensor) == null) {
            throw new IllegalStateException("two threads closed the tensor at once");
        }
    }

    /**
     * For each tensor that is open now, the stack that made it.
     *
     * @throws IllegalStateException unless the JVM was started with {@code -Dgatun.trackTensors=true}
     */
    public static List<Throwable> openTensors() {
        if (!ENABLED) {
            throw new IllegalStateException("tensors are not tracked: start the JVM with -Dgatun.trackTensors=true");
        }
        return List.copyOf(ORIGINS.values());
    }
}
