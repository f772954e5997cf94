package org.gatun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.gatun.torch.LibTorch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InfoTest {

    @TempDir
    private Path folder;

    @Test
    void showsVersionFolderThreadsAndDevices() {
        assertThat(Invocation.of("info").succeeds().out())
                .containsPattern("libtorch +\\d+\\.\\d+\\.\\d+\n")
                .containsPattern("folder +\\Q" + LibTorch.folder() + "\\E\n")
                .containsPattern("threads +" + LibTorch.numThreads() + " within an operator")
                .containsPattern("devices +cpu");
    }

    @Test
    void showsHowLibtorchWasBuiltToThoseWhoAsk() {
        assertThat(Invocation.of("info", "--build").succeeds().out()).contains("PyTorch built with");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "info --help", "train --help", "train vqgan --help", "sample -h", "demo --help"})
    void everyCommandHasHelp(String words) {
        assertThat(Invocation.of((Object[]) words.split(" ")).succeeds().out()).contains("Usage: gatun");
    }

    @Test
    void aMissingLibtorchIsNamed() throws Exception {
        Path missing = folder.resolve("missing");
        infoWithLibtorch(missing).failsWithOneLine("LIBTORCH is " + missing, "not a folder");
    }

    @Test
    void aFolderWithoutLibtorchIsNamed() throws Exception {
        infoWithLibtorch(folder).failsWithOneLine("LIBTORCH is " + folder, "libtorch distribution");
    }

    @Test
    void aFileThatIsNoLibraryIsNamed() throws Exception {
        String name = System.mapLibraryName("torch_cpu");
        Files.createDirectory(folder.resolve("lib"));
        Files.writeString(folder.resolve("lib").resolve(name), "no library");
        // The JVM may warn of such a file before us.
        Invocation info = infoWithLibtorch(folder);
        assertThat(info.status()).isEqualTo(2);
        assertThat(info.err())
                .contains("gatun: the libtorch in " + folder, name)
                .doesNotContain("\tat ");
    }

    /** In a JVM of its own, as libtorch is loaded once. */
    private Invocation infoWithLibtorch(Path libtorch) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Gatun.class.getName(),
                        "info")
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("LIBTORCH", libtorch.toString());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Invocation(
                process.exitValue(), Files.readString(out), Files.readString(err, StandardCharsets.UTF_8));
    }
}
