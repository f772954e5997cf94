package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gatun.torch.ffm.gatun_h;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gatun as a guest: of a process with a libtorch, of a JVM with several class loaders. Each in a JVM of its own. */
class HostProcessTest {

    private static final String TORCH_CPU = NativePlatform.current().fileName("torch_cpu");

    @BeforeAll
    static void onLinux() {
        assumeTrue(Files.isReadable(Path.of("/proc/self/maps")), "what a process has loaded is known on Linux only");
    }

    private static String outputOf(ChildJvm child, String... arguments) throws IOException, InterruptedException {
        ChildJvm.Result result = child.run(arguments);
        assertThat(result.exitStatus()).as(result.output()).isZero();
        return result.output().strip();
    }

    @Test
    void aLibtorchThatTheHostHasLoadedIsUsedAsItIs() throws Exception {
        assertThat(outputOf(
                        new ChildJvm(LoadsLibtorchFirst.class).without("LIBTORCH"),
                        LibTorch.folder().toString()))
                .isEqualTo("preloaded: true, " + LibTorch.folder().toRealPath() + ", 6.0");
    }

    @Test
    void aLibtorchWhoseFilesTheHostHasDeletedIsStillFound(@TempDir Path unpacked) throws Exception {
        try (Stream<Path> libraries = Files.list(LibTorch.folder())) {
            for (Path library : libraries.filter(Files::isRegularFile).toList()) {
                Files.copy(library, unpacked.resolve(library.getFileName()));
            }
        }
        String expected = "preloaded: true, " + unpacked.toRealPath() + ", 6.0";
        assertThat(outputOf(new ChildJvm(LoadsLibtorchFirst.class).without("LIBTORCH"), unpacked.toString(), "delete"))
                .isEqualTo(expected);
    }

    @Test
    void anotherLibtorchThanTheHostsIsRefused(@TempDir Path other) throws Exception {
        Files.createFile(other.resolve(TORCH_CPU));
        assertThat(outputOf(
                        new ChildJvm(LoadsLibtorchFirst.class).environment("LIBTORCH", other.toString()),
                        LibTorch.folder().toString()))
                .isEqualTo(
                        "LIBTORCH is " + other + ", but this process has loaded libtorch from "
                                + LibTorch.folder().toRealPath()
                                + " already, and two of them don't work in one process: unset it to use the one that is loaded");
    }

    /** A host program: it loads libtorch itself, then uses Gatun. */
    static final class LoadsLibtorchFirst {
        public static void main(String[] args) throws IOException {
            for (String library :
                    List.of("libgomp", "libquadmath", "libgfortran", "libopenblas", "libc10.", TORCH_CPU)) {
                try (Stream<Path> files = Files.list(Path.of(args[0]))) {
                    files.filter(file -> file.getFileName().toString().startsWith(library))
                            .forEach(file -> System.load(file.toString()));
                }
            }
            if (args.length > 1) {
                try (Stream<Path> files = Files.list(Path.of(args[0]))) {
                    files.forEach(file -> file.toFile().delete());
                }
                Files.delete(Path.of(args[0]));
            }
            try {
                LibTorch.load();
                try (Tensor x = Tensor.of(1, 2, 3);
                        Tensor sum = x.sum()) {
                    System.out.println(
                            "preloaded: " + LibTorch.isPreloaded() + ", " + LibTorch.folder() + ", " + sum.item());
                }
                // Closed by now; the host's allocator is as it was.
                if (gatun_h.gatun_cached_cpu_bytes() != 0) {
                    System.out.println("Gatun keeps memory that the host has asked for");
                }
            } catch (LibTorchNotFoundException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    void twoClassLoadersShareOneLibtorch() throws Exception {
        assertThat(outputOf(new ChildJvm(HasTwoClassLoaders.class))).isEqualTo("""
                first: held 1, sum 3.0, preloaded: false
                second: held 1, sum 3.0, preloaded: true
                two classes, first still held: 1""");
    }

    @Test
    void anotherBuildOfTheNativeLibraryIsRefused(@TempDir Path folder) throws Exception {
        NativePlatform platform = NativePlatform.current();
        String resource = "native/" + platform.classifier() + "/" + platform.fileName("gatun");
        Path copy = folder.resolve("org/gatun/torch").resolve(resource);
        Files.createDirectories(copy.getParent());
        try (InputStream library = LibTorch.class.getResourceAsStream(resource)) {
            Files.copy(library, copy);
        }
        assertThat(outputOf(new ChildJvm(HasTwoClassLoaders.class), folder.toString()))
                .contains("second: this process has loaded the native library of another build of Gatun, ")
                .endsWith("first still held: 1");
    }

    /** As an application server does: two applications, each with all the classes, the second with its argument before them. */
    static final class HasTwoClassLoaders {
        public static void main(String[] args) throws Exception {
            List<String> classPath = new ArrayList<>(
                    List.of(System.getProperty("java.class.path").split(":")));
            ClassLoader first = loader("first", classPath);
            classPath.addAll(0, List.of(args));
            ClassLoader second = loader("second", classPath);
            Class<?> inFirst = Class.forName(Application.class.getName(), true, first);
            Class<?> inSecond = Class.forName(Application.class.getName(), true, second);
            inFirst.getMethod("use").invoke(null);
            inSecond.getMethod("use").invoke(null);
            System.out.println((inFirst == inSecond ? "one class" : "two classes") + ", first still held: "
                    + inFirst.getMethod("held").invoke(null));
        }

        private static ClassLoader loader(String name, List<String> classPath) throws IOException {
            URL[] urls = new URL[classPath.size()];
            for (int i = 0; i < urls.length; i++) {
                urls[i] = Path.of(classPath.get(i)).toUri().toURL();
            }
            return new URLClassLoader(name, urls, ClassLoader.getPlatformClassLoader());
        }
    }

    /** Leaves one tensor over Java's memory open, and closes another. */
    public static final class Application {

        private static Tensor open;

        public static void use() {
            String name = Application.class.getClassLoader().getName();
            try {
                LibTorch.load();
            } catch (LibTorchNotFoundException e) {
                System.out.println(name + ": " + e.getMessage());
                return;
            }
            open = wrapped(1, 2);
            wrapped(3, 4).close();
            try (Tensor sum = open.sum()) {
                System.out.println(name + ": held " + ReleaseQueue.pendingCount() + ", sum " + sum.item()
                        + ", preloaded: " + LibTorch.isPreloaded());
            }
        }

        public static int held() {
            return ReleaseQueue.pendingCount();
        }

        private static Tensor wrapped(float... values) {
            MemorySegment segment = Arena.ofAuto().allocateFrom(ValueLayout.JAVA_FLOAT, values);
            return Tensor.fromSegment(segment, DType.FLOAT32, values.length);
        }
    }

    @Test
    void loadingChangesNothingOfTheProcess() throws Exception {
        // Interpreted and with the plainest collector, so that the JVM itself starts no threads meanwhile. The OpenBLAS
        // of JavaCPP's builds starts its own when it is loaded, unless told.
        String output = outputOf(new ChildJvm(ComparesItself.class)
                .option("-Xint")
                .option("-XX:+UseSerialGC")
                .environment("OPENBLAS_NUM_THREADS", "1")
                .without("OMP_NUM_THREADS"));
        assertThat(output)
                .startsWith("before: {")
                .contains("SigCgt=")
                .contains("locale=")
                .contains("denormals=kept")
                .contains(" 11:0:")
                .contains("threads=");
        List<String> lines = output.lines().toList();
        assertThat(lines.get(1).replace("after: ", "")).isEqualTo(lines.get(0).replace("before: ", ""));
    }

    /** Prints what a library could change behind its host's back. */
    static final class ComparesItself {
        public static void main(String[] args) throws Throwable {
            System.getenv(); // Java's own doing: it sets flags for SIGCHLD
            state(); // what looking takes is there before
            System.out.println("before: " + state());
            LibTorch.load();
            Tensor.of(1).close();
            System.out.println("after: " + state());
        }

        private static volatile float leastFloat = Float.MIN_VALUE;

        /** Of sa_flags in glibc's struct sigaction, behind a handler and a mask of 128 bytes. */
        private static final long FLAGS_OFFSET = 136;

        /** Of each signal the handler, and the flags that it was installed with. */
        private static String signalHandlers(Linker linker) throws Throwable {
            var sigaction = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("sigaction"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
            StringJoiner handlers = new StringJoiner(" ");
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment action = arena.allocate(256, 8); // a struct sigaction is smaller
                for (int signal = 1; signal <= 64; signal++) {
                    action.fill((byte) 0);
                    int status = (int) sigaction.invokeExact(signal, MemorySegment.NULL, action);
                    handlers.add(signal + ":" + status
                            + ":" + Long.toHexString(action.get(ValueLayout.JAVA_LONG, 0))
                            + ":" + Integer.toHexString(action.get(ValueLayout.JAVA_INT, FLAGS_OFFSET)));
                }
            }
            return handlers.toString();
        }

        private static TreeMap<String, String> state() throws Throwable {
            TreeMap<String, String> state = new TreeMap<>();
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                String name = line.substring(0, line.indexOf(':'));
                if (name.startsWith("Sig") && !name.equals("SigQ")
                        || name.equals("Umask")
                        || name.startsWith("Cpus_allowed")) {
                    state.put(name, line.substring(name.length() + 1).strip());
                }
            }
            try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
                state.put("threads", Long.toString(threads.count()));
            }
            Linker linker = Linker.nativeLinker();
            var setlocale = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("setlocale"),
                    FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
            int all = 6; // LC_ALL
            MemorySegment locale = (MemorySegment) setlocale.invokeExact(all, MemorySegment.NULL);
            state.put("locale", locale.reinterpret(1 << 10).getString(0));
            var fegetround = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("fegetround"), FunctionDescriptor.of(ValueLayout.JAVA_INT));
            state.put("rounding", Integer.toString((int) fegetround.invokeExact()));
            state.put("denormals", leastFloat * 1f == 0 ? "flushed" : "kept");
            state.put("handlers", signalHandlers(linker));
            state.put("uncaught", String.valueOf(Thread.getDefaultUncaughtExceptionHandler()));
            return state;
        }
    }
}
