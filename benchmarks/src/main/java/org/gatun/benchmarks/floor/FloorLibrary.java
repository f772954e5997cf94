package org.gatun.benchmarks.floor;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import org.gatun.benchmarks.NativeFile;
import org.gatun.torch.LibTorch;

/** What the C++ in {@code src/main/native} exports. */
public final class FloorLibrary {

    private static final SymbolLookup LIBRARY = load();

    private FloorLibrary() {}

    public static MemorySegment function(String name) {
        return LIBRARY.findOrThrow(name);
    }

    private static SymbolLookup load() {
        // First, as the dynamic loader must find the shim's functions for it.
        LibTorch.load();
        return SymbolLookup.libraryLookup(NativeFile.library("floor"), Arena.global());
    }
}
