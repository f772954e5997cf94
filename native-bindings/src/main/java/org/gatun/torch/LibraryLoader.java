package org.gatun.torch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds libtorch's libraries and ours, and loads them in the order of their needs. */
final class LibraryLoader {

    static final String PROPERTY = "gatun.libtorch";
    static final String VARIABLE = "LIBTORCH";

    /**
     * Beginnings of file names, in the order in which they need each other. Those of CUDA would stay unused if nobody loaded them:
     * nothing else refers to them.
     */
    private static final List<String> LOAD_ORDER =
            List.of("gomp", "quadmath", "gfortran", "openblas", "c10", "torch_cpu", "c10_cuda", "torch_cuda", "torch");

    private LibraryLoader() {}

    /** Loads all, and returns the folder of libtorch. */
    static Path load() {
        NativePlatform platform = NativePlatform.current();
        Path folder = locate(platform);
        for (String library : LOAD_ORDER) {
            for (Path file : filesOf(folder, library, platform)) {
                loadFile(file, folder);
            }
        }
        loadFile(shim(platform), folder);
        return folder;
    }

    private static Path locate(NativePlatform platform) {
        String named = System.getProperty(PROPERTY);
        String source = "the system property " + PROPERTY;
        if (named == null || named.isBlank()) {
            named = System.getenv(VARIABLE);
            source = VARIABLE;
        }
        if (named == null || named.isBlank()) {
            return LibTorchJar.find(platform).unpack();
        }
        Path root = Path.of(named).toAbsolutePath().normalize();
        String main = platform.fileName("torch_cpu");
        for (Path folder : List.of(root.resolve("lib"), root)) {
            if (Files.isRegularFile(folder.resolve(main))) {
                return folder;
            }
        }
        throw new LibTorchNotFoundException(source + " is " + named
                + (Files.isDirectory(root)
                        ? ", which has neither lib/" + main + " nor " + main
                        : ", which is not a folder")
                + ": name the folder of a libtorch distribution, or the torch folder of a Python install");
    }

    /** {@code libNAME.so}, with any version behind it: {@code libgomp-98b21ff3.so.1}. None if this libtorch has no such library. */
    private static List<Path> filesOf(Path folder, String library, NativePlatform platform) {
        String plain = platform.fileName(library);
        if (Files.isRegularFile(folder.resolve(plain))) {
            return List.of(folder.resolve(plain));
        }
        String beginning = platform.libraryPrefix() + library;
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.startsWith(beginning + "-") && name.contains(platform.librarySuffix())
                                || name.startsWith(beginning + platform.librarySuffix() + ".");
                    })
                    .sorted()
                    .limit(1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + folder, e);
        }
    }

    private static void loadFile(Path file, Path folder) {
        try {
            System.load(file.toString());
        } catch (UnsatisfiedLinkError e) {
            throw new LibTorchNotFoundException(
                    "the libtorch in " + folder + " can't be used: " + e.getMessage()
                            + (e.getMessage().contains("undefined symbol")
                                    ? " (Gatun works with libtorch 2.7 and later)"
                                    : ""),
                    e);
        }
    }

    /** Our own library, beside the classes: a file there, or an entry of our jar that is unpacked. */
    private static Path shim(NativePlatform platform) {
        String resource = "native/" + platform.classifier() + "/" + platform.fileName("gatun");
        URL url = LibraryLoader.class.getResource(resource);
        if (url == null) {
            throw new LibTorchNotFoundException(
                    "Gatun was built without its native library for " + platform.classifier());
        }
        if (url.getProtocol().equals("file")) {
            try {
                return Path.of(url.toURI());
            } catch (URISyntaxException e) {
                throw new LibTorchNotFoundException("not a path: " + url, e);
            }
        }
        return NativeCache.unpack("gatun", List.of(url)).resolve(platform.fileName("gatun"));
    }
}
