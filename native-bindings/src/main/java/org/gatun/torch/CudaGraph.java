package org.gatun.torch;

import java.lang.foreign.MemorySegment;
import org.gatun.torch.ffm.gatun_h;

/**
 * Work of a GPU, captured once and replayed as a whole: thousands of kernels for the cost of one launch ({@code torch.cuda.CUDAGraph}).
 * A replay reads and writes the very addresses of the capture, so new inputs are copied into the tensors that were captured, and results
 * are read from those. What the work allocated stays in a pool of the graph's own until it is closed, which memory that is reserved
 * otherwise can't serve: where it is scarce, {@link CudaMemory#emptyCache} comes first. Random operators go on from the GPU's generator at
 * each replay.
 *
 * <p>While it is captured the work does not run: nothing in it may read a result ({@link Tensor#item}, {@code nonzero}), copy to or from
 * memory that is not pinned, or wait for the GPU. It must have run before, on the same stream: libraries set themselves up in their first
 * calls, which can't be captured.
 */
public final class CudaGraph implements AutoCloseable {

    private final CudaStream stream;
    private long handle;

    private CudaGraph(CudaStream stream, long handle) {
        this.stream = stream;
        this.handle = handle;
    }

    /**
     * Captures what {@code work} asks for on {@code stream}, on this thread and on autograd's.
     *
     * @throws IllegalArgumentException for a default stream, which can't be captured
     * @throws TorchException if something in it can't be captured; nothing of it has run then. Some versions of
     *     libtorch take their generator for still capturing afterwards, and refuse this GPU's random operators until the process ends.
     */
    public static CudaGraph capture(CudaStream stream, Runnable work) {
        return capture(stream, null, work);
    }

    /**
     * As {@link #capture(CudaStream, Runnable)}, in the memory pool of another graph. The two are never replayed at once, and what one
     * wrote is overwritten by the other's next replay, but for what was still held when the second was captured.
     */
    public static CudaGraph capture(CudaStream stream, CudaGraph sharing, Runnable work) {
        if (stream.equals(CudaStream.defaultOf(stream.device()))) {
            throw new IllegalArgumentException("the default stream can't be captured: use CudaStream.fromPool");
        }
        Cuda.synchronize(stream.device());
        int deviceIndex = stream.device().index();
        long handle = gatun_h.gatun_cuda_graph_new();
        if (handle == 0) {
            throw TorchException.in("graph");
        }
        CudaGraph graph = new CudaGraph(stream, handle);
        try (CudaStream.Guard _ = stream.makeCurrent()) {
            MemorySegment pool = CallArguments.begin().results(2);
            pool.fill((byte) 0);
            if (sharing != null) {
                Cuda.check(gatun_h.gatun_cuda_graph_pool(sharing.handle(), pool), "pool");
            }
            Cuda.check(gatun_h.gatun_cuda_graph_capture_begin(handle, deviceIndex, pool), "capture_begin");
            graph.runAndEnd(work, deviceIndex);
            return graph;
        } catch (RuntimeException | Error e) {
            graph.closeAfter(e);
            throw e;
        }
    }

    /** A capture that began is ended in any case, or the thread would capture for ever. */
    private void runAndEnd(Runnable work, int deviceIndex) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            if (gatun_h.gatun_cuda_graph_capture_end(handle, deviceIndex) != 0) {
                e.addSuppressed(TorchException.in("capture_end"));
            }
            throw e;
        }
        Cuda.check(gatun_h.gatun_cuda_graph_capture_end(handle, deviceIndex), "capture_end");
    }

    private void closeAfter(Throwable failure) {
        try {
            close();
        } catch (TorchException e) {
            failure.addSuppressed(e);
        }
    }

    private long handle() {
        if (handle == 0) {
            throw new IllegalStateException("the graph is closed");
        }
        return handle;
    }

    /** Asks for the work once more, on the stream of the capture. */
    public void replay() {
        long open = handle();
        try (CudaStream.Guard _ = stream.makeCurrent()) {
            Cuda.check(gatun_h.gatun_cuda_graph_replay(open), "replay");
        }
    }

    /** Frees the graph and its pool; tensors in it must not be used any more. Closing twice does nothing. */
    @Override
    public void close() {
        if (handle != 0) {
            long closing = handle;
            handle = 0;
            Cuda.check(gatun_h.gatun_cuda_graph_delete(closing), "graph");
        }
    }
}
