package org.gatun.torch;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
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
        assertThat(ReleaseQueue.pendingCount()).isZero();
    }

    @AfterEach
    void nothingIsHeldAnyMore() {
        assertThat(ReleaseQueue.pendingCount()).isZero();
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
                        ForeignMemory.of(segment).asStridedTensor(DType.FLOAT32, new long[] {3, 2}, new long[] {1, 3});
                Tensor everySecond =
                        ForeignMemory.of(segment).asStridedTensor(DType.FLOAT32, new long[] {3}, new long[] {2});
                Tensor repeated = ForeignMemory.of(segment)
                        .asStridedTensor(DType.FLOAT32, new long[] {2, 2}, new long[] {0, 1})) {
            assertThat(transposed.toFloatArray()).containsExactly(1, 4, 2, 5, 3, 6);
            assertThat(everySecond.toFloatArray()).containsExactly(1, 3, 5);
            assertThat(repeated.toFloatArray()).containsExactly(1, 2, 1, 2);
        }
    }

    @Test
    void memoryIsHeldUntilTheTensorIsClosed() {
        Tensor tensor = Tensor.fromSegment(floats(1, 2), DType.FLOAT32, 2);
        assertThat(ReleaseQueue.pendingCount()).isEqualTo(1);
        tensor.close();
        assertThat(ReleaseQueue.pendingCount()).isZero();
    }

    @Test
    void viewsHoldTheMemory() {
        Tensor tensor = Tensor.fromSegment(floats(1, 2, 3), DType.FLOAT32, 3);
        Tensor view = tensor.narrow(0, 1, 2);
        tensor.close();
        assertThat(ReleaseQueue.pendingCount()).isEqualTo(1);
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
            assertThat(ReleaseQueue.pendingCount()).isEqualTo(1);
            try (Tensor gradient = Autograd.grad(output, List.of(weight)).getFirst()) {
                assertThat(gradient.toFloatArray()).containsExactly(2, 7);
            }
            output.close();
            assertThat(ReleaseQueue.pendingCount()).isZero();
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
        assertThat(ReleaseQueue.pendingCount()).isZero();
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
        assertThat(ReleaseQueue.pendingCount()).isZero();
    }

    @Test
    void manySegmentsAreLetGoOf() {
        try (var _ = TensorScope.open()) {
            for (int i = 0; i < 1000; i++) {
                Tensor.fromSegment(floats(i), DType.FLOAT32, 1);
            }
            assertThat(ReleaseQueue.pendingCount()).isEqualTo(1000);
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
    void whatIsWrittenToAMappedBufferIsInTheFile(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("bytes"), new byte[] {1, 2, 3, 4});
        MappedByteBuffer mapped;
        MappedByteBuffer readOnly;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, 4);
            readOnly = channel.map(FileChannel.MapMode.READ_ONLY, 0, 4);
        }
        try (Tensor tensor = ForeignMemory.of(mapped).asTensor(DType.UINT8, 4)) {
            assertThat(tensor.dataPointer())
                    .isEqualTo(MemorySegment.ofBuffer(mapped).address());
            tensor.mul_(10);
        }
        mapped.force();
        assertThat(Files.readAllBytes(file)).containsExactly(10, 20, 30, 40);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForeignMemory.of(readOnly))
                .withMessageStartingWith("a read-only segment can't be viewed");
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
            ByteBuffer buffer = shared.allocate(16, 4).asByteBuffer();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ForeignMemory.of(buffer))
                    .withMessageStartingWith(message);
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
                .isThrownBy(() ->
                        ForeignMemory.of(segment).asStridedTensor(DType.FLOAT32, new long[] {2, 2}, new long[] {3, 1}))
                .withMessage("a tensor of that shape views 20 bytes; the segment has 16");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.fromSegment(segment, DType.FLOAT32, 1L << 32, 1L << 32))
                .withMessage("the shape [4294967296, 4294967296] is too large");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.fromSegment(segment, DType.FLOAT32, -1))
                .withMessage("sizes and strides can't be negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ForeignMemory.of(segment).asStridedTensor(DType.FLOAT32, new long[] {2}, new long[] {1, 1}))
                .withMessage("1 sizes, but 2 strides");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.fromSegment(segment.asSlice(2), DType.FLOAT32, 2))
                .withMessage("the segment is not aligned to the 4 bytes of float32");
    }

    @Test
    void anEmptyTensorHoldsItsSegmentToo() {
        try (Tensor tensor = Tensor.fromSegment(floats(), DType.FLOAT32, 0, 3)) {
            assertThat(tensor.shape()).containsExactly(0, 3);
            assertThat(ReleaseQueue.pendingCount()).isEqualTo(1);
        }
    }

    @Test
    void aDirectBufferIsATensorBetweenItsPositionAndItsLimit() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(16).order(ByteOrder.nativeOrder());
        buffer.asFloatBuffer().put(new float[] {1, 2, 3, 4});
        buffer.position(4);
        try (Tensor tensor = ForeignMemory.of(buffer).asTensor(DType.FLOAT32, 3)) {
            assertThat(tensor.dataPointer())
                    .isEqualTo(MemorySegment.ofBuffer(buffer).address());
            assertThat(tensor.toFloatArray()).containsExactly(2, 3, 4);
            tensor.fill_(7);
            assertThat(buffer.getFloat(12)).isEqualTo(7);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForeignMemory.of(ByteBuffer.allocate(4)))
                .withMessageStartingWith("a heap segment can't be viewed");
    }

    @Test
    void aTensorIsABufferAtTheSameAddress() {
        ByteBuffer buffer;
        try (Tensor tensor = Tensor.of(1, 2, 3)) {
            buffer = tensor.segment(Arena.ofAuto()).asByteBuffer().order(ByteOrder.nativeOrder());
            assertThat(MemorySegment.ofBuffer(buffer).address()).isEqualTo(tensor.dataPointer());
        }
        assertThat(buffer.getFloat(8)).isEqualTo(3); // the tensor is closed, its storage is not
        buffer = null;
        for (int i = 0; i < 1000 && Tensor.liveCount() > live; i++) {
            System.gc();
            Thread.onSpinWait();
        }
        assertThat(Tensor.liveCount()).isEqualTo(live);
    }

    @Test
    void paddedRowsKeepTheirStride() {
        // 2 rows of 3 pixels of 3 bytes, each row padded to 12 bytes
        MemorySegment picture = Arena.ofAuto().allocate(24);
        for (int i = 0; i < 24; i++) {
            picture.set(JAVA_BYTE, i, (byte) i);
        }
        try (Tensor pixels = ForeignMemory.of(picture)
                        .asStridedTensor(DType.UINT8, new long[] {2, 3, 3}, new long[] {12, 3, 1});
                Arena arena = Arena.ofConfined()) {
            assertThat(pixels.dataPointer()).isEqualTo(picture.address());
            assertThat(pixels.toIntArray())
                    .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 12, 13, 14, 15, 16, 17, 18, 19, 20);
            MemorySegment extent = pixels.stridedSegment(arena);
            assertThat(extent.address()).isEqualTo(picture.address());
            assertThat(extent.byteSize()).isEqualTo(21);
        }
    }

    @Test
    void aCallbackReleasesForeignMemoryOnceAndWhenTheLastViewGoes() {
        AtomicInteger released = new AtomicInteger();
        MemorySegment owned = floats(1, 2, 3, 4);
        Tensor tensor = ForeignMemory.at(owned.address(), owned.byteSize())
                .releasedBy(released::incrementAndGet)
                .asTensor(DType.FLOAT32, 2, 2);
        assertThat(tensor.dataPointer()).isEqualTo(owned.address());
        Tensor row = tensor.select(0, 1);
        tensor.close();
        assertThat(released).hasValue(0);
        assertThat(row.toFloatArray()).containsExactly(3, 4);
        row.close();
        assertThat(released).hasValue(1);
        assertThat(ReleaseQueue.pendingCount()).isZero();
        Reference.reachabilityFence(owned);
    }

    @Test
    void theThreadThatClosesTheLastHandleRunsTheCallback() throws Exception {
        List<Thread> released = new ArrayList<>();
        MemorySegment owned = floats(1, 2);
        Tensor tensor = ForeignMemory.at(owned.address(), owned.byteSize())
                .releasedBy(() -> released.add(Thread.currentThread()))
                .asTensor(DType.FLOAT32, 2);
        Tensor view = tensor.narrow(0, 0, 1);
        Thread other = new Thread(view::close);
        tensor.close();
        other.start();
        other.join();
        assertThat(released).containsExactly(other);
        Reference.reachabilityFence(owned);
    }

    @Test
    void anArenaThatKeptTheMemoryRunsTheCallbackWhenItCloses() {
        AtomicInteger released = new AtomicInteger();
        MemorySegment owned = floats(1, 2);
        try (Arena arena = Arena.ofConfined()) {
            Tensor tensor = ForeignMemory.at(owned.address(), owned.byteSize())
                    .releasedBy(released::incrementAndGet)
                    .asTensor(DType.FLOAT32, 2);
            MemorySegment kept = tensor.segment(arena);
            tensor.close();
            assertThat(kept.address()).isEqualTo(owned.address());
            assertThat(released).hasValue(0);
        }
        assertThat(released).hasValue(1);
        Reference.reachabilityFence(owned);
    }

    @Test
    void foreignMemoryKeepsItsOwnerReachable() {
        Object owner = new Object();
        WeakReference<Object> reachable = new WeakReference<>(owner);
        MemorySegment memory = floats(5);
        Tensor tensor = ForeignMemory.at(memory.address(), 4).keeping(owner).asTensor(DType.FLOAT32, 1);
        Reference.reachabilityFence(owner);
        owner = null;
        System.gc();
        assertThat(reachable.get()).isNotNull();
        tensor.close();
        for (int i = 0; i < 50 && reachable.get() != null; i++) {
            System.gc();
        }
        assertThat(reachable.get()).isNull();
        Reference.reachabilityFence(memory);
    }

    @Test
    void memoryBecomesATensorOnce() {
        AtomicInteger released = new AtomicInteger();
        MemorySegment owned = floats(1);
        ForeignMemory memory = ForeignMemory.at(owned.address(), 4).releasedBy(released::incrementAndGet);
        assertThatIllegalArgumentException().isThrownBy(() -> memory.asTensor(DType.FLOAT32, 2));
        memory.asTensor(DType.FLOAT32, 1).close();
        assertThat(released).hasValue(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> memory.asTensor(DType.FLOAT32, 1))
                .withMessage("this memory has become a tensor already");
        assertThat(released).hasValue(1);
        Reference.reachabilityFence(owned);
    }

    @Test
    void aCallbackMayUseTensorsAndItsFailureIsNotTheCallers() {
        List<Double> seen = new ArrayList<>();
        List<String> logged = new ArrayList<>();
        Logger log = Logger.getLogger(ReleaseQueue.class.getName());
        log.setFilter(record -> !logged.add(record.getThrown().getMessage()));
        MemorySegment owned = floats(1, 2);
        Tensor other = Tensor.fromSegment(floats(3), DType.FLOAT32, 1);
        ForeignMemory.at(owned.address(), 4)
                .releasedBy(() -> {
                    seen.add(other.item());
                    other.close();
                    throw new AssertionError("thrown by a test");
                })
                .asTensor(DType.FLOAT32, 1)
                .close();
        log.setFilter(null);
        assertThat(seen).containsExactly(3.0);
        assertThat(logged).containsExactly("thrown by a test");
        assertThat(other.isClosed()).isTrue();
        Reference.reachabilityFence(owned);
    }

    @Test
    void noMemoryIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForeignMemory.at(0, 8))
                .withMessage("8 bytes at address 0 are no memory");
        assertThatIllegalArgumentException().isThrownBy(() -> ForeignMemory.at(8, -1));
    }
}
