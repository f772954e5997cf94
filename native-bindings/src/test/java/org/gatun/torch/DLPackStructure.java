package org.gatun.torch;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatun.torch.DLPackCapsule.Version;

/** The other library of a test: a {@code DLManagedTensor} written field by field from dlpack.h, with a deleter that counts. */
final class DLPackStructure {

    static final int CPU = 1;

    // DLManagedTensor: dl_tensor, manager_ctx, deleter. DLManagedTensorVersioned: version, manager_ctx, deleter, flags,
    // dl_tensor.
    private static final long TENSOR_BYTES = 48;
    private static final long BYTES = 80;
    private static final long UNVERSIONED_DELETER = TENSOR_BYTES + 8;
    private static final long VERSIONED_DELETER = 16;
    private static final long VERSIONED_FLAGS = 24;
    private static final long VERSIONED_TENSOR = 32;

    // DLTensor: data, device type, device id, ndim, type (code, bits, lanes), shape, strides, byte offset.
    private static final long DEVICE = 8;
    private static final long NDIM = 16;
    private static final long TYPE = 20;
    private static final long SHAPE = 24;
    private static final long STRIDES = 32;
    private static final long BYTE_OFFSET = 40;

    private final Arena arena;
    private final Version version;
    private final MemorySegment managed;
    private final MemorySegment tensor;
    private final AtomicInteger deletions = new AtomicInteger();
    private Runnable afterDeletion = () -> {};

    /** An empty one on the CPU, to be filled. */
    DLPackStructure(Arena arena, Version version) {
        this(arena, version, arena.allocate(BYTES, 8));
        managed.set(ADDRESS, version == Version.V1 ? VERSIONED_DELETER : UNVERSIONED_DELETER, deleter());
        if (version == Version.V1) {
            version(1, 0);
        }
        deviceType(CPU);
    }

    private DLPackStructure(Arena arena, Version version, MemorySegment managed) {
        this.arena = arena;
        this.version = version;
        this.managed = managed;
        this.tensor = managed.asSlice(version == Version.V1 ? VERSIONED_TENSOR : 0, TENSOR_BYTES);
    }

    /** To look at what another has made. */
    static DLPackStructure ofAddress(long address, Version version) {
        return new DLPackStructure(
                Arena.global(), version, MemorySegment.ofAddress(address).reinterpret(BYTES));
    }

    private MemorySegment deleter() {
        try {
            var delete = MethodHandles.lookup()
                    .findVirtual(
                            DLPackStructure.class, "delete", MethodType.methodType(void.class, MemorySegment.class))
                    .bindTo(this);
            return Linker.nativeLinker().upcallStub(delete, FunctionDescriptor.ofVoid(ADDRESS), arena);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** C calls it. */
    private void delete(MemorySegment self) {
        deletions.addAndGet(self.address() == managed.address() ? 1 : 1000);
        afterDeletion.run();
    }

    DLPackStructure afterDeletion(Runnable action) {
        afterDeletion = action;
        return this;
    }

    int deletions() {
        return deletions.get();
    }

    DLPackCapsule capsule() {
        return DLPackCapsule.at(managed.address(), version);
    }

    DLPackStructure data(MemorySegment data) {
        tensor.set(ADDRESS, 0, data);
        return this;
    }

    DLPackStructure deviceType(int deviceType) {
        tensor.set(JAVA_INT, DEVICE, deviceType);
        return this;
    }

    DLPackStructure dimensions(int count) {
        tensor.set(JAVA_INT, NDIM, count);
        return this;
    }

    DLPackStructure type(int code, int bits, int lanes) {
        tensor.set(JAVA_BYTE, TYPE, (byte) code);
        tensor.set(JAVA_BYTE, TYPE + 1, (byte) bits);
        tensor.set(JAVA_SHORT, TYPE + 2, (short) lanes);
        return this;
    }

    DLPackStructure shape(long... shape) {
        tensor.set(ADDRESS, SHAPE, arena.allocateFrom(JAVA_LONG, shape));
        return dimensions(shape.length);
    }

    DLPackStructure strides(long... strides) {
        tensor.set(ADDRESS, STRIDES, arena.allocateFrom(JAVA_LONG, strides));
        return this;
    }

    DLPackStructure byteOffset(long byteOffset) {
        tensor.set(JAVA_LONG, BYTE_OFFSET, byteOffset);
        return this;
    }

    DLPackStructure version(int major, int minor) {
        managed.set(JAVA_INT, 0, major);
        managed.set(JAVA_INT, 4, minor);
        return this;
    }

    DLPackStructure flags(long flags) {
        managed.set(JAVA_LONG, VERSIONED_FLAGS, flags);
        return this;
    }

    long data() {
        return tensor.get(ADDRESS, 0).address();
    }

    int deviceType() {
        return tensor.get(JAVA_INT, DEVICE);
    }

    int code() {
        return tensor.get(JAVA_BYTE, TYPE);
    }

    int bits() {
        return tensor.get(JAVA_BYTE, TYPE + 1);
    }

    int lanes() {
        return tensor.get(JAVA_SHORT, TYPE + 2);
    }

    long[] shape() {
        return longs(SHAPE);
    }

    long[] strides() {
        return longs(STRIDES);
    }

    private long[] longs(long offset) {
        long bytes = (long) tensor.get(JAVA_INT, NDIM) * Long.BYTES;
        return tensor.get(ADDRESS, offset).reinterpret(bytes).toArray(JAVA_LONG);
    }

    long byteOffset() {
        return tensor.get(JAVA_LONG, BYTE_OFFSET);
    }

    int major() {
        return managed.get(JAVA_INT, 0);
    }

    long flags() {
        return managed.get(JAVA_LONG, VERSIONED_FLAGS);
    }
}
