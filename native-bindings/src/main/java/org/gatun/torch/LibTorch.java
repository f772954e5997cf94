package org.gatun.torch;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import org.gatun.torch.ffm.gatun_h;

/**
 * The libtorch that this JVM uses. It is found and loaded at the first use of a tensor, or by {@link #load()}: the folder named by the
 * system property {@code gatun.libtorch} or the environment variable {@code LIBTORCH} (a libtorch distribution, or the {@code torch}
 * folder of a Python install); otherwise the libraries in a jar on the class path, unpacked once into a cache. A libtorch that this
 * process has loaded already, whoever did, is used as it is.
 *
 * <p>A program that reports a missing libtorch to its user calls {@link #load()} first: from the first use of a tensor, a class's
 * initialisation, the {@link LibTorchNotFoundException} comes wrapped in an {@link ExceptionInInitializerError}.
 */
public final class LibTorch {

    /** Loading happens once, by the class initialisation that the JVM guards; a failure is kept and told every time. */
    private static final class Loaded {

        static final LoadedLibTorch LIBTORCH;
        static final LibTorchNotFoundException FAILURE;

        static {
            LoadedLibTorch libtorch = null;
            LibTorchNotFoundException failure = null;
            try {
                libtorch = LibraryLoader.load();
                initialize(libtorch);
            } catch (LibTorchNotFoundException e) {
                failure = e;
            } catch (RuntimeException e) { // or the second caller would get no more than a NoClassDefFoundError
                failure = new LibTorchNotFoundException("libtorch can't be loaded: " + e, e);
            }
            LIBTORCH = libtorch;
            FAILURE = failure;
        }

        /** Settings of the whole process, made where nobody else's program is affected. */
        private static void initialize(LoadedLibTorch libtorch) {
            if (!libtorch.preloaded()) {
                gatun_h.gatun_disable_backtraces();
                if (Boolean.parseBoolean(System.getProperty(CPU_CACHING_ALLOCATOR, "true"))) {
                    gatun_h.gatun_cache_cpu_blocks();
                }
            }
            if (!libtorch.blasPreloaded()) {
                gatun_h.gatun_openblas_single_thread();
            }
        }
    }

    private static final long MAX_CONFIG_BYTES = 1 << 16;
    private static final String CPU_CACHING_ALLOCATOR = "gatun.cpuCachingAllocator";

    private LibTorch() {}

    /**
     * Finds and loads libtorch, if that has not been done.
     *
     * @throws LibTorchNotFoundException if there is none, or it can't be used; the message says why and what to do
     */
    public static void load() {
        if (Loaded.FAILURE != null) {
            throw Loaded.FAILURE;
        }
    }

    /** Whether somebody else, another class loader of this JVM included, had loaded libtorch before: its settings are then left alone. */
    public static boolean isPreloaded() {
        load();
        return Loaded.LIBTORCH.preloaded();
    }

    /**
     * Lets the process end, once it ends, without libtorch's static destructors, which unregister its operators one by one: 0.2 s
     * for nothing. Shutdown hooks run as ever; what other native libraries have registered for the end of the process before does
     * not. So this is for a program that knows them all, and has an effect on Linux only.
     */
    public static void skipDestructorsAtExit() {
        load();
        gatun_h.gatun_skip_destructors_at_exit();
    }

    /** The folder that libtorch was loaded from. */
    public static Path folder() {
        load();
        return Loaded.LIBTORCH.folder();
    }

    /** libtorch's version, {@code 2.7.1}. */
    public static String version() {
        load();
        long version = gatun_h.gatun_libtorch_version();
        return (version >>> 56) + "." + (version >>> 48 & 0xff) + "." + (version >>> 40 & 0xff);
    }

    /** libtorch's own account of how it was built and of the libraries in it, several lines. */
    public static String config() {
        load();
        MemorySegment config = gatun_h.gatun_libtorch_config();
        if (config.address() == 0) {
            throw TorchException.in("show_config");
        }
        return config.reinterpret(MAX_CONFIG_BYTES).getString(0);
    }

    /** Threads that one operator may use. */
    public static int numThreads() {
        load();
        return gatun_h.gatun_get_num_threads();
    }

    /** Sets the threads that one operator may use; at least one. Process-wide. */
    public static void setNumThreads(int threads) {
        load();
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread is needed, not " + threads);
        }
        if (gatun_h.gatun_set_num_threads(threads) != 0) {
            throw TorchException.in("set_num_threads");
        }
    }

    /** Threads that independent operators may share, as TorchScript programs use them. */
    public static int numInteropThreads() {
        load();
        return gatun_h.gatun_get_num_interop_threads();
    }
}
