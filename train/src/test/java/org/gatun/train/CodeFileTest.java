package org.gatun.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gatun.checkpoint.CheckpointException;
import org.gatun.checkpoint.StateFile;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.LibTorch;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CodeFileTest {

    @TempDir
    private Path folder;

    private Path path;
    private TensorScope scope;

    @BeforeEach
    void open() {
        LibTorch.load();
        scope = TensorScope.open();
        path = folder.resolve("codes/train.safetensors");
    }

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void codesAreReadAsTheyWereWritten() {
        new CodeFile(path, "here", 4, 1).write(dataset());

        try (CodeDataset read =
                new CodeFile(path, "here", 4, 1).open(Device.CPU).orElseThrow()) {
            assertThat(read.size()).isEqualTo(3);
            CodeBatch batch = read.slice(1, 2);
            assertThat(batch.codes().dtype()).isEqualTo(DType.INT64);
            assertThat(batch.codes().toLongArray()).containsExactly(4, 5, 6, 7, 8, 9, 10, 11);
            assertThat(batch.condition().toLongArray()).containsExactly(300, 30_000);
        }
    }

    @Test
    void codesOfAnotherOriginAreNotRead() {
        new CodeFile(path, "here", 4, 1).write(dataset());

        assertThat(new CodeFile(path, "there", 4, 1).open(Device.CPU)).isEmpty();
        assertThat(new CodeFile(folder.resolve("none.safetensors"), "here", 4, 1).open(Device.CPU))
                .isEmpty();
    }

    @Test
    void writingToATensorOfCodesLeavesTheFileAlone() throws Exception {
        CodeFile file = new CodeFile(path, "here", 4, 1);
        file.write(dataset());
        byte[] before = Files.readAllBytes(path);

        try (CodeDataset read = file.open(Device.CPU).orElseThrow()) {
            read.codes().zero_();
        }

        assertThat(Files.readAllBytes(path)).isEqualTo(before);
    }

    @Test
    void aFileOfAnotherKindVersionOrShapeIsRefused() throws Exception {
        Files.createDirectories(path.getParent());
        Map<String, Tensor> tensors =
                Map.of("codes", dataset().codes(), "conditions", dataset().conditions());

        StateFile.save(path, tensors, Map.of("origin", "here"));
        assertRefused("is not a file of codes");
        StateFile.save(path, tensors, Map.of("format", "gatun-codes", "version", "2", "origin", "here"));
        assertRefused("is of version 2");
        StateFile.save(
                path,
                Map.of("codes", dataset().conditions(), "conditions", dataset().conditions()),
                Map.of("format", "gatun-codes", "version", "1", "origin", "here"));
        assertRefused("codes is int16[3, 1]");
        Files.write(path, new byte[] {1, 2, 3});
        assertRefused(path.toString());
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> new CodeFile(path, "here", 4, 1).open(Device.CPU))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining(message);
    }

    private static CodeDataset dataset() {
        Tensor codes = Torch.arange(12L, DType.INT64).view(3, 4).to(DType.INT16);
        Tensor conditions = Tensor.of(new long[] {3, 300, 30_000}, 3, 1).to(DType.INT16);
        return new CodeDataset(codes, conditions, Device.CPU);
    }
}
