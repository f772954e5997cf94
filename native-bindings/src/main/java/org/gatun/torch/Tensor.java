package org.gatun.torch;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.gatun.torch.ffm.gatun_h;

/**
 * A handle to one of libtorch's tensors. Its operators carry PyTorch's names and are inherited from the generated interfaces of
 * their groups; functions without a {@code self} are in {@link Torch}.
 *
 * <p>A tensor owns native memory. It belongs to the innermost {@link TensorScope} of the thread that made it, or, with no scope open,
 * to whoever called the operator. Once closed, every use is an {@link IllegalStateException}. A tensor may be used by several
 * threads, but it must not be closed while another thread uses or closes it.
 *
 * <p>A call that libtorch refuses is a {@link TorchException} that names the operator and its operands.
 */
public final class Tensor
        implements AutoCloseable,
                AutogradOperators,
                BlasLapackOperators,
                ComparisonOperators,
                CreationOperators,
                IndexingSlicingJoiningOperators,
                LossOperators,
                NeuralNetworkOperators,
                PointwiseOperators,
                RandomSamplingOperators,
                ReductionOperators {

    static {
        LibTorch.load();
    }

    private long handle;
    TensorScope scope;
    int scopeIndex;

    /** Owns the segment that {@link #segment()} gave out, if any. */
    private Arena viewed;

    /** Null until somebody asks. */
    private Sizes sizes;

    /** In a final field, so that threads that share a tensor see the array filled. */
    private record Sizes(long[] ofDimensions) {}

    private Tensor(long handle) {
        this.handle = handle;
    }

    // Construction

    /** A float32 tensor of shape (values.length). */
    public static Tensor of(float... values) {
        return of(values, values.length);
    }

    /** A float32 tensor that holds a copy of {@code data}, which must fill {@code shape}, in row-major order. */
    public static Tensor of(float[] data, long... shape) {
        return copyOfArray(MemorySegment.ofArray(data), DType.FLOAT32, shape);
    }

    /** A float64 tensor that holds a copy of {@code data}, which must fill {@code shape}, in row-major order. */
    public static Tensor of(double[] data, long... shape) {
        return copyOfArray(MemorySegment.ofArray(data), DType.FLOAT64, shape);
    }

    /** An int64 tensor that holds a copy of {@code data}, which must fill {@code shape}, in row-major order. */
    public static Tensor of(long[] data, long... shape) {
        return copyOfArray(MemorySegment.ofArray(data), DType.INT64, shape);
    }

    /** An int32 tensor that holds a copy of {@code data}, which must fill {@code shape}, in row-major order. */
    public static Tensor of(int[] data, long... shape) {
        return copyOfArray(MemorySegment.ofArray(data), DType.INT32, shape);
    }

    /** A uint8 tensor that holds a copy of {@code data}, which must fill {@code shape}, in row-major order. */
    public static Tensor of(byte[] data, long... shape) {
        return copyOfArray(MemorySegment.ofArray(data), DType.UINT8, shape);
    }

    /** A dense CPU tensor that holds a copy of the first elements of {@code source}, any segment. */
    public static Tensor copyOf(MemorySegment source, DType dtype, long... shape) {
        long bytes = byteSize(dtype, shape);
        if (bytes > source.byteSize()) {
            throw new IllegalArgumentException("shape " + Arrays.toString(shape) + " of " + dtype.torchName()
                    + " takes " + bytes + " bytes; there are " + source.byteSize());
        }
        Tensor tensor = Torch.empty(shape, dtype, Device.CPU);
        try {
            MemorySegment.copy(source, 0, tensor.storage(bytes), 0, bytes);
        } catch (RuntimeException e) { // the source is closed, or another thread's
            tensor.close();
            throw e;
        }
        return tensor;
    }

    /** As {@link #copyOf}, of all elements: an array that does not fill its shape is a mistake. */
    private static Tensor copyOfArray(MemorySegment array, DType dtype, long[] shape) {
        if (byteSize(dtype, shape) != array.byteSize()) {
            throw new IllegalArgumentException("an array of " + array.byteSize() / dtype.byteSize()
                    + " elements does not fill the shape " + Arrays.toString(shape));
        }
        return copyOf(array, dtype, shape);
    }

    private static long byteSize(DType dtype, long[] shape) {
        try {
            long bytes = dtype.byteSize();
            for (long size : shape) {
                bytes = Math.multiplyExact(bytes, size);
            }
            return bytes;
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("the shape " + Arrays.toString(shape) + " is too large", e);
        }
    }

    /** A dense CPU tensor over the memory of {@code segment}, without a copy: {@link ForeignMemory#of(MemorySegment)}. */
    public static Tensor fromSegment(MemorySegment segment, DType dtype, long... shape) {
        return ForeignMemory.of(segment).asTensor(dtype, shape);
    }

    /** Takes over a handle that C returned. */
    static Tensor adopt(long handle) {
        Tensor tensor = new Tensor(handle);
        TensorTracker.created(tensor);
        TensorScope scope = ThreadState.current().scope;
        if (scope != null) {
            scope.add(tensor);
        }
        return tensor;
    }

    /** Result {@code index} of several, or null where the operator left it undefined. */
    static Tensor adopt(MemorySegment results, int index) {
        long handle = results.getAtIndex(ValueLayout.JAVA_LONG, index);
        return handle == 0 ? null : adopt(handle);
    }

    /** Takes over a list that C returned, its memory included. */
    static List<Tensor> adoptAll(MemorySegment list, MemorySegment length) {
        long count = length.get(ValueLayout.JAVA_LONG, 0);
        MemorySegment handles = list.reinterpret(count * Long.BYTES);
        List<Tensor> tensors = new ArrayList<>((int) count);
        for (int i = 0; i < count; i++) {
            tensors.add(adopt(handles, i));
        }
        gatun_h.gatun_list_free(list);
        return tensors;
    }

    // Lifetime

    /** The handle that C knows this tensor by; valid until the tensor is closed. */
    long handle() {
        long handle = this.handle;
        if (handle == 0) {
            throw new IllegalStateException("the tensor is closed");
        }
        return handle;
    }

    static long handleOrAbsent(Tensor tensor) {
        return tensor == null ? 0 : tensor.handle();
    }

    public boolean isClosed() {
        return handle == 0;
    }

    /**
     * Releases this handle; libtorch frees the memory when no view and no autograd graph needs it either. Closing twice does nothing.
     *
     * @throws IllegalStateException if the tensor belongs to a scope of another thread, or if C is using its {@link #segment()}, in
     *     which case it stays open and is the caller's
     */
    @Override
    public void close() {
        if (scope != null && handle != 0) {
            scope.remove(this);
        }
        long handle = forgetHandle();
        if (handle != 0) {
            gatun_h.gatun_tensor_delete(handle);
            ReleaseQueue.drain();
        }
    }

    /** Makes this tensor closed; the caller deletes the handle. Not atomic: an exchange took 20 ns, as long as both calls to C. */
    long forgetHandle() {
        if (viewed != null) {
            endViews();
        }
        long handle = this.handle;
        this.handle = 0;
        if (handle != 0) {
            TensorTracker.closed(this);
        }
        return handle;
    }

    /** A second handle to the same tensor, with the same memory and the same autograd history, closed on its own. */
    public Tensor alias() {
        return adopt(gatun_h.gatun_tensor_alias(handle()));
    }

    /** Tensors that are not closed, of all threads. */
    public static long liveCount() {
        return gatun_h.gatun_live_tensors();
    }

    /** The largest {@link #liveCount()} since the start, or since {@link #resetPeakCount()}. */
    public static long peakCount() {
        return gatun_h.gatun_peak_tensors();
    }

    public static void resetPeakCount() {
        gatun_h.gatun_reset_peak_tensors();
    }

    // Metadata

    /** Read from libtorch once: no operator here changes the sizes of a tensor that is there (the generator refuses those). */
    private long[] sizes() {
        long handle = handle();
        Sizes known = sizes;
        if (known == null) {
            known = new Sizes(TensorGetters.sizes(handle));
            sizes = known;
        }
        return known.ofDimensions;
    }

    /** The number of dimensions. */
    public int dim() {
        return sizes().length;
    }

    /** The number of elements. */
    public long numel() {
        long numel = 1;
        for (long size : sizes()) {
            numel *= size;
        }
        return numel;
    }

    /**
     * The size of a dimension; negative ones count from the last.
     *
     * @throws IndexOutOfBoundsException if there is no such dimension
     */
    public long size(int dim) {
        long[] sizes = sizes();
        int index = dim < 0 ? dim + sizes.length : dim;
        if (index < 0 || index >= sizes.length) {
            throw noDimension(dim);
        }
        return sizes[index];
    }

    private IndexOutOfBoundsException noDimension(int dim) {
        return new IndexOutOfBoundsException("no dimension " + dim + " in a tensor of " + dim() + " dimensions");
    }

    /**
     * The distance between neighbours along a dimension, in elements; negative dimensions count from the last.
     *
     * @throws IndexOutOfBoundsException if there is no such dimension
     */
    public long stride(int dim) {
        long stride = TensorGetters.stride(handle(), dim);
        if (stride < 0) {
            throw noDimension(dim);
        }
        return stride;
    }

    /** The sizes of all dimensions, in an array of the caller's. */
    public long[] shape() {
        return sizes().clone();
    }

    /** The strides of all dimensions in elements, in an array of the caller's. */
    public long[] strides() {
        long[] strides = new long[dim()];
        for (int i = 0; i < strides.length; i++) {
            strides[i] = TensorGetters.stride(handle, i);
        }
        return strides;
    }

    public DType dtype() {
        return DType.ofScalarType(TensorGetters.dtype(handle()));
    }

    public Device device() {
        long handle = handle();
        DeviceType type = DeviceType.ofCode(TensorGetters.deviceType(handle));
        return type == DeviceType.CPU ? Device.CPU : new Device(type, gatun_h.gatun_tensor_device_index(handle));
    }

    private boolean isOnCpu() {
        return TensorGetters.deviceType(handle()) == DeviceType.CPU.code();
    }

    public boolean requiresGrad() {
        return gatun_h.gatun_tensor_requires_grad(handle()) == 1;
    }

    /** Whether the elements lie densely in row-major order. */
    public boolean isContiguous() {
        if (numel() == 0) {
            return true;
        }
        long expected = 1;
        for (int i = dim() - 1; i >= 0; i--) {
            long size = size(i);
            if (size != 1) {
                if (stride(i) != expected) {
                    return false;
                }
                expected *= size;
            }
        }
        return true;
    }

    /** The address of the first element in its device's memory; valid while the storage lives. */
    public long dataPointer() {
        return gatun_h.gatun_tensor_data_ptr(handle());
    }

    // Reading

    /**
     * The only element, as a double.
     *
     * @throws TorchException if there is not exactly one
     */
    public double item() {
        MemorySegment value = CallArguments.begin().results(1);
        if (gatun_h.gatun_tensor_item_double(handle(), value) != 0) {
            throw TorchException.in("item", this);
        }
        return value.get(ValueLayout.JAVA_DOUBLE, 0);
    }

    /** The only element, as a long: of a floating-point number what Java's cast makes of it, 0 of NaN. */
    public long itemLong() {
        MemorySegment value = CallArguments.begin().results(1);
        if (gatun_h.gatun_tensor_item_long(handle(), value) != 0) {
            throw TorchException.in("item", this);
        }
        return value.get(ValueLayout.JAVA_LONG, 0);
    }

    /**
     * The elements' memory, without a copy, for any thread and as long as this tensor is open. The end of what is shared by threads
     * costs microseconds: in a hot loop, {@link #segment(Arena)} with a confined arena is cheaper.
     *
     * @throws IllegalStateException if the tensor is not on the CPU or not contiguous
     */
    public MemorySegment segment() {
        checkViewable();
        return MemorySegment.ofAddress(dataPointer()).reinterpret(denseBytes(), views(), null);
    }

    // Shared: a scope closes its tensors on its own thread, whichever threads look at them.
    private synchronized Arena views() {
        if (viewed == null) {
            viewed = Arena.ofShared();
        }
        return viewed;
    }

    private synchronized void endViews() {
        if (viewed != null) {
            viewed.close();
            viewed = null;
        }
    }

    /**
     * The elements' memory, without a copy, until {@code arena} closes: the storage stays alive for it, whether this tensor is
     * closed or not. Of {@link Arena#ofAuto()} it is what another library may keep: {@code segment(Arena.ofAuto()).asByteBuffer()}.
     *
     * @throws IllegalStateException if the tensor is not on the CPU or not contiguous, or if {@code arena} is closed
     */
    public MemorySegment segment(Arena arena) {
        checkViewable();
        return segment(denseBytes(), arena);
    }

    /**
     * As {@link #segment(Arena)}, of a tensor that may have gaps: from its first element to the end of its last one, with the elements
     * at {@link #strides()}.
     *
     * @throws IllegalStateException if the tensor is not on the CPU, or if {@code arena} is closed
     */
    public MemorySegment stridedSegment(Arena arena) {
        checkOnCpu();
        return segment(ForeignMemory.byteExtent(dtype(), shape(), strides()), arena);
    }

    private long denseBytes() {
        return numel() * dtype().byteSize();
    }

    private MemorySegment segment(long bytes, Arena arena) {
        long alias = gatun_h.gatun_tensor_alias(handle());
        try {
            return MemorySegment.ofAddress(dataPointer()).reinterpret(bytes, arena, _ -> {
                gatun_h.gatun_tensor_delete(alias);
                ReleaseQueue.drain();
            });
        } catch (RuntimeException e) { // the arena is closed, or another thread's
            gatun_h.gatun_tensor_delete(alias);
            throw e;
        }
    }

    private void checkOnCpu() {
        if (!isOnCpu()) {
            throw new IllegalStateException(
                    "only CPU memory can be viewed; this tensor is on " + device() + ": use to(Device.CPU)");
        }
    }

    private void checkViewable() {
        checkOnCpu();
        if (!isContiguous()) {
            throw new IllegalStateException("only dense row-major memory can be viewed; this tensor has the strides "
                    + Arrays.toString(strides()) + ": use contiguous()");
        }
    }

    /** The elements in row-major order, converted to float32. */
    public float[] toFloatArray() {
        return read(DType.FLOAT32, segment -> segment.toArray(ValueLayout.JAVA_FLOAT));
    }

    /** The elements in row-major order, converted to float64. */
    public double[] toDoubleArray() {
        return read(DType.FLOAT64, segment -> segment.toArray(ValueLayout.JAVA_DOUBLE));
    }

    /** The elements in row-major order, converted to int64. */
    public long[] toLongArray() {
        return read(DType.INT64, segment -> segment.toArray(ValueLayout.JAVA_LONG));
    }

    /** The elements in row-major order, converted to int32. */
    public int[] toIntArray() {
        return read(DType.INT32, segment -> segment.toArray(ValueLayout.JAVA_INT));
    }

    private <A> A read(DType dtype, java.util.function.Function<MemorySegment, A> reader) {
        boolean asItIs = TensorGetters.dtype(handle()) == dtype.scalarType() && isOnCpu() && isContiguous();
        if (asItIs) {
            return reader.apply(storage(denseBytes()));
        }
        try (Tensor plain = detach();
                Tensor converted = plain.to(dtype, Device.CPU);
                Tensor dense = converted.contiguous()) {
            return reader.apply(dense.storage(dense.denseBytes()));
        }
    }

    /** The memory of a dense tensor that stays open while it is used. */
    private MemorySegment storage(long bytes) {
        return MemorySegment.ofAddress(dataPointer()).reinterpret(bytes);
    }

    // Operators with more to say in Java than in a schema

    /** A copy of its own memory; part of the autograd graph, as in PyTorch. */
    @Override
    public Tensor clone() {
        return clone((MemoryFormat) null);
    }

    /** This tensor on {@code device}: a copy, unless it is there already. */
    public Tensor to(Device device) {
        return to(null, device);
    }

    /** This tensor as {@code dtype} on {@code device}; either may be null for no change. */
    public Tensor to(DType dtype, Device device) {
        return to(dtype, device, false, false, null);
    }

    // Autograd

    /** The gradient that {@link #backward()} has accumulated here, or null when there is none. */
    public Tensor grad() {
        long grad = gatun_h.gatun_tensor_grad(handle());
        return grad == 0 ? null : adopt(grad);
    }

    /** Lets go of the accumulated gradient, as {@code zero_grad(set_to_none=True)} does. */
    public void clearGrad() {
        if (gatun_h.gatun_tensor_clear_grad(handle()) != 0) {
            throw TorchException.in("clearGrad", this);
        }
    }

    /** Accumulates the gradient of this scalar into {@link #grad()} of all leaves that require one. */
    public void backward() {
        Autograd.backward(List.of(this), List.of(), false, false);
    }

    // Text

    /** Shape, dtype, and the device unless it is the CPU: {@code (2, 3) float32}. */
    String describe() {
        if (isClosed()) {
            return "closed";
        }
        StringJoiner sizes = new StringJoiner(", ", "(", ")");
        for (long size : shape()) {
            sizes.add(Long.toString(size));
        }
        int code = TensorGetters.dtype(handle);
        String text =
                sizes + " " + (DType.isKnown(code) ? DType.ofScalarType(code).torchName() : "scalar type " + code);
        return isOnCpu() ? text : text + " " + device();
    }

    /** The values of a small tensor, nested as the dimensions are, and always shape and dtype. */
    @Override
    public String toString() {
        return isClosed() ? "Tensor[closed]" : TensorText.of(this);
    }
}
