package org.gatun.torch;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.gatun.torch.ffm.gatun_h;

/** A mark in a stream of a GPU, that others wait for and that tells the time. It owns a {@code cudaEvent_t}. */
public final class CudaEvent implements AutoCloseable {

    private long handle;

    private CudaEvent(long handle) {
        this.handle = handle;
    }

    /** An event without a time, the cheaper kind. */
    public static CudaEvent create(Device device) {
        return create(device, false);
    }

    /** An event for {@link #millisecondsSince}. */
    public static CudaEvent createTiming(Device device) {
        return create(device, true);
    }

    private static CudaEvent create(Device device, boolean timing) {
        Cuda.requireDevice(device);
        long handle = gatun_h.gatun_cuda_event_new(device.index(), timing ? 1 : 0);
        if (handle == 0) {
            throw TorchException.in("event");
        }
        return new CudaEvent(handle);
    }

    long handle() {
        if (handle == 0) {
            throw new IllegalStateException("the event is closed");
        }
        return handle;
    }

    /** Marks the end of what was asked for on {@code stream} until now; an earlier mark is forgotten. */
    public void record(CudaStream stream) {
        Cuda.check(gatun_h.gatun_cuda_event_record(handle(), stream.device().index(), stream.id()), "record");
    }

    /** Whether the stream has come by the mark; true where none was set. */
    public boolean isDone() {
        int done = gatun_h.gatun_cuda_event_query(handle());
        if (done < 0) {
            throw TorchException.in("query");
        }
        return done == 1;
    }

    /** Waits until the stream has come by the mark. */
    public void synchronize() {
        Cuda.check(gatun_h.gatun_cuda_event_synchronize(handle()), "synchronize");
    }

    /** The time on the GPU from {@code start} to this one, in milliseconds; both have happened and keep the time. */
    public double millisecondsSince(CudaEvent start) {
        MemorySegment value = CallArguments.begin().results(1);
        Cuda.check(gatun_h.gatun_cuda_event_elapsed_time(start.handle(), handle(), value), "elapsed_time");
        return value.get(ValueLayout.JAVA_DOUBLE, 0);
    }

    /** Closing twice does nothing. Streams that wait for the mark still do. */
    @Override
    public void close() {
        if (handle != 0) {
            long closing = handle;
            handle = 0;
            Cuda.check(gatun_h.gatun_cuda_event_delete(closing), "event");
        }
    }
}
