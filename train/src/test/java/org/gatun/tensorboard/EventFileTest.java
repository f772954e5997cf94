package org.gatun.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EventFileTest {

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);

    /** The beginning of one of 2 x 1 pixels. */
    private static final byte[] PNG =
            HexFormat.of().parseHex("89504e470d0a1a0a" + "0000000d49484452" + "0000000200000001");

    @TempDir
    private Path folder;

    /** The records of the file in the folder, as hexadecimal text; the framing is checked on the way. */
    private List<String> records() throws IOException {
        Path file;
        try (var files = Files.list(folder)) {
            file = files.findFirst().orElseThrow();
        }
        assertThat(file.getFileName().toString()).startsWith("events.out.tfevents.1700000000.");
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<String> records = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte[] length = new byte[Long.BYTES];
            bytes.get(length);
            assertThat(bytes.getInt()).isEqualTo(EventFile.maskedCrc(length));
            byte[] data = new byte
                    [(int) ByteBuffer.wrap(length)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .getLong()];
            bytes.get(data);
            assertThat(bytes.getInt()).isEqualTo(EventFile.maskedCrc(data));
            records.add(HexFormat.of().formatHex(data));
        }
        return records;
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The checksum of RFC 3720, appendix B.4, for 32 zeros is 8a9136aa; rotated right by 15 bits, and the constant added. */
    @Test
    void checksumsAreMaskedCrc32c() {
        assertThat(EventFile.maskedCrc(new byte[32])).isEqualTo(Integer.rotateRight(0x8a9136aa, 15) + 0xa282ead8);
    }

    @Test
    void aFileBeginsWithItsVersionAndTheStepFromWhichItGoesOn() throws IOException {
        EventFile.create(folder, 300, CLOCK).close();
        String time = "09" + "00000040fc54d941"; // 1.7e9, field 1
        assertThat(records())
                .containsExactly(time + "1000" + "1a0d" + hex("brain.Event:2"), time + "10ac02" + "3a02" + "0801");
    }

    @Test
    void scalarsHistogramsAndPicturesAreSummaryValues() throws IOException {
        try (EventFile file = EventFile.create(folder, 0, CLOCK)) {
            file.scalar("loss", 5, 1.5);
            file.histogram("codes", 5, new double[] {3, 1});
            file.png("sheet", 5, PNG);
        }
        List<String> records = records();
        assertThat(records.get(2)).endsWith("1005" + "2a0d" + "0a0b" + "0a04" + hex("loss") + "150000c03f");
        String histogram = "09" + "0000000000000000" // min
                + "11" + "000000000000f03f" // max
                + "19" + "0000000000001040" // num
                + "21" + "000000000000f03f" // sum
                + "29" + "000000000000f03f" // sum of squares
                + "3210" + "000000000000e03f" + "000000000000f83f"
                + "3a10" + "0000000000000840" + "000000000000f03f";
        assertThat(records.get(3)).endsWith("0a05" + hex("codes") + "2a51" + histogram);
        assertThat(records.get(4))
                .endsWith("0a05" + hex("sheet") + "2220" + "0801" + "1002" + "1803" + "2218"
                        + HexFormat.of().formatHex(PNG));
    }
}
