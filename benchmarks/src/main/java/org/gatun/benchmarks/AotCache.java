package org.gatun.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * What a program's JVM remembers of an earlier run of it: JDK 25's AOT cache (JEP 483, 514, 515). Such a run makes it, in a temporary folder
 * that closing deletes.
 */
public final class AotCache implements AutoCloseable {

    private final Class<?> main;
    private final String classPath;
    private final Path folder;
    private final Path cache;

    private AotCache(Class<?> main, String classPath, Path folder) {
        this.main = main;
        this.classPath = classPath;
        this.folder = folder;
        this.cache = folder.resolve("aot");
    }

    /** The cache for the class {@code main} and this JVM's class path. */
    public static AotCache of(Class<?> main) {
        try {
            Path folder = Files.createTempDirectory("gatun-aot");
            AotCache cache = new AotCache(main, jarsOnly(folder), folder);
            JavaProcess.run(main, cache.classPath, cache.options("-XX:AOTCacheOutput=" + cache.cache, "-Xlog:disable"));
            return cache;
        } catch (IOException e) {
            throw new IllegalStateException("no AOT cache could be made", e);
        }
    }

    public void run() {
        JavaProcess.run(main, classPath, options("-XX:AOTCache=" + cache, "-XX:AOTMode=on"));
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }

    private List<String> options(String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("-D" + NativeFile.FOLDER + "=" + NativeFile.of("built").getParent());
        return all;
    }

    /** The class path with a jar in the place of each folder, which the cache does not support. */
    private static String jarsOnly(Path folder) throws IOException {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (Files.isDirectory(Path.of(entry))) {
                String jar = folder.resolve(entries.size() + ".jar").toString();
                int status = ToolProvider.findFirst("jar")
                        .orElseThrow()
                        .run(System.out, System.err, "--create", "--no-compress", "--file", jar, "-C", entry, ".");
                if (status != 0) {
                    throw new IOException("no jar could be made of " + entry);
                }
                entries.add(jar);
            } else {
                entries.add(entry);
            }
        }
        return String.join(File.pathSeparator, entries);
    }
}
