package org.gatun.torch;

/** What Gatun keeps for each thread: the innermost scope, the memory for call arguments, and how many {@link Autocast}s are open. */
final class ThreadState {

    private static final ThreadLocal<ThreadState> CURRENT = ThreadLocal.withInitial(ThreadState::new);

    final CallArguments arguments = new CallArguments();
    TensorScope scope;
    int autocasts;

    private ThreadState() {}

    static ThreadState current() {
        return CURRENT.get();
    }

    /**
     * Grad mode, autocast and scopes belong to the native thread, and a virtual thread may change its own at every pause.
     *
     * @throws IllegalStateException on a virtual thread
     */
    static void requirePlatformThread(String what) {
        if (Thread.currentThread().isVirtual()) {
            throw new IllegalStateException(what + " belongs to a platform thread; this is a virtual thread");
        }
    }
}
