package org.gatun.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import net.razorvine.pickle.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightFileTest {
    private static final byte[] EMPTY_DICT =
            new PickleAssembler().op(Opcodes.EMPTY_DICT).stop();

    @TempDir
    Path folder;

    @Test
    void formatIsToldByContentNotByName() {
        Path safetensors = folder.resolve("a.ckpt");
        Path zip = folder.resolve("b.safetensors");
        Path legacy = folder.resolve("c");
        Map<String, StoredTensor> tensors = Map.of("w", TensorData.floats(new long[] {2}, 1, 2));
        Safetensors.write(safetensors, tensors, Map.of());
        PyTorchCheckpoint.writeStateDict(zip, tensors);
        TorchFiles.write(legacy, TorchFiles.legacy(EMPTY_DICT, Map.of(), 4));

        assertThat(WeightFile.open(safetensors).format()).isEqualTo(WeightFormat.SAFETENSORS);
        assertThat(WeightFile.open(zip).format()).isEqualTo(WeightFormat.PYTORCH_ZIP);
        assertThat(WeightFile.open(legacy).format()).isEqualTo(WeightFormat.PYTORCH_LEGACY);
        assertThat(WeightFile.open(zip).tensors()).isEqualTo(tensors);
        assertThat(WeightFile.open(safetensors).path()).isEqualTo(safetensors);
    }

    @Test
    void missingFileIsNamed() {
        assertRefused(folder.resolve("nothing.pt"), "nothing.pt: no such file");
    }

    @Test
    void directoryIsNamed() {
        assertRefused(folder, "is a directory");
    }

    @Test
    void emptyFileIsNamed() throws IOException {
        assertRefused(Files.createFile(folder.resolve("empty.pt")), "is empty");
    }

    @ParameterizedTest
    @CsvSource({
        "'version https://git-lfs.example/spec/v1', Git LFS pointer",
        "'<!DOCTYPE html><html>', web page",
        "'hello, this is no weight file', 'begins with 68 65 6c 6c'",
        "x, begins with 78",
    })
    void unknownContentIsExplained(String content, String reason) {
        Path file = TorchFiles.write(folder.resolve("file.pt"), content.getBytes(StandardCharsets.UTF_8));
        assertRefused(file, reason);
    }

    @Test
    void otherZipArchivesAreRefused() {
        byte[] file = TorchFiles.zipOfEntries(Map.of("readme.txt", new byte[3]), true);
        assertRefused(TorchFiles.write(folder.resolve("a.zip"), file), "not one of torch.save");
    }

    @Test
    void torchScriptIsRefused() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("m/data.pkl", EMPTY_DICT);
        entries.put("m/constants.pkl", EMPTY_DICT);
        byte[] file = TorchFiles.zipOfEntries(entries, false);
        assertRefused(TorchFiles.write(folder.resolve("a.pt"), file), "TorchScript");
    }

    @Test
    void bigEndianFileIsRefused() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("m/data.pkl", EMPTY_DICT);
        entries.put("m/byteorder", "big".getBytes(StandardCharsets.US_ASCII));
        byte[] file = TorchFiles.zipOfEntries(entries, false);
        assertRefused(TorchFiles.write(folder.resolve("a.pt"), file), "little-endian");
    }

    @Test
    void compressedBombIsRefused() {
        Map<String, byte[]> storages = Map.of("0", new byte[200 << 20]);
        byte[] pickle = new PickleAssembler()
                .tensor("FloatStorage", "0", 50 << 20, 0, new long[] {1}, new long[] {1})
                .stop();
        byte[] file = TorchFiles.zip(pickle, storages, true);
        assertThat(file.length).isLessThan(1 << 20);
        assertRefused(TorchFiles.write(folder.resolve("a.pt"), file), "refused");
    }

    @Test
    void everyTruncationOfEachFormatIsRefused() throws IOException {
        Map<String, StoredTensor> tensors = Map.of("w", TensorData.floats(new long[] {4}, 1, 2, 3, 4));
        Path safetensors = folder.resolve("a");
        Path zip = folder.resolve("b");
        Safetensors.write(safetensors, tensors, Map.of());
        PyTorchCheckpoint.writeStateDict(zip, tensors);
        byte[] pickle = new PickleAssembler()
                .op(Opcodes.EMPTY_DICT)
                .text("w")
                .tensor("FloatStorage", "0", 4, 0, new long[] {4}, new long[] {1})
                .op(Opcodes.SETITEM)
                .stop();
        byte[] legacy = TorchFiles.legacy(pickle, Map.of("0", new byte[16]), 4);

        for (byte[] whole : new byte[][] {Files.readAllBytes(safetensors), Files.readAllBytes(zip), legacy}) {
            assertThat(FormatDetection.open(TorchFiles.inMemory(whole)).names()).containsExactly("w");
            for (int length = 1; length < whole.length; length++) {
                MappedFile truncated = TorchFiles.inMemory(Arrays.copyOf(whole, length));
                assertThatExceptionOfType(CheckpointException.class)
                        .as("%d of %d bytes", length, whole.length)
                        .isThrownBy(() -> FormatDetection.open(truncated));
            }
        }
    }

    @Test
    void safetensorsFileIsNoCheckpoint() {
        Path file = folder.resolve("a");
        Safetensors.write(file, Map.of(), Map.of());
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> PyTorchCheckpoint.open(file))
                .withMessageContaining("safetensors");
    }

    private static void assertRefused(Path file, String reason) {
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> WeightFile.open(file))
                .withMessageContaining(reason);
    }
}
