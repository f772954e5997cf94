package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What belongs to a GPU says so where there is none, before it touches anything native. */
class WithoutCudaTest {

    private static final Device GPU = Device.cuda(0);

    @TestFactory
    Stream<DynamicTest> everyCallOfCudaSaysThatThereIsNone() {
        assumeFalse(Cuda.isAvailable(), "there is a GPU");
        return Stream.of(
                call("deviceName", () -> Cuda.deviceName(0)),
                call("computeCapability", () -> Cuda.computeCapability(0)),
                call("synchronize", () -> Cuda.synchronize(GPU)),
                call("memory statistics", () -> CudaMemory.of(GPU)),
                call("the memory of the device", () -> CudaMemory.ofWholeDevice(GPU)),
                call("resetPeak", () -> CudaMemory.resetPeak(GPU)),
                call("emptyCache", CudaMemory::emptyCache),
                call("the current stream", () -> CudaStream.current(GPU)),
                call("the default stream", () -> CudaStream.defaultOf(GPU)),
                call("a stream of the pool", () -> CudaStream.fromPool(GPU)),
                call("an external stream", () -> CudaStream.external(GPU, 1)),
                call("a stream's handle", () -> new CudaStream(GPU, 0).nativeHandle()),
                call("a stream's synchronize", () -> new CudaStream(GPU, 0).synchronize()),
                call("makeCurrent", () -> new CudaStream(GPU, 0).makeCurrent()),
                call("an event", () -> CudaEvent.create(GPU)),
                call("an event with a time", () -> CudaEvent.createTiming(GPU)),
                call("a capture", () -> CudaGraph.capture(new CudaStream(GPU, 1), () -> {})),
                call("a captured step", () -> CapturedStep.onGraph(GPU, 3, inputs -> inputs)),
                call("a pinned tensor", () -> PinnedMemory.empty(DType.FLOAT32, 2)),
                call("a pinned segment", () -> PinnedMemory.allocate(8, Arena.ofAuto())),
                call("memory of a GPU", () -> ForeignMemory.atDevice(GPU, 4096, 16)),
                call("a tensor", () -> Torch.zeros(new long[] {1}, DType.FLOAT32, GPU)));
    }

    private static DynamicTest call(String name, ThrowingCallable call) {
        return DynamicTest.dynamicTest(
                name,
                () -> assertThatIllegalArgumentException()
                        .isThrownBy(call)
                        .withMessageStartingWith("there is no GPU cuda:0: the libtorch in " + LibTorch.folder() + " ")
                        .withMessageContaining(Cuda.isBuilt() ? "sees none" : "is a CPU build"));
    }

    @Test
    void theCpuIsNoGpu() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CudaMemory.of(Device.CPU))
                .withMessage("a GPU is needed here, not the device cpu");
    }

    @Test
    void aStepNeedsARunBeforeItsCapture() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CapturedStep.on(new RepeatingStepDevice(), 0, _ -> List.of()))
                .withMessage("at least one run is needed before the capture");
    }
}
