package org.gatun.torch;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.gatun.torch.ffm.gatun_h;

/**
 * Owns the tensors that its thread makes while it is the innermost open scope, and closes them all when it closes:
 *
 * {@snippet :
 * try (TensorScope scope = TensorScope.open()) {
 *     Tensor h = x.matmul(w).relu();          // closed with the scope
 *     return scope.moveToOuter(h.sum());      // lives on, in the scope around this one, or the caller's
 * }
 * }
 *
 * <p>This is the one ambient state that Gatun keeps. A scope is used by the platform thread that opened it only, and scopes close in
 * the reverse order of opening. With no scope open, whoever called the operator closes its result.
 */
public final class TensorScope implements AutoCloseable {

    private final Thread owner = Thread.currentThread();
    private final ThreadState thread;
    private final TensorScope outer;
    private Tensor[] tensors = new Tensor[16];

    /** Those of {@link #tensors}, so that one copy hands all to C. */
    private long[] handles = new long[16];

    private int size;
    private boolean closed;

    private TensorScope(ThreadState thread) {
        this.thread = thread;
        this.outer = thread.scope;
    }

    /**
     * Opens a scope inside the calling thread's innermost one.
     *
     * @throws IllegalStateException on a virtual thread
     */
    public static TensorScope open() {
        ThreadState.requirePlatformThread("a TensorScope");
        ThreadState thread = ThreadState.current();
        TensorScope scope = new TensorScope(thread);
        thread.scope = scope;
        return scope;
    }

    /** The number of tensors that it owns. */
    public int size() {
        return size;
    }

    /**
     * Takes {@code tensor} out of this scope: the caller owns it from now on. A tensor that no scope owns is left as it is.
     *
     * @return {@code tensor}
     * @throws IllegalArgumentException if another scope owns it
     */
    public Tensor keep(Tensor tensor) {
        checkOpen();
        if (tensor.scope == this) {
            remove(tensor);
        } else if (tensor.scope != null) {
            throw new IllegalArgumentException("the tensor belongs to another scope");
        }
        return tensor;
    }

    /**
     * Hands {@code tensor} to the scope around this one, or to the caller when there is none. A tensor that this scope does not own
     * (an operand that came from outside, say) is left as it is.
     *
     * @return {@code tensor}
     */
    public Tensor moveToOuter(Tensor tensor) {
        checkOpen();
        if (tensor.scope == this) {
            remove(tensor);
            if (outer != null) {
                outer.add(tensor);
            }
        }
        return tensor;
    }

    /**
     * Closes every tensor that it still owns.
     *
     * @throws IllegalStateException if called by another thread, or while a scope opened later is still open; or if C is using the
     *     {@link Tensor#segment()} of a tensor, which stays open then and is the caller's. All others are closed.
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        checkOpen();
        if (thread.scope != this) {
            throw new IllegalStateException("a scope opened inside this one is still open");
        }
        closed = true;
        thread.scope = outer;
        try {
            release();
        } finally {
            ReleaseQueue.drain();
        }
    }

    private void release() {
        if (size == 0) {
            return;
        }
        int count = 0;
        IllegalStateException inUse = null;
        for (int i = 0; i < size; i++) {
            try {
                handles[count] = tensors[i].forgetHandle();
                count++;
            } catch (IllegalStateException e) {
                tensors[i].scope = null;
                inUse = e;
            }
        }
        CallArguments arguments = CallArguments.begin();
        MemorySegment released = arguments.longs(handles, count);
        long before = arguments.hold(); // a deleter may call Java
        gatun_h.gatun_tensors_delete(released, count);
        arguments.letGo(before);
        tensors = null;
        handles = null;
        size = 0;
        if (inUse != null) {
            throw inUse;
        }
    }

    void add(Tensor tensor) {
        if (size == tensors.length) {
            tensors = Arrays.copyOf(tensors, 2 * size);
            handles = Arrays.copyOf(handles, 2 * size);
        }
        tensor.scope = this;
        tensor.scopeIndex = size;
        handles[size] = tensor.handle();
        tensors[size++] = tensor;
    }

    /** Takes it out in constant time: the last tensor moves into its place. */
    void remove(Tensor tensor) {
        checkThread();
        Tensor last = tensors[--size];
        tensors[tensor.scopeIndex] = last;
        handles[tensor.scopeIndex] = handles[size];
        last.scopeIndex = tensor.scopeIndex;
        tensors[size] = null;
        tensor.scope = null;
    }

    private void checkOpen() {
        checkThread();
        if (closed) {
            throw new IllegalStateException("the scope is closed");
        }
    }

    void checkThread() {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("the scope belongs to thread " + owner.getName());
        }
    }
}
