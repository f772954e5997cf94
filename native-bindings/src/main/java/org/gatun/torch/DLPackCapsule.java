package org.gatun.torch;

import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.gatun.torch.ffm.gatun_h;

/**
 * A tensor on its way from one library to another, without a copy: a pointer to DLPack's {@code DLManagedTensor}, or
 * {@code DLManagedTensorVersioned}, and the right to it, which goes on exactly once: by {@link #release()} to another library, or by
 * {@link #toTensor()} to Gatun. If neither has happened, {@link #close()} gives the memory back to its producer.
 *
 * {@snippet :
 * try (DLPackCapsule capsule = DLPackCapsule.of(tensor)) {
 *     library.consume(capsule.release());                       // the library calls the deleter, when it is done
 * }
 * try (DLPackCapsule capsule = DLPackCapsule.at(library.produce(), DLPackCapsule.Version.UNVERSIONED)) {
 *     Tensor tensor = capsule.toTensor();                       // the deleter runs when the tensor's storage dies
 * }
 * }
 *
 * <p>Deleters are C functions that may be called on any thread. On CUDA, memory is handed over ready: {@link #of} waits for the
 * device, and {@link #toTensor()} expects its producer to have done so, or to have queued its work on the stream that Gatun uses next.
 * Used by several threads, a capsule still goes on once.
 */
public final class DLPackCapsule implements AutoCloseable {

    static {
        LibTorch.load();
    }

    /** The two structures of DLPack. */
    public enum Version {
        /** {@code DLManagedTensor}, before DLPack 1.0; Python's capsule "dltensor". */
        UNVERSIONED(0),
        /** {@code DLManagedTensorVersioned}, of DLPack 1.x; Python's capsule "dltensor_versioned". */
        V1(1);

        private final int code;

        Version(int code) {
            this.code = code;
        }
    }

    private static final long GONE = 0;

    private final AtomicLong address;
    private volatile boolean closed;
    private final Version version;

    private DLPackCapsule(long address, Version version) {
        this.address = new AtomicLong(address);
        this.version = version;
    }

    /** {@code tensor} as a {@code DLManagedTensor}: see {@link #of(Tensor, Version)}. */
    public static DLPackCapsule of(Tensor tensor) {
        return of(tensor, Version.UNVERSIONED);
    }

    /**
     * The memory of {@code tensor} with its sizes and strides. It stays alive until the deleter is called, whether {@code tensor} is
     * closed or not, and counts as an open tensor until then.
     *
     * @throws TorchException if the tensor requires gradients
     */
    public static DLPackCapsule of(Tensor tensor, Version version) {
        if (tensor.device().isCuda()) {
            Cuda.synchronize(tensor.device());
        }
        MemorySegment managed = gatun_h.gatun_dlpack_export(tensor.handle(), version.code);
        if (managed.address() == GONE) {
            throw TorchException.in("to_dlpack", tensor);
        }
        return new DLPackCapsule(managed.address(), version);
    }

    /**
     * What another library made, and handed over.
     *
     * @param address of its structure; a wrong one ends the process
     */
    public static DLPackCapsule at(long address, Version version) {
        if (address == GONE) {
            throw new IllegalArgumentException("a null pointer is no DLPack tensor");
        }
        return new DLPackCapsule(address, Objects.requireNonNull(version));
    }

    /**
     * Hands the structure to another library, which calls its deleter once.
     *
     * @return its address
     * @throws IllegalStateException if it was handed over before, or closed
     */
    public long release() {
        return take();
    }

    /**
     * A tensor over the memory, without a copy. The structure is the tensor's from now on.
     *
     * @throws IllegalStateException if it was handed over before, or closed
     * @throws TorchException if Gatun has no such tensors: foreign devices, complex or packed types, negative strides, read-only or
     *     misaligned memory, another major version. The structure is still this capsule's then.
     */
    public Tensor toTensor() {
        long taken = take();
        long handle = gatun_h.gatun_dlpack_import(MemorySegment.ofAddress(taken), version.code);
        if (handle == 0) {
            TorchException failure = TorchException.in("from_dlpack");
            address.set(taken);
            if (closed) {
                close(); // another thread called it meanwhile, and found nothing to delete
            }
            throw failure;
        }
        return Tensor.adopt(handle);
    }

    private long take() {
        long taken = address.getAndSet(GONE);
        if (taken == GONE) {
            throw new IllegalStateException("the capsule was handed over, or closed");
        }
        return taken;
    }

    /** Calls the deleter, unless the structure was handed over. Closing twice does nothing. */
    @Override
    public void close() {
        closed = true;
        long left = address.getAndSet(GONE);
        if (left != GONE) {
            gatun_h.gatun_dlpack_delete(MemorySegment.ofAddress(left), version.code);
        }
    }
}
