package org.gatun.benchmarks.floor;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * A loop of the floor: the operation of a case in C++, on the same libtorch and in a JVM as the Java code that it is compared with. One
 * downcall runs many operations, so what the downcall itself costs vanishes.
 */
final class FloorLoop {

    /** Operations in one {@link #run()}, for {@code @OperationsPerInvocation}. */
    static final int CALLS = 1000;

    private final MethodHandle loop;

    /** The function {@code floor_<name>}. */
    FloorLoop(String name) {
        loop = Linker.nativeLinker()
                .downcallHandle(
                        FloorLibrary.function("floor_" + name),
                        FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
    }

    void run() {
        run(CALLS);
    }

    void run(long calls) {
        long failed;
        try {
            failed = (long) loop.invokeExact(calls);
        } catch (Throwable e) {
            throw new AssertionError("a loop in C++ throws nothing", e);
        }
        if (failed != 0) {
            throw new IllegalStateException(failed + " calls in " + calls + " operations went wrong");
        }
    }
}
