package org.gatun.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.gatun.torch.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadBack() {
        Path file = folder.resolve("model.safetensors");
        Map<String, StoredTensor> tensors = TensorData.ofEveryKind();

        Safetensors.write(file, tensors, Map.of("format", "pt", "quote", "\"\n\u00e9"));
        Safetensors read = Safetensors.open(file);

        assertThat(read.tensors()).containsExactlyInAnyOrderEntriesOf(tensors);
        assertThat(read.metadata()).isEqualTo(Map.of("format", "pt", "quote", "\"\n\u00e9"));
        assertThat(read.format()).isEqualTo(WeightFormat.SAFETENSORS);
    }

    @Test
    void tensorsAreViewsOfTheFileAndAligned() {
        Path file = folder.resolve("model.safetensors");
        Safetensors.write(file, TensorData.ofEveryKind(), Map.of());
        Safetensors read = Safetensors.open(file);

        for (String name : read.names()) {
            StoredTensor tensor = read.tensor(name);
            assertThat(tensor.data().isMapped()).as(name).isTrue();
            assertThat(tensor.data().isReadOnly()).as(name).isTrue();
            assertThat(tensor.data().address() % tensor.dtype().byteSize())
                    .as(name)
                    .isZero();
        }
    }

    @Test
    void equalInputGivesEqualBytesWhateverTheOrderOfTheMap() throws IOException {
        Path first = folder.resolve("first.safetensors");
        Path second = folder.resolve("second.safetensors");
        Map<String, StoredTensor> tensors = TensorData.ofEveryKind();

        Safetensors.write(first, tensors, Map.of("a", "1", "b", "2"));
        Safetensors.write(second, new TreeMap<>(tensors).descendingMap(), new TreeMap<>(Map.of("b", "2", "a", "1")));

        assertThat(first).hasSameBinaryContentAs(second);
        byte[] bytes = Files.readAllBytes(first);
        assertThat(headerLength(bytes) % 8).isZero();
        assertThat(bytes[8]).isEqualTo((byte) '{');
    }

    @Test
    void misalignedTensorIsCopied() {
        byte[] data = ByteBuffer.allocate(9)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 7)
                .putFloat(1.5f)
                .putFloat(-2)
                .array();
        Safetensors read = read(
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]},"
                        + "\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[1,9]}}",
                data);

        assertThat(TensorData.floats(read.tensor("b"))).containsExactly(1.5f, -2);
    }

    @Test
    void paddingAndUnknownFieldsAreAccepted() {
        Safetensors read = read(
                "{\"a\":{\"dtype\":\"I8\",\"shape\":[1,1],\"data_offsets\":[0,1],\"later\":[{}]}}     ",
                new byte[] {3});

        assertThat(read.tensor("a").shape()).containsExactly(1, 1);
    }

    @Test
    void fileWithoutTensorsIsRead() {
        assertThat(read("{}", new byte[0]).names()).isEmpty();
    }

    @Test
    void tensorBeyondFourGibibytesIsRead() throws IOException {
        Path file = folder.resolve("large.safetensors");
        long elements = 5L << 28;
        String json = "{\"big\":{\"dtype\":\"F32\",\"shape\":[%d],\"data_offsets\":[0,%d]}}"
                .formatted(elements, elements * 4);
        byte[] header = (json + " ".repeat(-json.length() & 7)).getBytes(StandardCharsets.UTF_8);
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(withLength(header.length, header));
            // A sparse file: only its ends take room on the disk.
            out.setLength(8 + header.length + elements * 4);
            out.seek(out.length() - 4);
            out.write(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putFloat(42)
                    .array());
        }

        StoredTensor big = Safetensors.open(file).tensor("big");

        assertThat(big.data().isMapped()).isTrue();
        assertThat(big.data().getAtIndex(ValueLayout.JAVA_FLOAT, elements - 1)).isEqualTo(42);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[0,3]}} | truncated",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]}} | truncated or malformed",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[1,2]}} | hole or overlap",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,2]}} | 4 bytes, but",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,2]}} | too large",
                "{\"a\":{\"dtype\":\"F64\",\"shape\":[2305843009213693952],\"data_offsets\":[0,0]}} | too large",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[-2],\"data_offsets\":[0,2]}} | negative",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[2,0]}} | data_offsets are",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[2.0],\"data_offsets\":[0,2]}} | shape of 'a'",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":2,\"data_offsets\":[0,2]}} | shape of 'a'",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[99999999999999999999],\"data_offsets\":[0,2]}} | not valid JSON",
                "{\"a\":{\"dtype\":\"F8_E4M3\",\"shape\":[2],\"data_offsets\":[0,2]}} | type F8_E4M3",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[2]}} | lacks",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,1,2]}} | lacks",
                "{\"a\":[]} | 'a'",
                "{\"a\":{\"dtype\":\"U8\",\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,2]}} | Duplicate",
                "{\"__metadata__\":{\"a\":1}} | __metadata__.a",
                "{\"__metadata__\":{\"a\":\"1\",\"a\":\"2\"}} | Duplicate",
                "{\"__metadata__\":\"text\"} | __metadata__",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,2]}} x | JSON",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,2]}}{} | after the JSON object",
                "{\"a\":{\"dtype\":\"U8\" | not valid JSON",
                "[] | '{'",
                "' {}' | '{'",
            })
    void malformedHeaderIsRefused(String header, String reason) {
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> read(header, new byte[2]))
                .withMessageContaining(reason)
                .withMessageStartingWith("memory: ");
    }

    @Test
    void overlappingTensorsAreRefused() {
        String entry = "\"%s\":{\"dtype\":\"U8\",\"shape\":[%d],\"data_offsets\":[%d,%d]}";
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> read(
                        "{" + entry.formatted("a", 2, 0, 2) + "," + entry.formatted("b", 1, 1, 2) + "}", new byte[2]))
                .withMessageContaining("'b' begins at 1, but the data before it ends at 2: hole or overlap");
    }

    @Test
    void twoTensorsOfOneNameAreRefused() {
        String entry = "\"a\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[%d,%d]}";
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> read("{" + entry.formatted(0, 1) + "," + entry.formatted(1, 2) + "}", new byte[2]))
                .withMessageContaining("Duplicate");
    }

    @Test
    void shapeOfVeryManyDimensionsIsRefused() {
        String ones = "1,".repeat(1_000_000) + "1";
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() ->
                        read("{\"a\":{\"dtype\":\"U8\",\"shape\":[" + ones + "],\"data_offsets\":[0,1]}}", new byte[1]))
                .withMessageContaining("more than 64");
    }

    @Test
    void deeplyNestedHeaderIsRefused() {
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> read("{\"a\":{\"x\":" + "[".repeat(1_000_000), new byte[0]))
                .withMessageContaining("nesting depth");
    }

    @Test
    void headerThatIsNotUtf8IsRefused() {
        byte[] json = "{\"\u00ff\":1}".getBytes(StandardCharsets.ISO_8859_1);
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> Safetensors.read(TorchFiles.inMemory(withLength(json.length, json))))
                .withMessageContaining("not valid JSON");
    }

    @ParameterizedTest
    @CsvSource({"100000001, at most 100000000", "-1, at most 100000000", "99999999, truncated"})
    void headerOfImpossibleLengthIsRefused(long length, String reason) {
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> Safetensors.read(TorchFiles.inMemory(withLength(length, new byte[] {'{', '}'}))))
                .withMessageContaining(reason);
    }

    @Test
    void missingTensorIsNamed() {
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> read("{}", new byte[0]).tensor("conv_in.weight"))
                .withMessageContaining("'conv_in.weight'");
    }

    @Test
    void reservedNameCannotBeWritten() {
        Map<String, StoredTensor> tensors = Map.of("__metadata__", TensorData.floats(new long[] {1}, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Safetensors.write(folder.resolve("x"), tensors, Map.of()));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void writingReplacesTheFileInOneStepAndLeavesNothingElse() throws IOException {
        Path file = folder.resolve("model.safetensors");
        Map<String, StoredTensor> old = Map.of("a", TensorData.floats(new long[] {2}, 1, 2));
        Safetensors.write(file, old, Map.of());
        Safetensors stillMapped = Safetensors.open(file);

        // The new file is made of the old one's bytes while it takes its place.
        Map<String, StoredTensor> renamed = new LinkedHashMap<>();
        renamed.put("b", stillMapped.tensor("a"));
        Safetensors.write(file, renamed, Map.of());

        assertThat(Safetensors.open(file).tensor("b")).isEqualTo(old.get("a"));
        assertThat(stillMapped.tensor("a")).isEqualTo(old.get("a"));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void linkStaysALink() throws IOException {
        Path target = Files.createFile(folder.resolve("target.safetensors"));
        Path link = Files.createSymbolicLink(folder.resolve("link.safetensors"), target);

        Safetensors.write(link, Map.of("a", TensorData.floats(new long[] {1}, 1)), Map.of());

        assertThat(link).isSymbolicLink();
        assertThat(Safetensors.open(target).names()).containsExactly("a");
    }

    @Test
    void missingFolderIsNamed() {
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> Safetensors.write(folder.resolve("no/model.safetensors"), Map.of(), Map.of()))
                .withMessageContaining("folder does not exist");
    }

    @Test
    void fixtureHasItsMetadataAndValues() {
        Safetensors read = Safetensors.open(ParityFolder.file("vqgan-f2.safetensors"));

        assertThat(read.metadata().get("case")).contains("\"kind\": \"vqgan\"");
        assertThat(read.tensor("state.encoder.conv_in.weight").shape()).containsExactly(32, 3, 3, 3);
        assertThat(read.tensor("state.encoder.conv_in.weight").dtype()).isEqualTo(DType.FLOAT32);
        assertThat(read.tensor("out.rec").data().getAtIndex(ValueLayout.JAVA_FLOAT, 0))
                .isFinite();
    }

    private static Safetensors read(String header, byte[] data) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(withLength(json.length, json));
        file.writeBytes(data);
        return Safetensors.read(TorchFiles.inMemory(file.toByteArray()));
    }

    private static byte[] withLength(long length, byte[] header) {
        return ByteBuffer.allocate(8 + header.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .put(header)
                .array();
    }

    private static long headerLength(byte[] file) {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }
}
