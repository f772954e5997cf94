package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each in a JVM of its own: a JVM loads libtorch once. */
class LibraryLoaderTest {

    private static final String TORCH_CPU = NativePlatform.current().fileName("torch_cpu");

    @TempDir
    private Path folder;

    private static ChildJvm child() {
        return new ChildJvm(PrintsTheVersion.class).without("LIBTORCH");
    }

    private static String failureOf(ChildJvm child) throws IOException, InterruptedException {
        ChildJvm.Result result = child.run();
        assertThat(result.exitStatus()).as(result.output()).isEqualTo(2);
        return result.output().strip();
    }

    @Test
    void aFolderThatIsNotThereIsNamed() throws Exception {
        assertThat(failureOf(child().environment("LIBTORCH", "/no/such/folder")))
                .isEqualTo("LIBTORCH is /no/such/folder, which is not a folder:"
                        + " name the folder of a libtorch distribution, or the torch folder of a Python install");
    }

    @Test
    void aFolderWithoutLibtorchIsNamed() throws Exception {
        assertThat(failureOf(child().option("-Dgatun.libtorch=" + folder)))
                .startsWith("the system property gatun.libtorch is " + folder + ", which has neither lib/" + TORCH_CPU
                        + " nor " + TORCH_CPU);
    }

    @Test
    void aFileThatIsNoLibraryIsNamed() throws Exception {
        Files.createDirectory(folder.resolve("lib"));
        Files.writeString(folder.resolve("lib").resolve(TORCH_CPU), "not a library");
        // The JVM warns of such a file first.
        assertThat(failureOf(child().environment("LIBTORCH", folder.toString()))
                        .lines()
                        .toList()
                        .getLast())
                .startsWith("the libtorch in " + folder.resolve("lib") + " can't be used: ")
                .contains(TORCH_CPU);
    }

    /** What this libtorch lacks must be one clear error at load, not the end of the process at the first call. */
    @Test
    void aLibtorchThatLacksAnOperatorIsRefusedAtOnce() throws Exception {
        assumeTrue(TORCH_CPU.endsWith(".so"), "the empty library is made with the options of Linux's linker");
        Path lib = Files.createDirectory(folder.resolve("lib"));
        String c10 = NativePlatform.current().fileName("c10");
        Files.copy(LibTorch.folder().resolve(c10), lib.resolve(c10));
        Process compiler = new ProcessBuilder(
                        "sh",
                        "-c",
                        "${CXX:-g++} -shared -nostdlib -Wl,-soname," + TORCH_CPU + " -x c++ /dev/null -o "
                                + lib.resolve(TORCH_CPU))
                .inheritIO()
                .start();
        assertThat(compiler.waitFor()).isZero();
        assertThat(failureOf(child().environment("LIBTORCH", folder.toString())))
                .startsWith("the libtorch in " + lib + " can't be used: ")
                .contains("undefined symbol")
                .endsWith("(Gatun works with libtorch 2.7 and later)");
    }

    @Test
    void theFolderItselfOrTheOneAboveLibIsTaken() throws Exception {
        Path lib = LibTorch.folder();
        ChildJvm.Result direct = child().environment("LIBTORCH", lib.toString()).run();
        assertThat(direct.output().strip()).isEqualTo(LibTorch.version() + " " + lib);
        Path link = Files.createSymbolicLink(folder.resolve("lib"), lib);
        ChildJvm.Result above = child().option("-Dgatun.libtorch=" + folder)
                .environment("LIBTORCH", "/no/such/folder")
                .run();
        assertThat(above.output().strip()).isEqualTo(LibTorch.version() + " " + link);
        Files.delete(link);
    }

    @Test
    void aTensorsFirstUseTellsTheSame() throws Exception {
        ChildJvm.Result result = new ChildJvm(MakesATensor.class)
                .environment("LIBTORCH", "/no/such/folder")
                .run();
        assertThat(result.exitStatus()).isEqualTo(1);
        assertThat(result.output())
                .contains("ExceptionInInitializerError")
                .contains("Caused by: " + LibTorchNotFoundException.class.getName() + ": LIBTORCH is /no/such/folder");
    }

    @Test
    void twoJvmsThatUnpackAtOnceBothWork() throws Exception {
        assumeTrue(
                System.getenv("LIBTORCH") == null,
                "LIBTORCH is set: the unpacking of the default libtorch is tested without it");
        List<ChildJvm.Started> started = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            started.add(child().environment("GATUN_CACHE", folder.toString()).start());
        }
        for (ChildJvm.Started jvm : started) {
            ChildJvm.Result result = jvm.await();
            assertThat(result.exitStatus()).as(result.output()).isZero();
            assertThat(result.output()).contains(LibTorch.version() + " " + folder + "/");
        }
        try (Stream<Path> entries = Files.list(folder)) {
            assertThat(entries.map(entry -> entry.getFileName().toString()))
                    .satisfiesExactlyInAnyOrder(
                            name -> assertThat(name).matches("libtorch-[0-9a-f]{8}"),
                            name -> assertThat(name).matches("libtorch-[0-9a-f]{8}\\.lock"));
        }
    }

    /** The children's program: as a command would, it prints one message for the user. */
    static final class PrintsTheVersion {
        public static void main(String[] args) {
            try {
                LibTorch.load();
            } catch (LibTorchNotFoundException e) {
                System.out.println(e.getMessage());
                System.exit(2);
            }
            System.out.println(LibTorch.version() + " " + LibTorch.folder());
        }
    }

    /** The program of one that does not ask first. */
    static final class MakesATensor {
        public static void main(String[] args) {
            Tensor.of(1).close();
        }
    }
}
