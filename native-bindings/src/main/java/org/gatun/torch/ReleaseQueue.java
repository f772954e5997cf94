package org.gatun.torch;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.gatun.torch.ffm.gatun_h;

/**
 * What is to be done once libtorch has let go of foreign memory. Storages die on any thread, also on libtorch's own: the native side
 * only notes a token, and Java takes the notes when it next wraps memory, closes a tensor, a scope, or an arena that kept a tensor's
 * memory. Each class loader that uses Gatun has a queue of its own.
 */
final class ReleaseQueue {

    private static final System.Logger LOG = System.getLogger(ReleaseQueue.class.getName());
    private static final int BATCH = 256;

    static {
        LibTorch.load();
    }

    private static final long HANDLE = create();
    private static final MemorySegment COUNT = MemorySegment.ofAddress(HANDLE).reinterpret(Long.BYTES);
    private static final Map<Long, Runnable> PENDING = new ConcurrentHashMap<>();
    private static final AtomicLong NEXT_TOKEN = new AtomicLong();

    private ReleaseQueue() {}

    private static long create() {
        long handle = gatun_h.gatun_release_queue_new();
        if (handle == 0) {
            throw TorchException.in("ReleaseQueue");
        }
        return handle;
    }

    /** What C knows this queue by. */
    static long handle() {
        return HANDLE;
    }

    /** A token for C; when it comes back, {@code release} runs. */
    static long expect(Runnable release) {
        long token = NEXT_TOKEN.incrementAndGet();
        PENDING.put(token, release);
        return token;
    }

    /** Forgets a token that C did not take. */
    static void cancel(long token) {
        PENDING.remove(token);
    }

    /** Runs what is due. When nothing is, it costs the reading of one number. */
    static void drain() {
        while (COUNT.get(ValueLayout.JAVA_LONG, 0) > 0) {
            MemorySegment tokens = CallArguments.begin().results(BATCH);
            long taken = gatun_h.gatun_take_released(HANDLE, tokens, BATCH);
            if (taken == 0) {
                return; // another thread took them
            }
            // All are read before the first runs: it may call Gatun, which uses the same memory.
            List<Runnable> due = new ArrayList<>((int) taken);
            for (int i = 0; i < taken; i++) {
                due.add(PENDING.remove(tokens.getAtIndex(ValueLayout.JAVA_LONG, i)));
            }
            due.forEach(ReleaseQueue::run);
        }
    }

    /** A callback's failure, whatever it is, is not that of whoever happens to close a tensor, nor of the callbacks behind it. */
    private static void run(Runnable release) {
        try {
            release.run();
        } catch (Throwable e) {
            LOG.log(System.Logger.Level.ERROR, "a callback that releases memory failed", e);
        }
    }

    /** The number of memories that libtorch has not let go of. */
    static int pendingCount() {
        drain();
        return PENDING.size();
    }
}
