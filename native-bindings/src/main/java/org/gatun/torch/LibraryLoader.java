package org.gatun.torch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds libtorch's libraries and ours, and loads them in the order of their needs. A libtorch that is in the process already is the
 * one to use.
 */
final class LibraryLoader {

    static final String PROPERTY = "gatun.libtorch";
    static final String VARIABLE = "LIBTORCH";

    /** Beginnings of file names, in the order in which they need each other. */
    private static final List<String> LOAD_ORDER =
            List.of("gomp", "quadmath", "gfortran", "openblas", "c10", "torch_cpu");

    /** Would stay unused if nobody loaded them: nothing else refers to them. */
    private static final List<String> LOAD_AFTER = List.of("c10_cuda", "torch_cuda", "torch");

    private static final String OPENBLAS = "libopenblas.so.0";

    private LibraryLoader() {}

    /** Loads what this process has not loaded yet. Two libtorch in one process would take each other's functions. */
    static LoadedLibTorch load() {
        NativePlatform platform = NativePlatform.current();
        Optional<Path> present = only(platform.fileName("torch_cpu"), "libtorch");
        boolean blasPreloaded = !MappedLibraries.named(OPENBLAS).isEmpty();
        Path folder = present.isPresent() ? folderOf(present.get(), platform) : locate(platform);
        if (present.isEmpty()) {
            loadAll(LOAD_ORDER, folder, platform);
        }
        if (Files.isDirectory(folder)) { // a host may have deleted what it had unpacked
            loadAll(LOAD_AFTER, folder, platform);
        }
        loadShim(folder, platform);
        return new LoadedLibTorch(folder, present.isPresent(), blasPreloaded);
    }

    /** The library of that name that this process has loaded, if any. */
    private static Optional<Path> only(String fileName, String what) {
        List<Path> mapped = MappedLibraries.named(fileName);
        if (mapped.size() > 1) {
            throw new LibTorchNotFoundException("this process has loaded " + what + " more than once, from "
                    + mapped.stream().map(Path::toString).collect(Collectors.joining(" and "))
                    + ": which of them Gatun's calls would reach can't be told");
        }
        return mapped.stream().findFirst();
    }

    /** The folder of a libtorch that is loaded already, unless the user names another. */
    private static Path folderOf(Path present, NativePlatform platform) {
        Optional<Named> named = named();
        if (named.isPresent() && !isSame(folder(named.get(), platform).resolve(present.getFileName()), present)) {
            throw new LibTorchNotFoundException(
                    named.get().source() + " is " + named.get().value()
                            + ", but this process has loaded libtorch from " + present.getParent()
                            + " already, and two of them don't work in one process: unset it to use the one that is loaded");
        }
        return present.getParent();
    }

    private static boolean isSame(Path file, Path other) {
        try {
            return Files.isSameFile(file, other);
        } catch (IOException e) {
            return false; // one of them has been deleted
        }
    }

    private static Path locate(NativePlatform platform) {
        Optional<Named> named = named();
        return named.isPresent()
                ? folder(named.get(), platform)
                : LibTorchJar.find(platform).unpack();
    }

    /** The user's choice of a libtorch, and where it was made. */
    private record Named(String value, String source) {}

    private static Optional<Named> named() {
        String property = System.getProperty(PROPERTY);
        if (property != null && !property.isBlank()) {
            return Optional.of(new Named(property, "the system property " + PROPERTY));
        }
        String variable = System.getenv(VARIABLE);
        return variable != null && !variable.isBlank() ? Optional.of(new Named(variable, VARIABLE)) : Optional.empty();
    }

    private static Path folder(Named named, NativePlatform platform) {
        Path root = Path.of(named.value()).toAbsolutePath().normalize();
        String main = platform.fileName("torch_cpu");
        for (Path folder : List.of(root.resolve("lib"), root)) {
            if (Files.isRegularFile(folder.resolve(main))) {
                return folder;
            }
        }
        throw new LibTorchNotFoundException(named.source() + " is " + named.value()
                + (Files.isDirectory(root)
                        ? ", which has neither lib/" + main + " nor " + main
                        : ", which is not a folder")
                + ": name the folder of a libtorch distribution, or the torch folder of a Python install");
    }

    private static void loadAll(List<String> libraries, Path folder, NativePlatform platform) {
        for (String library : libraries) {
            for (Path file : filesOf(folder, library, platform)) {
                loadFile(file, folder);
            }
        }
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
            DynamicLinker.load(file);
        } catch (UnsatisfiedLinkError e) {
            throw new LibTorchNotFoundException(
                    "the libtorch in " + folder + " can't be used: " + e.getMessage()
                            + (e.getMessage().contains("undefined symbol")
                                    ? " (Gatun works with libtorch 2.7 and later)"
                                    : ""),
                    e);
        }
    }

    /** The bindings find it by its name; a process has one, so that all of its class loaders share one. */
    private static void loadShim(Path folder, NativePlatform platform) {
        Path shim = shim(platform);
        Optional<Path> present = only(platform.fileName("gatun"), "Gatun's native library");
        if (present.isPresent() && !isSame(shim, present.get())) {
            throw new LibTorchNotFoundException("this process has loaded the native library of another build of Gatun, "
                    + present.get() + ": let all class loaders use the same gatun-native-bindings");
        }
        loadFile(shim, folder);
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
