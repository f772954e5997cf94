package org.gatun.torch;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.gatun.torch.ffm.gatun_h;

/**
 * An order of work on a GPU: what is asked for on one stream runs one after the other, beside what other streams do. Operators work on
 * their thread's current stream, at first the default one. Libtorch owns its streams; they are never closed.
 *
 * <p>A tensor that one stream wrote must not be read on another before an event, or {@link #synchronize}, says that it is written. And one
 * that was made on one stream and is read on another must stay open until it has been read: its memory goes to the next tensor of the
 * stream that made it as soon as it is closed.
 *
 * @param id libtorch's number of it
 */
public record CudaStream(Device device, long id) {

    /** The stream on which this thread's operators work. */
    public static CudaStream current(Device device) {
        Cuda.requireDevice(device);
        MemorySegment id = CallArguments.begin().results(1);
        return created(device, gatun_h.gatun_cuda_current_stream(device.index(), id), id, "current_stream");
    }

    /** The stream that everything uses unless told otherwise; CUDA's own default, whose native handle is 0. */
    public static CudaStream defaultOf(Device device) {
        Cuda.requireDevice(device);
        MemorySegment id = CallArguments.begin().results(1);
        return created(device, gatun_h.gatun_cuda_default_stream(device.index(), id), id, "default_stream");
    }

    /** One of libtorch's further streams. There are 32, handed out in turn: two callers may get the same. */
    public static CudaStream fromPool(Device device) {
        Cuda.requireDevice(device);
        MemorySegment id = CallArguments.begin().results(1);
        return created(device, gatun_h.gatun_cuda_stream_from_pool(device.index(), 0, id), id, "stream_from_pool");
    }

    /**
     * A stream of another library's, which must keep it as long as tensors use it.
     *
     * @param nativeHandle a {@code cudaStream_t}
     */
    public static CudaStream external(Device device, long nativeHandle) {
        Cuda.requireDevice(device);
        MemorySegment id = CallArguments.begin().results(1);
        int status = gatun_h.gatun_cuda_external_stream(device.index(), nativeHandle, id);
        return created(device, status, id, "external_stream");
    }

    private static CudaStream created(Device device, int status, MemorySegment id, String function) {
        Cuda.check(status, function);
        return new CudaStream(device, id.get(ValueLayout.JAVA_LONG, 0));
    }

    /** The {@code cudaStream_t}, for other libraries. */
    public long nativeHandle() {
        Cuda.requireDevice(device);
        MemorySegment handle = CallArguments.begin().results(1);
        Cuda.check(gatun_h.gatun_cuda_stream_native_handle(device.index(), id, handle), "stream");
        return handle.get(ValueLayout.JAVA_LONG, 0);
    }

    /** Waits until all that was asked for on this stream is done. */
    public void synchronize() {
        Cuda.requireDevice(device);
        Cuda.check(gatun_h.gatun_cuda_stream_synchronize(device.index(), id), "synchronize");
    }

    /** What is asked for on this stream from now on begins when {@code event} has happened; no thread waits. */
    public void waitFor(CudaEvent event) {
        Cuda.check(gatun_h.gatun_cuda_stream_wait_event(device.index(), id, event.handle()), "wait_event");
    }

    /** As {@link #waitFor(CudaEvent)}, for all that was asked for on {@code other} until now. */
    public void waitFor(CudaStream other) {
        try (CudaEvent event = CudaEvent.create(other.device)) {
            event.record(other);
            waitFor(event);
        }
    }

    /** Restores, when closed, the stream that it replaced. */
    public static final class Guard implements AutoCloseable {

        private final Thread owner = Thread.currentThread();
        private final CudaStream previous;
        private boolean closed;

        private Guard(CudaStream previous) {
            this.previous = previous;
        }

        /**
         * Closing twice does nothing.
         *
         * @throws IllegalStateException on another thread than the one that opened it
         */
        @Override
        public void close() {
            if (Thread.currentThread() != owner) {
                throw new IllegalStateException("the current stream was set by thread " + owner.getName());
            }
            if (!closed) {
                closed = true;
                previous.set();
            }
        }
    }

    /** Makes this the stream of this thread's operators on its GPU, until the guard is closed. */
    public Guard makeCurrent() {
        ThreadState.requirePlatformThread("the current stream");
        Guard guard = new Guard(current(device));
        set();
        return guard;
    }

    private void set() {
        Cuda.check(gatun_h.gatun_cuda_set_current_stream(device.index(), id), "set_stream");
    }
}
