package org.gatun.torch;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/**
 * The system's own loader. {@link System#load} would refuse a library that another class loader of this JVM has loaded; this one
 * counts it once more. What it has loaded stays until the process ends: libtorch can't be unloaded.
 */
final class DynamicLinker {

    // The same on Linux and macOS.
    private static final int RTLD_LAZY = 1;
    private static final long MAX_MESSAGE_BYTES = 1 << 16;

    private static final MethodHandle DLOPEN =
            link("dlopen", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
    private static final MethodHandle DLERROR = link("dlerror", FunctionDescriptor.of(ValueLayout.ADDRESS));

    private DynamicLinker() {}

    private static MethodHandle link(String name, FunctionDescriptor descriptor) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
    }

    /** @throws UnsatisfiedLinkError with the system's reason, if the library can't be loaded */
    static void load(Path library) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment handle =
                    (MemorySegment) DLOPEN.invokeExact(arena.allocateFrom(library.toString()), RTLD_LAZY);
            if (handle.address() == 0) {
                MemorySegment message = (MemorySegment) DLERROR.invokeExact();
                throw new UnsatisfiedLinkError(
                        message.reinterpret(MAX_MESSAGE_BYTES).getString(0));
            }
        } catch (UnsatisfiedLinkError e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("calling C's loader can't fail in Java", e);
        }
    }
}
