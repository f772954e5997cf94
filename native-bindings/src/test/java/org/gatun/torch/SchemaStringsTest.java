package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A mangled name says nothing of the return type or of defaults, so a wrong line of ops.txt could link. But libtorch registers its
 * operators by their schemas: each line must be one, byte for byte.
 */
class SchemaStringsTest {

    private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;

    @Test
    void everyLineOfOpsTxtIsASchemaOfTheLibtorchInUse() throws IOException {
        Set<String> schemas = new HashSet<>();
        for (String line : Files.readAllLines(Path.of("src/main/ops/ops.txt"))) {
            if (!line.startsWith("#") && line.contains("(")) {
                schemas.add(line.split(" {2}#")[0]);
            }
        }
        assertThat(schemas).hasSizeGreaterThan(150);
        Set<String> wrong = Set.of(
                "mul.Tensor(Tensor self, Tensor other) -> Tensor[]", "mul.Tensor(Tensor self, Tensor othe) -> Tensor");
        schemas.addAll(wrong);
        assertThat(missing(schemas)).as("missing, with two that must be").isEqualTo(wrong);
    }

    /** Those that do not stand in libtorch_cpu in front of a zero byte. */
    private static Set<String> missing(Set<String> schemas) throws IOException {
        // A linker lets a text share the end of a longer one: so the search is for ends, and goes by their last eight
        // bytes.
        Map<Long, List<byte[]>> byEnd = schemas.stream()
                .map(schema -> schema.getBytes(StandardCharsets.UTF_8))
                .collect(Collectors.groupingBy(
                        text -> MemorySegment.ofArray(text).get(LONG, text.length - Long.BYTES)));
        Set<String> missing = new HashSet<>(schemas);
        Path library = LibTorch.folder().resolve(NativePlatform.current().fileName("torch_cpu"));
        try (Arena arena = Arena.ofConfined();
                FileChannel channel = FileChannel.open(library)) {
            MemorySegment file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            for (long word = Long.BYTES; word <= file.byteSize() - Long.BYTES; word += Long.BYTES) {
                if (!hasZeroByte(file.get(LONG, word))) {
                    continue;
                }
                for (long end = word; end < word + Long.BYTES; end++) {
                    if (file.get(BYTE, end) == 0 && file.get(BYTE, end - 1) != 0) {
                        for (byte[] text : byEnd.getOrDefault(file.get(LONG, end - Long.BYTES), List.of())) {
                            if (endsWith(file, end, text)) {
                                missing.remove(new String(text, StandardCharsets.UTF_8));
                            }
                        }
                    }
                }
            }
        }
        return missing;
    }

    /** As in "Hacker's Delight", 6-1. */
    private static boolean hasZeroByte(long word) {
        return (word - 0x0101010101010101L & ~word & 0x8080808080808080L) != 0;
    }

    private static boolean endsWith(MemorySegment file, long end, byte[] text) {
        return end >= text.length
                && MemorySegment.mismatch(file, end - text.length, end, MemorySegment.ofArray(text), 0, text.length)
                        == -1;
    }
}
