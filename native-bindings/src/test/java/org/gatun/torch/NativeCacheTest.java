package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With jars made here, each in a JVM of its own: the cache's place is an environment variable. */
class NativeCacheTest {

    @TempDir
    private Path folder;

    private Path cache;
    private Path jar;

    @BeforeEach
    void makeAJar() throws IOException {
        cache = folder.resolve("cache");
        jar = folder.resolve("libraries.jar");
        writeJar("one");
    }

    private void writeJar(String content) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (String name : List.of("libone.so", "libtwo.so.1")) {
                entries.putNextEntry(new JarEntry("native/" + name));
                entries.write((content + " " + name).getBytes());
                entries.closeEntry();
            }
        }
    }

    private ChildJvm child() {
        return new ChildJvm(Unpacks.class).environment("GATUN_CACHE", cache.toString());
    }

    private Path unpacked() throws Exception {
        ChildJvm.Result result = child().run(jar.toString());
        assertThat(result.exitStatus()).as(result.output()).isZero();
        return Path.of(result.output().lines().toList().getLast());
    }

    @Test
    void unpacksOnceAContent() throws Exception {
        Path first = unpacked();
        assertThat(first.getParent()).isEqualTo(cache);
        assertThat(first.resolve("libone.so")).hasContent("one libone.so");
        assertThat(first.resolve("libtwo.so.1")).hasContent("one libtwo.so.1");

        Files.writeString(first.resolve("libone.so"), "as it was");
        assertThat(unpacked()).isEqualTo(first);
        assertThat(first.resolve("libone.so")).hasContent("as it was");

        writeJar("another");
        Path second = unpacked();
        assertThat(second).isNotEqualTo(first);
        assertThat(second.resolve("libone.so")).hasContent("another libone.so");
    }

    /** As an IDE's class path has them. */
    @Test
    void unpacksFilesThatAreInNoJar() throws Exception {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Files.writeString(classes.resolve("libone.so"), "one");
        Files.writeString(classes.resolve("libtwo.so.1"), "two");

        ChildJvm.Result result = child().run(classes.toString());

        assertThat(result.exitStatus()).as(result.output()).isZero();
        Path unpacked = Path.of(result.output().lines().toList().getLast());
        assertThat(unpacked.getParent()).isEqualTo(cache);
        assertThat(unpacked.resolve("libtwo.so.1")).hasContent("two");
    }

    @Test
    void whatAKilledJvmLeftBehindIsReplaced() throws Exception {
        Path expected = unpacked();
        Path partial = expected.resolveSibling(expected.getFileName() + ".partial");
        Files.move(expected, partial);
        Files.writeString(partial.resolve("libone.so"), "half a li");
        Files.delete(partial.resolve("libtwo.so.1"));

        assertThat(unpacked()).isEqualTo(expected);
        assertThat(expected.resolve("libone.so")).hasContent("one libone.so");
        assertThat(expected.resolve("libtwo.so.1")).exists();
        assertThat(partial).doesNotExist();
    }

    @Test
    void manyJvmsAtOnceGetTheSameFolder() throws Exception {
        List<ChildJvm.Started> started = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            started.add(child().start(jar.toString()));
        }
        List<String> folders = new ArrayList<>();
        for (ChildJvm.Started jvm : started) {
            ChildJvm.Result result = jvm.await();
            assertThat(result.exitStatus()).as(result.output()).isZero();
            folders.add(result.output().lines().toList().getLast());
        }
        assertThat(folders).hasSize(4).containsOnly(folders.getFirst());
        assertThat(Path.of(folders.getFirst()).resolve("libone.so")).hasContent("one libone.so");
    }

    @Test
    void aCacheThatCannotBeWrittenIsNamed() throws Exception {
        Files.writeString(cache, "a file where the folder should be");
        ChildJvm.Result result = child().run(jar.toString());
        assertThat(result.exitStatus()).isEqualTo(1);
        assertThat(result.output())
                .contains("could not unpack native libraries into " + cache)
                .contains("(GATUN_CACHE names another folder)");
    }

    /** The children's program. */
    static final class Unpacks {
        public static void main(String[] args) throws IOException {
            Path where = Path.of(args[0]);
            String base = Files.isDirectory(where) ? where.toUri().toString() : "jar:" + where.toUri() + "!/native/";
            List<URL> urls = new ArrayList<>();
            for (String name : List.of("libone.so", "libtwo.so.1")) {
                urls.add(URI.create(base + name).toURL());
            }
            System.out.println(NativeCache.unpack("test", urls));
        }
    }
}
