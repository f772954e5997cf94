package org.gatun.torch;

import java.util.List;
import org.gatun.torch.ffm.gatun_h;

/**
 * Mixed precision on one device type until closed: operators that gain from it compute in a shorter type, the others in theirs
 * ({@code torch.autocast}). It belongs to the native thread that opened it. Casts of parameters are remembered while any is open.
 */
public final class Autocast implements AutoCloseable {

    static {
        LibTorch.load();
    }

    private final Thread owner = Thread.currentThread();
    private final int deviceType;
    private final int previouslyEnabled;
    private final int previousDtype;
    private boolean closed;

    private Autocast(int deviceType, boolean enabled, int dtype) {
        this.deviceType = deviceType;
        this.previouslyEnabled = gatun_h.gatun_autocast_is_enabled(deviceType);
        this.previousDtype = gatun_h.gatun_autocast_dtype(deviceType);
        set(enabled ? 1 : 0, dtype);
    }

    /** Computes in {@code dtype} (bfloat16 or float16) where that is safe. */
    public static Autocast open(DeviceType deviceType, DType dtype) {
        return open(deviceType, true, dtype);
    }

    /** Computes in the operands' own types, also inside another {@code Autocast}. */
    public static Autocast disable(DeviceType deviceType) {
        return open(deviceType, false, DType.BFLOAT16);
    }

    private static Autocast open(DeviceType deviceType, boolean enabled, DType dtype) {
        ThreadState.requirePlatformThread("autocast");
        Autocast autocast = new Autocast(deviceType.code(), enabled, dtype.scalarType());
        ThreadState.current().autocasts++;
        return autocast;
    }

    /**
     * Forgets the casts of parameters that are remembered: where parameters are changed in place and used again before the outermost
     * {@code Autocast} closes.
     */
    public static void clearCache() {
        if (gatun_h.gatun_autocast_clear_cache() != 0) {
            throw TorchException.in("autocast");
        }
    }

    /** Stops mixed precision for the backward pass of {@code outputs}; null where there is none. */
    static Autocast suspend(List<Tensor> outputs) {
        if (outputs.isEmpty()) {
            return null;
        }
        DeviceType type = outputs.getFirst().device().type();
        return isEnabled(type) ? disable(type) : null;
    }

    /** Whether this thread computes in mixed precision on {@code deviceType}. */
    public static boolean isEnabled(DeviceType deviceType) {
        return gatun_h.gatun_autocast_is_enabled(deviceType.code()) == 1;
    }

    /**
     * Closing twice does nothing.
     *
     * @throws IllegalStateException on another thread than the one that opened it
     */
    @Override
    public void close() {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("autocast was set by thread " + owner.getName());
        }
        if (closed) {
            return;
        }
        closed = true;
        try {
            set(previouslyEnabled, previousDtype);
        } finally {
            if (--ThreadState.current().autocasts == 0) {
                clearCache();
            }
        }
    }

    private void set(int enabled, int dtype) {
        if (gatun_h.gatun_autocast_set_dtype(deviceType, dtype) != 0
                || gatun_h.gatun_autocast_set_enabled(deviceType, enabled) != 0) {
            throw TorchException.in("autocast");
        }
    }
}
