package org.gatun.torch;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.gatun.torch.ffm.gatun_h;

/**
 * The short getters of gatun.h, linked as critical: without the thread's transition into native code, which would cost more than
 * they do. They neither block nor call back, and are given valid handles only.
 */
final class TensorGetters {

    private static final MethodHandle DIM =
            link(gatun_h.gatun_tensor_dim$address(), gatun_h.gatun_tensor_dim$descriptor());
    private static final MethodHandle SIZES =
            link(gatun_h.gatun_tensor_sizes$address(), gatun_h.gatun_tensor_sizes$descriptor());
    private static final MethodHandle STRIDE =
            link(gatun_h.gatun_tensor_stride$address(), gatun_h.gatun_tensor_stride$descriptor());
    private static final MethodHandle DTYPE =
            link(gatun_h.gatun_tensor_dtype$address(), gatun_h.gatun_tensor_dtype$descriptor());
    private static final MethodHandle DEVICE_TYPE =
            link(gatun_h.gatun_tensor_device_type$address(), gatun_h.gatun_tensor_device_type$descriptor());

    /** All there is: for a few numbers at an address that C gave, a segment of their own would cost more than the call. */
    private static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    private TensorGetters() {}

    private static MethodHandle link(MemorySegment address, FunctionDescriptor descriptor) {
        return Linker.nativeLinker().downcallHandle(address, descriptor, Linker.Option.critical(false));
    }

    /** The sizes of all dimensions, in a new array. */
    static long[] sizes(long handle) {
        try {
            long[] sizes = new long[(int) (long) DIM.invokeExact(handle)];
            long source = ((MemorySegment) SIZES.invokeExact(handle)).address();
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = MEMORY.get(ValueLayout.JAVA_LONG, source + (long) i * Long.BYTES);
            }
            return sizes;
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static long stride(long handle, long dim) {
        try {
            return (long) STRIDE.invokeExact(handle, dim);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int dtype(long handle) {
        try {
            return (int) DTYPE.invokeExact(handle);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int deviceType(long handle) {
        try {
            return (int) DEVICE_TYPE.invokeExact(handle);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    private static AssertionError unexpected(Throwable e) {
        return new AssertionError("a getter can't fail", e);
    }
}
