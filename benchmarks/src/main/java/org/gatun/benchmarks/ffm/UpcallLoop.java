package org.gatun.benchmarks.ffm;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.gatun.benchmarks.floor.FloorLibrary;

/** A loop in C++ that calls a Java function. */
final class UpcallLoop {

    static final int CALLS = 1000;

    private static final MethodHandle LOOP = Linker.nativeLinker()
            .downcallHandle(
                    FloorLibrary.function("floor_upcalls"),
                    FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));
    private static final MemorySegment STUB = stub();

    private UpcallLoop() {}

    static void run() {
        long failed;
        try {
            failed = (long) LOOP.invokeExact((long) CALLS, STUB);
        } catch (Throwable e) {
            throw new AssertionError("a loop in C++ throws nothing", e);
        }
        if (failed != 0) {
            throw new IllegalStateException(failed + " upcalls returned something else");
        }
    }

    private static long identity(long value) {
        return value;
    }

    private static MemorySegment stub() {
        try {
            MethodHandle identity = MethodHandles.lookup()
                    .findStatic(UpcallLoop.class, "identity", MethodType.methodType(long.class, long.class));
            return Linker.nativeLinker()
                    .upcallStub(
                            identity,
                            FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG),
                            Arena.global());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("identity is right here", e);
        }
    }
}
