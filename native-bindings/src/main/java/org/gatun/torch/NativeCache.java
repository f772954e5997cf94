package org.gatun.torch;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Where native libraries from jars are unpacked, once for each content: {@code $GATUN_CACHE}, else {@code $XDG_CACHE_HOME/gatun},
 * else {@code ~/.cache/gatun}. A folder appears there whole or not at all, also when two JVMs start at once.
 */
final class NativeCache {

    private static final System.Logger LOG = System.getLogger(NativeCache.class.getName());
    private static final long LOCK_RETRY_NANOS = 50_000_000;

    private NativeCache() {}

    /** The folder that holds the files at {@code urls}, entries of jars or files; it is made if need be. */
    static Path unpack(String name, List<URL> urls) {
        Path root = root();
        try {
            Path folder = root.resolve(name + "-" + fingerprint(urls));
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(root);
                try (FileChannel channel = FileChannel.open(
                                root.resolve(folder.getFileName() + ".lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                        FileLock _ = lock(channel)) {
                    if (!Files.isDirectory(folder)) {
                        unpack(urls, folder);
                    }
                }
            }
            return folder;
        } catch (IOException e) {
            throw new LibTorchNotFoundException(
                    "could not unpack native libraries into " + root + ": " + e.getMessage()
                            + " (GATUN_CACHE names another folder)",
                    e);
        }
    }

    private static Path root() {
        String own = System.getenv("GATUN_CACHE");
        if (own != null && !own.isBlank()) {
            return Path.of(own).toAbsolutePath();
        }
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path caches = xdg != null && !xdg.isBlank() ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".cache");
        return caches.resolve("gatun").toAbsolutePath();
    }

    /** From the checksums that the jars' directories hold, or when a file was written: nothing is read twice. */
    private static String fingerprint(List<URL> urls) throws IOException {
        CRC32 crc = new CRC32();
        for (URL url : urls) {
            String entry = url.openConnection() instanceof JarURLConnection jar
                    ? jar.getEntryName()
                            + ' '
                            + jar.getJarEntry().getCrc()
                            + ' '
                            + jar.getJarEntry().getSize()
                    : fileStamp(url);
            crc.update(entry.getBytes(StandardCharsets.UTF_8));
        }
        return String.format("%08x", crc.getValue());
    }

    private static String fileStamp(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        try (InputStream _ = connection.getInputStream()) { // what reading its header opens
            return url.getPath() + ' ' + connection.getContentLengthLong() + ' ' + connection.getLastModified();
        }
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        while (true) {
            try {
                return channel.lock();
            } catch (OverlappingFileLockException e) {
                // Held in this JVM, by another class loader's Gatun: file locks don't wait for those.
                LockSupport.parkNanos(LOCK_RETRY_NANOS);
            }
        }
    }

    private static void unpack(List<URL> urls, Path folder) throws IOException {
        LOG.log(System.Logger.Level.INFO, "unpacking native libraries into {0}, once", folder);
        Path partial = folder.resolveSibling(folder.getFileName() + ".partial");
        deleteTree(partial); // left behind by a JVM that was killed
        Files.createDirectories(partial);
        for (URL url : urls) {
            String file = url.getPath().substring(url.getPath().lastIndexOf('/') + 1);
            URLConnection connection = url.openConnection();
            try (InputStream in = connection.getInputStream()) {
                Files.copy(in, partial.resolve(file));
            }
        }
        Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void deleteTree(Path root) throws IOException {
        if (Files.exists(root)) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
