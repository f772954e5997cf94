package org.gatun.benchmarks.ffm;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.gatun.benchmarks.floor.FloorLibrary;

/** The C function that does nothing, linked in both ways. */
public final class EmptyCall {

    private static final MemorySegment ADDRESS = FloorLibrary.function("floor_nothing");
    private static final FunctionDescriptor DESCRIPTOR = FunctionDescriptor.ofVoid();
    private static final MethodHandle PLAIN = Linker.nativeLinker().downcallHandle(ADDRESS, DESCRIPTOR);
    private static final MethodHandle CRITICAL =
            Linker.nativeLinker().downcallHandle(ADDRESS, DESCRIPTOR, Linker.Option.critical(false));

    private EmptyCall() {}

    public static void plain() {
        try {
            PLAIN.invokeExact();
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    public static void critical() {
        try {
            CRITICAL.invokeExact();
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    private static AssertionError unexpected(Throwable e) {
        return new AssertionError("an empty function can't fail", e);
    }
}
