package org.gatun.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumpyFileTest {

    private static final String INT64 = "{'descr': '<i8', 'fortran_order': False, 'shape': (3,), }";

    @TempDir
    private Path folder;

    /** As NumPy writes it: the header padded with spaces to a multiple of 64 bytes, and a line feed. */
    private Path write(int version, String header, long... numbers) throws IOException {
        int lengthSize = version == 1 ? 2 : 4;
        int used = 8 + lengthSize + header.length() + 1;
        String padded = header + " ".repeat(Math.floorMod(-used, 64)) + "\n";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
        ByteBuffer length =
                ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(padded.length());
        bytes.write(length.array(), 0, lengthSize);
        bytes.write(padded.getBytes(StandardCharsets.US_ASCII));
        boolean wide = header.contains("i8");
        ByteBuffer data = ByteBuffer.allocate(numbers.length * (wide ? 8 : 4)).order(ByteOrder.LITTLE_ENDIAN);
        for (long number : numbers) {
            if (wide) {
                data.putLong(number);
            } else {
                data.putInt((int) number);
            }
        }
        bytes.write(data.array());
        return Files.write(folder.resolve("used.npy"), bytes.toByteArray());
    }

    @ParameterizedTest
    @CsvSource({"1, <i8", "2, <i8", "3, <i8", "1, <i4"})
    void readsIntegersOfEveryVersionAndWidth(int version, String descr) throws IOException {
        Path file = write(version, INT64.replace("<i8", descr), 5, 0, 1023);
        assertThat(NumpyFile.readIntegers(file)).containsExactly(5, 0, 1023);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '"',
            value = {
                "'<i8'~'<f8'~holds '<f8'",
                "'<i8'~'>i8'~holds '>i8'",
                "'<i8'~'|O'~holds '|O'",
                "(3,)~(3, 1)~has the shape (3, 1); needed is one axis",
                "(3,)~()~has the shape ()",
                "(3,)~(4,)~the numbers should be 32 bytes at",
                "(3,)~(2,)~has bytes behind its numbers",
                "(3,)~(999999999,)~the numbers should be",
                "{'descr'~{'x'~has a header that is none of NumPy's"
            })
    void whatIsNotNeededIsRefused(String found, String replacement, String message) throws IOException {
        Path file = write(1, INT64.replace(found, replacement), 1, 2, 3);
        assertThatThrownBy(() -> NumpyFile.readIntegers(file))
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(message);
    }

    @Test
    void aNumberBeyond32BitsIsRefused() throws IOException {
        Path file = write(1, INT64, 1, 1L << 40, 2);
        assertThatThrownBy(() -> NumpyFile.readIntegers(file)).hasMessageContaining("beyond 32 bits");
    }

    @Test
    void everyTruncationIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(write(1, INT64, 1, 2, 3));
        for (int length = 0; length < whole.length; length++) {
            Path file = Files.write(folder.resolve("short.npy"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> NumpyFile.readIntegers(file)).isInstanceOf(CheckpointException.class);
        }
    }

    @Test
    void anotherFileIsNone() throws IOException {
        Path file = Files.writeString(folder.resolve("used.npy"), "this is no array at all");
        assertThatThrownBy(() -> NumpyFile.readIntegers(file)).hasMessage(file + ": is no .npy file");
    }
}
