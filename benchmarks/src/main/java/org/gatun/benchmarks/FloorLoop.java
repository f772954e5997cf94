package org.gatun.benchmarks;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import org.gatun.torch.LibTorch;

/**
 * A loop of floor.cpp: the operation of a case in C++, on the same libtorch, in the same process and on the same thread as the
 * Java code that it is compared with. One downcall runs {@link #CALLS} operations, so what the downcall itself costs vanishes.
 */
final class FloorLoop {

    /** Operations in one {@link #run()}, for {@code @OperationsPerInvocation}. */
    static final int CALLS = 1000;

    private static final SymbolLookup LIBRARY = load();

    private final MethodHandle loop;

    /** The function {@code floor_<name>}. */
    FloorLoop(String name) {
        loop = Linker.nativeLinker()
                .downcallHandle(
                        function("floor_" + name), FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
    }

    /** A function of floor.cpp. */
    static MemorySegment function(String name) {
        return LIBRARY.findOrThrow(name);
    }

    void run() {
        long failed;
        try {
            failed = (long) loop.invokeExact((long) CALLS);
        } catch (Throwable e) {
            throw new AssertionError("a loop in C++ throws nothing", e);
        }
        if (failed != 0) {
            throw new IllegalStateException(failed + " of " + CALLS + " operations went wrong");
        }
    }

    private static SymbolLookup load() {
        // First, as the dynamic loader must find the shim's functions for it.
        LibTorch.load();
        URL library = FloorLoop.class.getResource(System.mapLibraryName("floor"));
        if (library == null) {
            throw new IllegalStateException("the benchmarks were built without floor.cpp: run `make bench`");
        }
        try {
            return SymbolLookup.libraryLookup(Path.of(library.toURI()), Arena.global());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not a path: " + library, e);
        }
    }
}
