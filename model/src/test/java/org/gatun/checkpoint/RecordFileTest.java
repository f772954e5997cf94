package org.gatun.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordFileTest {

    @TempDir
    private Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void growsFromAGivenLengthOn() throws IOException {
        Path file = folder.resolve("records");
        Files.writeString(file, "one two three");
        try (RecordFile records = RecordFile.open(file, 7)) {
            assertThat(records.length()).isEqualTo(7);
            records.append(bytes(" four"));
            assertThat(records.length()).isEqualTo(12);
        }
        assertThat(file).hasContent("one two four");
    }

    @Test
    void beginsWhereAShorterFileEnds() throws IOException {
        Path file = folder.resolve("records");
        Files.writeString(file, "one");
        try (RecordFile records = RecordFile.open(file, 100)) {
            records.append(bytes(" two"));
        }
        assertThat(file).hasContent("one two");
    }
}
