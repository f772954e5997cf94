package org.gatun.torch;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.nio.Buffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gatun.torch.ffm.gatun_h;

/**
 * Memory that is not libtorch's, on its way to be a {@link Tensor} without a copy: of Java, of a mapped file, of another native
 * library, of a GPU. Writes are seen on both sides.
 *
 * {@snippet :
 * Tensor pixels = ForeignMemory.at(mat.dataAddr(), bytes).keeping(mat)          // an OpenCV Mat: reachable as long as needed
 *         .asTensor(DType.UINT8, rows, columns, 3);
 * buffer.getReferenceManager().retain();                                        // an Arrow buffer: counted
 * Tensor column = ForeignMemory.at(buffer.memoryAddress(), buffer.capacity())
 *         .releasedBy(buffer.getReferenceManager()::release)
 *         .asTensor(DType.FLOAT32, rows);
 * }
 *
 * <p>The memory must stay valid until libtorch's storage lets go of it, which may be long after the tensor was closed: views, other
 * handles and tensors saved for a backward pass use it too. So its owner is given along: an object that stays reachable, or a callback
 * that runs once when the storage is gone. Callbacks run in Java, on a thread that closes a tensor, a scope, or an arena that kept a
 * tensor's memory, or on one that wraps memory; for the last handle to a storage that is within its {@link Tensor#close()}.
 */
public final class ForeignMemory {

    private final MemorySegment segment;
    private final Device device;
    private final Runnable release;
    private final AtomicBoolean handedOver = new AtomicBoolean();

    private ForeignMemory(MemorySegment segment, Device device, Runnable release) {
        this.segment = segment;
        this.device = device;
        this.release = release;
    }

    /**
     * Java's memory, which stays reachable as long as libtorch uses it. Only memory that nobody can free may be viewed: segments of
     * {@link Arena#ofAuto()} or {@link Arena#global()}, mapped files among them.
     *
     * @throws IllegalArgumentException for a heap segment, one that is read-only, and one whose arena can be closed
     */
    public static ForeignMemory of(MemorySegment segment) {
        checkLifetime(segment);
        return new ForeignMemory(segment, Device.CPU, () -> Reference.reachabilityFence(segment));
    }

    /**
     * What lies between the position and the limit of a direct buffer, a mapped one for example, which stays reachable as long as
     * libtorch uses it. Libtorch reads numbers in the machine's own byte order, whatever the buffer's order is. A buffer that another
     * native library made over memory of its own is as good as that memory: say whose it is, by {@link #at}.
     *
     * @throws IllegalArgumentException as {@link #of(MemorySegment)} does
     */
    public static ForeignMemory of(Buffer buffer) {
        return of(MemorySegment.ofBuffer(buffer));
    }

    /**
     * {@code byteSize} bytes at {@code address} that some owner keeps; which, {@link Unowned} asks. A wrong address or size ends the
     * process.
     */
    public static Unowned at(long address, long byteSize) {
        return new Unowned(Device.CPU, address, byteSize);
    }

    /**
     * As {@link #at}, of a GPU's memory. What the other library has asked for there must be ordered before the current stream's work
     * ({@link CudaStream#waitFor(CudaEvent)}, {@link CudaStream#external}), and a callback that frees it must wait for that stream.
     *
     * @param address in the GPU's memory, as {@code cudaMalloc} gives it
     * @throws IllegalArgumentException if there is no such GPU
     */
    public static Unowned atDevice(Device gpu, long address, long byteSize) {
        Cuda.requireDevice(gpu);
        return new Unowned(gpu, address, byteSize);
    }

    /** Memory whose owner is not known yet. */
    public static final class Unowned {

        private final Device device;
        private final MemorySegment segment;

        private Unowned(Device device, long address, long byteSize) {
            if (byteSize < 0 || address == 0 && byteSize > 0) {
                throw new IllegalArgumentException(byteSize + " bytes at address " + address + " are no memory");
            }
            this.device = device;
            this.segment = MemorySegment.ofAddress(address).reinterpret(byteSize);
        }

        /** Memory that stays valid while {@code owner} is reachable, as it will be here. */
        public ForeignMemory keeping(Object owner) {
            return new ForeignMemory(segment, device, () -> Reference.reachabilityFence(owner));
        }

        /**
         * Memory that stays valid until {@code release} runs: once, when the tensor's storage is gone. It becomes one tensor only. If
         * that fails, the memory is still the caller's to release.
         */
        public ForeignMemory releasedBy(Runnable release) {
            return new ForeignMemory(segment, device, release);
        }
    }

    /**
     * A dense tensor over the first bytes of this memory. This object is spent then.
     *
     * @throws IllegalArgumentException if the memory is too small or not aligned to {@code dtype}
     * @throws IllegalStateException if it was made a tensor before
     */
    public Tensor asTensor(DType dtype, long... shape) {
        return wrap(dtype, shape, null);
    }

    /**
     * As {@link #asTensor(DType, long...)}, with the distance from element to element of each dimension, in elements: rows of a
     * picture whose ends are padded have the strides {@code {bytesOfARow / bytesOfAnElement, channels, 1}}.
     */
    public Tensor asStridedTensor(DType dtype, long[] shape, long[] strides) {
        if (strides.length != shape.length) {
            throw new IllegalArgumentException(shape.length + " sizes, but " + strides.length + " strides");
        }
        return wrap(dtype, shape, strides);
    }

    private Tensor wrap(DType dtype, long[] shape, long[] strides) {
        long needed = byteExtent(dtype, shape, strides);
        if (needed > segment.byteSize()) {
            throw new IllegalArgumentException(
                    "a tensor of that shape views " + needed + " bytes; the segment has " + segment.byteSize());
        }
        if (segment.address() % dtype.byteSize() != 0) {
            throw new IllegalArgumentException(
                    "the segment is not aligned to the " + dtype.byteSize() + " bytes of " + dtype.torchName());
        }
        if (!handedOver.compareAndSet(false, true)) {
            throw new IllegalStateException("this memory has become a tensor already");
        }
        ReleaseQueue.drain();
        long token = ReleaseQueue.expect(release);
        CallArguments memory = CallArguments.begin();
        long handle = gatun_h.gatun_tensor_from_memory(
                segment,
                memory.longs(shape),
                memory.longsOrAbsent(strides),
                shape.length,
                dtype.scalarType(),
                device.type().code(),
                device.index(),
                ReleaseQueue.handle(),
                token);
        if (handle == 0) {
            ReleaseQueue.cancel(token);
            handedOver.set(false);
            throw TorchException.in("ForeignMemory");
        }
        return Tensor.adopt(handle);
    }

    private static void checkLifetime(MemorySegment segment) {
        if (!segment.isNative()) {
            throw new IllegalArgumentException(
                    "a heap segment can't be viewed, the garbage collector moves it; use Tensor.of to copy it");
        }
        if (segment.isReadOnly()) {
            throw new IllegalArgumentException("a read-only segment can't be viewed, tensors are writable; map the file"
                    + " copy-on-write (FileChannel.MapMode.PRIVATE) instead");
        }
        // Whether an arena can be closed is no public property of a segment; of a closeable one, its scope's class
        // tells. A
        // HeapSession is that of a direct buffer, which keeps the buffer reachable.
        boolean global = segment.scope().equals(Arena.global().scope());
        boolean closeable = switch (segment.scope().getClass().getSimpleName()) {
            case "ImplicitSession", "GlobalSession", "HeapSession" -> false;
            default -> true;
        };
        if (!global && closeable) {
            throw new IllegalArgumentException(
                    "the segment's arena could be closed while libtorch still uses its memory;"
                            + " allocate it from Arena.ofAuto() or Arena.global()");
        }
    }

    /**
     * The bytes from the first element to the end of the last one.
     *
     * @param strides in elements, or null for a dense tensor
     */
    static long byteExtent(DType dtype, long[] shape, long[] strides) {
        try {
            long last = 0;
            long dense = 1;
            boolean empty = false;
            for (int i = shape.length - 1; i >= 0; i--) {
                if (shape[i] < 0 || strides != null && strides[i] < 0) {
                    throw new IllegalArgumentException("sizes and strides can't be negative");
                }
                if (shape[i] == 0) {
                    empty = true;
                } else {
                    last = Math.addExact(last, Math.multiplyExact(shape[i] - 1, strides == null ? dense : strides[i]));
                    dense = Math.multiplyExact(dense, shape[i]);
                }
            }
            return empty ? 0 : Math.multiplyExact(Math.addExact(last, 1), dtype.byteSize());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("the shape " + Arrays.toString(shape) + " is too large", e);
        }
    }
}
