package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Streams, events, memory and the generator of a GPU. */
@EnabledIf(value = "org.gatun.torch.Cuda#isAvailable", disabledReason = "there is no GPU")
class CudaTest {

    private static final Device GPU = Device.cuda(0);
    private static final long MEBIBYTE = 1 << 20;

    private TensorScope scope;

    @BeforeEach
    void open() {
        scope = TensorScope.open();
    }

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void theDeviceSaysWhatItIs() {
        assertThat(Cuda.deviceName(0)).isNotBlank();
        assertThat(Cuda.computeCapability(0)).isGreaterThanOrEqualTo(50);
    }

    @Test
    void streamsHaveHandlesAndTheCurrentOneCanBeChanged() {
        CudaStream before = CudaStream.current(GPU);
        CudaStream stream = CudaStream.fromPool(GPU);
        assertThat(stream).isNotEqualTo(CudaStream.defaultOf(GPU));
        assertThat(stream.nativeHandle()).isNotZero();
        assertThat(CudaStream.defaultOf(GPU).nativeHandle()).isZero();
        try (CudaStream.Guard _ = stream.makeCurrent()) {
            assertThat(CudaStream.current(GPU)).isEqualTo(stream);
            CudaStream external = CudaStream.external(GPU, stream.nativeHandle());
            assertThat(external.nativeHandle()).isEqualTo(stream.nativeHandle());
        }
        assertThat(CudaStream.current(GPU)).isEqualTo(before);
    }

    @Test
    void anEventTellsWhenAndHowLong() {
        CudaStream stream = CudaStream.current(GPU);
        try (CudaEvent start = CudaEvent.createTiming(GPU);
                CudaEvent end = CudaEvent.createTiming(GPU)) {
            assertThat(start.isDone()).isTrue();
            start.record(stream);
            Tensor x = Torch.ones(new long[] {1024, 1024}, DType.FLOAT32, GPU);
            for (int i = 0; i < 100; i++) {
                x = x.matmul(x).clamp(-1, 1);
            }
            end.record(stream);
            end.synchronize();
            assertThat(end.isDone()).isTrue();
            assertThat(end.millisecondsSince(start)).isPositive();
        }
    }

    @Test
    void oneStreamWaitsForAnother() {
        CudaStream writer = CudaStream.fromPool(GPU);
        Tensor x = Torch.zeros(new long[] {1 << 20}, DType.FLOAT32, GPU);
        writer.waitFor(CudaStream.current(GPU));
        try (CudaStream.Guard _ = writer.makeCurrent()) {
            for (int i = 0; i < 200; i++) {
                x.add_(1);
            }
        }
        CudaStream.current(GPU).waitFor(writer);
        assertThat(x.min().item()).isEqualTo(200);
    }

    @Test
    void aClosedEventIsRefused() {
        CudaEvent event = CudaEvent.create(GPU);
        event.close();
        event.close();
        assertThatIllegalStateException().isThrownBy(event::isDone).withMessage("the event is closed");
    }

    @Test
    void theAllocatorCountsBytes() {
        Cuda.synchronize(GPU);
        CudaMemory.resetPeak(GPU);
        CudaMemory before = CudaMemory.of(GPU);
        assertThat(before.peakAllocated()).isEqualTo(before.allocated());
        Tensor tensor = Torch.zeros(new long[] {64 * MEBIBYTE}, DType.UINT8, GPU);
        assertThat(CudaMemory.of(GPU).allocated()).isEqualTo(before.allocated() + 64 * MEBIBYTE);
        tensor.close();
        CudaMemory after = CudaMemory.of(GPU);
        assertThat(after.allocated()).isEqualTo(before.allocated());
        assertThat(after.peakAllocated()).isEqualTo(before.allocated() + 64 * MEBIBYTE);
        assertThat(after.reserved()).isGreaterThanOrEqualTo(64 * MEBIBYTE);
        assertThat(after.peakReserved()).isGreaterThanOrEqualTo(after.reserved());
        CudaMemory.emptyCache();
        assertThat(CudaMemory.of(GPU).reserved()).isLessThan(after.reserved());
        CudaMemory.Total total = CudaMemory.ofWholeDevice(GPU);
        assertThat(total.free()).isPositive().isLessThan(total.total());
    }

    @Test
    void pinnedMemoryIsCopiedFromAndTo() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment segment = PinnedMemory.allocate(4 * Float.BYTES, arena);
            assertThat(segment.byteSize()).isEqualTo(4 * Float.BYTES);
            segment.fill((byte) 0);
        }
        Tensor pinned = PinnedMemory.empty(DType.FLOAT32, 2, 2);
        assertThat(pinned.device()).isEqualTo(Device.CPU);
        MemorySegment memory = pinned.segment();
        for (int i = 0; i < 4; i++) {
            memory.setAtIndex(ValueLayout.JAVA_FLOAT, i, i);
        }
        Tensor there = pinned.to(null, GPU, true, false, null);
        Tensor back = PinnedMemory.empty(DType.FLOAT32, 2, 2).copy_(there.mul(3), true);
        CudaStream.current(GPU).synchronize();
        assertThat(back.toFloatArray()).containsExactly(0, 3, 6, 9);
    }

    @Test
    void theGeneratorOfTheGpuContinuesFromItsState() {
        Generator generator = new Generator(GPU);
        generator.seed(9);
        Tensor state = generator.state();
        float[] first = Torch.randn(new long[] {50}, DType.FLOAT32, GPU).toFloatArray();
        assertThat(Torch.randn(new long[] {50}, DType.FLOAT32, GPU).toFloatArray())
                .isNotEqualTo(first);
        generator.setState(state);
        assertThat(Torch.randn(new long[] {50}, DType.FLOAT32, GPU).toFloatArray())
                .isEqualTo(first);
    }

    @Test
    void tensorsTellTheAddressOnTheirDevice() {
        Tensor x = Torch.zeros(new long[] {4}, DType.FLOAT32, GPU);
        assertThat(x.narrow(0, 1, 2).dataPointer()).isEqualTo(x.dataPointer() + Float.BYTES);
    }

    @Test
    void memoryOfTheGpuIsWrappedWithoutACopyAndReleasedOnce() {
        Tensor owner = Torch.arange(6, DType.FLOAT32, GPU);
        AtomicInteger released = new AtomicInteger();
        Tensor view = ForeignMemory.atDevice(GPU, owner.dataPointer(), 6 * Float.BYTES)
                .releasedBy(released::incrementAndGet)
                .asTensor(DType.FLOAT32, 2, 3);
        assertThat(view.device()).isEqualTo(GPU);
        assertThat(view.dataPointer()).isEqualTo(owner.dataPointer());
        view.mul_(2);
        assertThat(owner.toFloatArray()).containsExactly(0, 2, 4, 6, 8, 10);
        assertThat(released).hasValue(0);
        view.close();
        assertThat(released).hasValue(1);
    }
}
