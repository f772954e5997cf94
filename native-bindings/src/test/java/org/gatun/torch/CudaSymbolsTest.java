package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The shim looks CUDA's functions up by name, when they are first called: here all of them, with a CUDA build, GPU or not. */
@EnabledIf(value = "org.gatun.torch.Cuda#isBuilt", disabledReason = "this libtorch is a build without CUDA")
class CudaSymbolsTest {

    private static final Pattern NAME = Pattern.compile("\"(_Z[^\"]+|cuda[A-Z]\\w+)\"");

    /** Each has another name in some version; the other one is there. */
    private static final List<String> ALTERNATIVES = List.of(
            "_ZN2at4cuda9CUDAGraphC1Ev",
            "_ZN2at4cuda9CUDAGraphC1Eb",
            "_ZN5torch4cuda22CUDAPluggableAllocator22CUDAPluggableAllocator10emptyCacheEv",
            "_ZN5torch4cuda22CUDAPluggableAllocator22CUDAPluggableAllocator10emptyCacheESt4pairIyyE");

    @Test
    void everyNameThatTheShimLooksUpIsThere() throws IOException {
        List<String> names = names();
        assertThat(names).hasSizeGreaterThan(20).containsAll(ALTERNATIVES);
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup c10 = lookup("c10_cuda", arena);
            SymbolLookup torch = lookup("torch_cuda", arena);
            List<String> missing = names.stream()
                    .filter(name -> c10.find(name).isEmpty() && torch.find(name).isEmpty())
                    .toList();
            assertThat(missing).isSubsetOf(ALTERNATIVES).hasSize(ALTERNATIVES.size() / 2);
        }
    }

    private static SymbolLookup lookup(String library, Arena arena) {
        return SymbolLookup.libraryLookup(
                LibTorch.folder().resolve(NativePlatform.current().fileName(library)), arena);
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> sources = Files.list(Path.of("src/main/native"))) {
            return sources.filter(file -> file.toString().matches(".*\\.(cpp|hpp)"))
                    .map(CudaSymbolsTest::read)
                    .flatMap(text -> NAME.matcher(text).results())
                    .map(match -> match.group(1))
                    .distinct()
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
