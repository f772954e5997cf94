package org.gatun.torch;

import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * libtorch as jars on the class path hold it.
 *
 * @param name what the unpacked folder is called after
 * @param libraries where each library stands
 */
record LibTorchJar(String name, List<URL> libraries) {

    // DJL's ai.djl.pytorch:pytorch-native-cpu: the official build, all that it needs beside it.
    private static final String OFFICIAL_FOLDER = "pytorch/cpu/";
    private static final List<String> OFFICIAL =
            List.of("libtorch_cpu.so", "libc10.so", "libtorch.so", "libgomp-98b21ff3.so.1");
    private static final List<String> OFFICIAL_ARM = List.of(
            "libtorch_cpu.so",
            "libc10.so",
            "libtorch.so",
            "libgomp-947d5fa1.so.1",
            "libarm_compute-973e5a6a.so",
            "libarm_compute_graph-6990f339.so",
            "libopenblasp-r0-56e95da7.3.24.so",
            "libgfortran-105e6576.so.5.0.0");
    private static final List<String> OFFICIAL_MAC =
            List.of("libtorch_cpu.dylib", "libc10.dylib", "libtorch.dylib", "libomp.dylib");

    // JavaCPP's org.bytedeco:pytorch, whose OpenBLAS is a jar of its own.
    private static final String BYTEDECO_TORCH = "org/bytedeco/pytorch/";
    private static final String BYTEDECO_OPENBLAS = "org/bytedeco/openblas/";
    private static final List<String> BYTEDECO = List.of("libtorch_cpu.so", "libc10.so", "libtorch.so", "libgomp.so.1");
    private static final List<String> OPENBLAS = List.of("libopenblas.so.0", "libgfortran.so.5", "libquadmath.so.0");

    /** The official build if it is on the class path, otherwise JavaCPP's. */
    static LibTorchJar find(NativePlatform platform) {
        String folder = platform.classifier() + "/";
        ClassLoader loader = LibTorchJar.class.getClassLoader();
        URL official = loader.getResource(OFFICIAL_FOLDER + folder + platform.fileName("torch_cpu"));
        if (official != null) {
            List<URL> libraries = new ArrayList<>();
            for (String file : officialFiles(platform)) {
                URL url = loader.getResource(OFFICIAL_FOLDER + folder + file);
                if (url != null) {
                    libraries.add(url);
                }
            }
            return new LibTorchJar("libtorch", libraries);
        }
        if (loader.getResource(BYTEDECO_TORCH + folder + "libtorch_cpu.so") != null) {
            List<URL> libraries = new ArrayList<>();
            BYTEDECO.forEach(file -> libraries.add(loader.getResource(BYTEDECO_TORCH + folder + file)));
            for (String file : OPENBLAS) {
                URL url = loader.getResource(BYTEDECO_OPENBLAS + folder + file);
                if (url == null) {
                    throw new LibTorchNotFoundException(
                            "org.bytedeco:pytorch is on the class path, but org.bytedeco:openblas for "
                                    + platform.classifier() + ", which it needs, is not");
                }
                libraries.add(url);
            }
            return new LibTorchJar("libtorch-bytedeco", libraries);
        }
        throw new LibTorchNotFoundException("no libtorch found: set " + LibraryLoader.VARIABLE
                + " to its folder, or put" + " ai.djl.pytorch:pytorch-native-cpu, classifier " + platform.classifier()
                + ", on the class path");
    }

    private static List<String> officialFiles(NativePlatform platform) {
        return switch (platform.classifier()) {
            case "linux-aarch64" -> OFFICIAL_ARM;
            case "osx-aarch64" -> OFFICIAL_MAC;
            default -> OFFICIAL;
        };
    }

    Path unpack() {
        return NativeCache.unpack(name, libraries);
    }
}
