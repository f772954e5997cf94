package org.gatun.torch;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers where each open tensor was made, when the JVM runs with {@code -Dgatun.trackTensors=true}; otherwise it costs nothing.
 */
public final class TensorTracker {

    private static final boolean ENABLED = Boolean.getBoolean("gatun.trackTensors");
    private static final Map<Long, Throwable> ORIGINS = new ConcurrentHashMap<>();

    private TensorTracker() {}

    static void created(long handle) {
        if (ENABLED) {
            ORIGINS.put(handle, new Throwable("a tensor that is still open was made here"));
        }
    }

    static void closed(long handle) {
        if (ENABLED && handle != 0) {
            ORIGINS.remove(handle);
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
