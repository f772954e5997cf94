package org.gatun.torch;

import java.util.Locale;

/**
 * The platform under the names that libtorch's jars use.
 *
 * @param classifier {@code linux-x86_64}
 * @param libraryPrefix before a library's name
 * @param librarySuffix after it
 */
record NativePlatform(String classifier, String libraryPrefix, String librarySuffix) {

    static NativePlatform current() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "aarch64";
            case String other -> other;
        };
        if (os.contains("linux")) {
            return new NativePlatform("linux-" + arch, "lib", ".so");
        }
        if (os.contains("mac")) {
            return new NativePlatform("osx-" + arch, "lib", ".dylib");
        }
        throw new LibTorchNotFoundException("Gatun has no native library for " + os + " on " + arch);
    }

    String fileName(String library) {
        return libraryPrefix + library + librarySuffix;
    }
}
