package org.gatun.torch;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Java's memory, seen by libtorch. */
class ForeignMemoryTest {

    private long live;

    @BeforeEach
    void nothingIsHeld() {
        live = Tensor.liveCount();
        assertThat(ForeignMemory.heldCount()).isZero();
    }

    @AfterEach
    void nothingIsHeldAnyMore() {
        assertThat(ForeignMemory.heldCount()).isZero();
        assertThat(Tensor.liveCount()).isEqualTo(live);
    }

    private static MemorySegment floats(float... values) {
        MemorySegment segment = Arena.ofAuto().allocate((long) values.length * Float.BYTES, Float.BYTES);
        MemorySegment.copy(values, 0, segment, JAVA_FLOAT, 0, values.length);
        return segment;
    }

    @Test
    void libtorchAndJavaSeeTheSameMemory() {
        MemorySegment segment = floats(1, 2, 3, 4);
        try (Tensor tensor = Tensor.fromSegment(segment, DType.FLOAT32, 2, 2)) {
            assertThat(tensor.dataPointer()).isEqualTo(segment.address());
            assertThat(tensor.shape()).containsExactly(2, 2);
            assertThat(tensor.toFloatArray()).containsExactly(1, 2, 3, 4);
            segment.setAtIndex(JAVA_FLOAT, 3, 40);
            assertThat(tensor.toFloatArray()).containsExactly(1, 2, 3, 40);
            tensor.mul_(2);
            assertThat(segment.toArray(JAVA_FLOAT)).containsExactly(2, 4, 6, 80);
        }
    }

    @ParameterizedTest
    @EnumSource
    void memoryOfEveryDtypeCanBeViewed(DType dtype) {
        MemorySegment segment = Arena.ofAuto().allocate(4L * dtype.byteSize(), 8);
        try (Tensor tensor = Tensor.fromSegment(segment, dtype, 4)) {
            assertThat(tensor.dtype()).isEqualTo(dtype);
            tensor.fill_(1);
            assertThat(tensor.toDoubleArray()).containsExactly(1, 1, 1, 1);
            assertThat(segment.toArray(JAVA_BYTE)).isNotEqualTo(new byte[4 * dtype.byteSize()]);
        }
    }

    @Test
    void aPartOfASegmentIsATensorToo() {
        MemorySegment segment = floats(1, 2, 3, 4);
        try (Tensor tensor = Tensor.fromSegment(segment.asSlice(4), DType.FLOAT32, 2)) {
            assertThat(tensor.toFloatArray()).containsExactly(2, 3);
        }
    }

    @Test
    void stridesSayWhereTheElementsAre() {
        MemorySegment segment = floats(1, 2, 3, 4, 5, 6);
        try (Tensor transposed =
                        Tensor.fromSegmentStrided(segment, DType.FLOAT32, new long[] {3, 2}, new long[] {1, 3});
                Tensor everySecond = Tensor.fromSegmentStrided(segment, DType.FLOAT32, new long[] {3}, new long[] {2});
                Tensor repeated =
                        Tensor.fromSegmentStrided(segment, DType.FLOAT32, new long[] {2, 2}, new long[] {0, 1})) {
            assertThat(transposed.toFloatArray()).containsExactly(1, 4, 2, 5, 3, 6);
            assertThat(everySecond.toFloatArray()).containsExactly(1, 3, 5);
            assertThat(repeated.toFloatArray()).containsExactly(1, 2, 1, 2);
        }
    }

    @Test
    void memoryIsHeldUntilTheTensorIsClosed() {
        Tensor tensor = Tensor.fromSegment(floats(1, 2), DType.FLOAT32, 2);
        assertThat(ForeignMemory.heldCount()).isEqualTo(1);
        tensor.close();
        assertThat(ForeignMemory.heldCount()).isZero();
    }

    @Test
    void viewsHoldTheMemory() {
        Tensor tensor = Tensor.fromSegment(floats(1, 2, 3), DType.FLOAT32, 3);
        Tensor view = tensor.narrow(0, 1, 2);
        tensor.close();
        assertThat(ForeignMemory.heldCount()).isEqualTo(1);
        assertThat(view.toFloatArray()).containsExactly(2, 3);
        view.close();
    }

    @Test
    void tensorsSavedForTheBackwardPassHoldTheMemory() {
        try (Tensor weight = Tensor.of(3, 5).requires_grad_()) {
            Tensor input = Tensor.fromSegment(floats(2, 7), DType.FLOAT32, 2);
            Tensor product = weight.mul(input);
            Tensor output = product.sum();
            product.close();
            input.close();
            assertThat(ForeignMemory.heldCount()).isEqualTo(1);
            try (Tensor gradient = Autograd.grad(output, List.of(weight)).getFirst()) {
                assertThat(gradient.toFloatArray()).containsExactly(2, 7);
            }
            output.close();
            assertThat(ForeignMemory.heldCount()).isZero();
        }
    }

    @Test
    void theGarbageCollectorTakesTheMemoryWhenLibtorchHasLetGo() {
        MemorySegment segment = floats(1, 2, 3);
        WeakReference<Object> scope = new WeakReference<>(segment.scope());
        Tensor tensor = Tensor.fromSegment(segment, DType.FLOAT32, 3);
        Reference.reachabilityFence(segment);
        segment = null;
        System.gc();
        assertThat(scope.get()).isNotNull();
        assertThat(tensor.toFloatArray()).containsExactly(1, 2, 3);

        tensor.close();
        assertThat(ForeignMemory.heldCount()).isZero();
        for (int i = 0; i < 50 && scope.get() != null; i++) {
            System.gc();
        }
        assertThat(scope.get()).isNull();
    }

    @Test
    void theEndOfAScopeLetsGoOfItsMemory() {
        try (var _ = TensorScope.open()) {
            Tensor.fromSegment(floats(1), DType.FLOAT32, 1).add(1);
        }
        assertThat(ForeignMemory.heldCount()).isZero();
    }

    @Test
    void manySegmentsAreLetGoOf() {
        try (var _ = TensorScope.open()) {
            for (int i = 0; i < 1000; i++) {
                Tensor.fromSegment(floats(i), DType.FLOAT32, 1);
            }
            assertThat(ForeignMemory.heldCount()).isEqualTo(1000);
        }
    }

    @Test
    void threadsMayWrapAndCloseAtTheSameTime() throws Exception {
        try (var pool = Executors.newFixedThreadPool(4)) {
            List<Future<Double>> sums = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                sums.add(pool.submit(() -> {
                    double sum = 0;
                    for (int i = 0; i < 2000; i++) {
                        try (var _ = TensorScope.open()) {
                            sum += Tensor.fromSegment(floats(i, 1), DType.FLOAT32, 2)
                                    .sum()
                                    .item();
                        }
                    }
                    return sum;
                }));
            }
            for (Future<Double> sum : sums) {
                assertThat(sum.get()).isEqualTo(2000 * 1999 / 2 + 2000);
            }
        }
    }

    @Test
    void aMappedFileIsATensorWithoutACopy(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("floats");
        ByteBuffer bytes = ByteBuffer.allocate(4 * Float.BYTES).order(ByteOrder.nativeOrder());
        for (float value : new float[] {1, 2, 3, 4}) {
            bytes.putFloat(value);
        }
        Files.write(file, bytes.array());

        // Copy-on-write: what is written to the tensor stays in memory.
        MemorySegment mapped;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            mapped = channel.map(FileChannel.MapMode.PRIVATE, 0, channel.size(), Arena.ofAuto());
        }
        try (Tensor tensor = Tensor.fromSegment(mapped, DType.FLOAT32, 2, 2)) {
            assertThat(tensor.dataPointer()).isEqualTo(mapped.address());
            tensor.add_(10);
            assertThat(tensor.toFloatArray()).containsExactly(11, 12, 13, 14);
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes.array());
    }

    @Test
    void memoryThatCouldVanishOrMoveIsRefused() {
        assertRefused(MemorySegment.ofArray(new float[4]), "a heap segment can't be viewed");
        assertRefused(floats(1, 2, 3, 4).asReadOnly(), "a read-only segment can't be viewed");
        try (Arena confined = Arena.ofConfined();
                Arena shared = Arena.ofShared();
                Tensor tensor = Torch.zeros(4)) {
            String message = "the segment's arena could be closed while libtorch still uses its memory";
            assertRefused(confined.allocate(16, 4), message);
            assertRefused(confined.allocate(16, 4).asSlice(0, 16), message);
            assertRefused(shared.allocate(16, 4), message);
            assertRefused(tensor.segment(), message);
            assertRefused(tensor.segment(confined), message);
        }
    }

    private static void assertRefused(MemorySegment segment, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.fromSegment(segment, DType.FLOAT32, 4))
                .withMessageStartingWith(message);
    }

    @Test
    void memoryThatNobodyFreesIsTaken() {
        try (Tensor global = Tensor.fromSegment(Arena.global().allocate(4, 4), DType.FLOAT32, 1);
                Tensor foreign = Tensor.fromSegment(
                        MemorySegment.ofAddress(global.dataPointer()).reinterpret(4), DType.FLOAT32, 1)) {
            global.fill_(3);
            assertThat(foreign.item()).isEqualTo(3);
        }
    }

    @Test
    void aShapeThatTheSegmentDoesNotHoldIsRefused() {
        MemorySegment segment = floats(1, 2, 3, 4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.fromSegment(segment, DType.FLOAT32, 5))
                .withMessage("a tensor of that shape views 20 bytes; the segment has 16");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Tensor.fromSegmentStrided(segment, DType.FLOAT32, new long[] {2, 2}, new long[] {3, 1}))
                .withMessage("a tensor of that shape views 20 bytes; the segment has 16");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.fromSegment(segment, DType.FLOAT32, 1L << 32, 1L << 32))
                .withMessage("the shape [4294967296, 4294967296] is too large");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.fromSegment(segment, DType.FLOAT32, -1))
                .withMessage("sizes and strides can't be negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.fromSegmentStrided(segment, DType.FLOAT32, new long[] {2}, new long[] {1, 1}))
                .withMessage("1 sizes, but 2 strides");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.fromSegment(segment.asSlice(2), DType.FLOAT32, 2))
                .withMessage("the segment is not aligned to the 4 bytes of float32");
    }

    @Test
    void anEmptyTensorHoldsItsSegmentToo() {
        try (Tensor tensor = Tensor.fromSegment(floats(), DType.FLOAT32, 0, 3)) {
            assertThat(tensor.shape()).containsExactly(0, 3);
            assertThat(ForeignMemory.heldCount()).isEqualTo(1);
        }
    }
}
