package org.gatun.torch;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gatun.torch.DLPackCapsule.Version;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(ClosesItsTensors.class)
class DLPackCapsuleTest {

    private final Arena arena = Arena.ofShared();

    @AfterEach
    void closeArena() {
        arena.close();
    }

    @ParameterizedTest
    @EnumSource
    void aTensorGoesOutAndComesBackAtTheSameAddress(Version version) {
        try (Tensor tensor = Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
                Tensor columns = tensor.narrow(1, 1, 2);
                Tensor column = columns.t();
                DLPackCapsule capsule = DLPackCapsule.of(column, version);
                Tensor back = capsule.toTensor()) {
            assertThat(back.dataPointer()).isEqualTo(column.dataPointer()).isEqualTo(tensor.dataPointer() + 4);
            assertThat(back.shape()).containsExactly(2, 2);
            assertThat(back.strides()).containsExactly(1, 3);
            assertThat(back.toFloatArray()).containsExactly(2, 5, 3, 6);
            back.fill_(0);
            assertThat(tensor.toFloatArray()).containsExactly(1, 0, 0, 4, 0, 0);
        }
    }

    @Test
    void whatIsHandedOutOutlivesTheTensor() {
        Tensor tensor = Tensor.of(1, 2);
        DLPackCapsule capsule = DLPackCapsule.of(tensor);
        tensor.close();
        Tensor back = capsule.toTensor();
        capsule.close();
        try (back) {
            assertThat(back.toFloatArray()).containsExactly(1, 2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void typesKeepTheirMeaning(DType dtype) {
        try (Tensor tensor = Torch.ones(new long[] {3}, dtype, Device.CPU);
                DLPackCapsule capsule = DLPackCapsule.of(tensor);
                Tensor back = capsule.toTensor()) {
            assertThat(back.dtype()).isEqualTo(dtype);
            assertThat(back.toDoubleArray()).containsExactly(1, 1, 1);
        }
    }

    @Test
    void theStructureSaysWhatTheTensorIs() {
        try (Tensor tensor = Torch.zeros(new long[] {1, 2, 3}, DType.INT64, Device.CPU);
                Tensor turned = tensor.transpose(0, 2);
                DLPackCapsule capsule = DLPackCapsule.of(turned, Version.V1)) {
            long address = capsule.release();
            DLPackStructure structure = DLPackStructure.ofAddress(address, Version.V1);
            assertThat(structure.data()).isEqualTo(tensor.dataPointer());
            assertThat(structure.deviceType()).isEqualTo(DLPackStructure.CPU);
            assertThat(structure.code()).isEqualTo(0);
            assertThat(structure.bits()).isEqualTo(64);
            assertThat(structure.lanes()).isEqualTo(1);
            assertThat(structure.shape()).containsExactly(3, 2, 1);
            assertThat(structure.strides()).containsExactly(1, 3, 1);
            assertThat(structure.byteOffset()).isZero();
            assertThat(structure.major()).isEqualTo(1);
            assertThat(structure.flags()).isZero();
            DLPackCapsule.at(address, Version.V1).close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theProducersDeleterRunsOnceAfterTheLastViewIsGone(Version version) {
        DLPackStructure structure = new DLPackStructure(arena, version);
        structure
                .data(arena.allocateFrom(JAVA_FLOAT, 1, 2, 3, 4, 5, 6))
                .type(2, 32, 1)
                .shape(2, 2)
                .strides(3, 1)
                .byteOffset(4);
        DLPackCapsule capsule = structure.capsule();
        Tensor tensor = capsule.toTensor();
        assertThat(tensor.dataPointer()).isEqualTo(structure.data() + 4);
        assertThat(tensor.toFloatArray()).containsExactly(2, 3, 5, 6);
        Tensor view = tensor.select(0, 0);
        tensor.close();
        capsule.close();
        assertThat(structure.deletions()).isZero();
        view.close();
        assertThat(structure.deletions()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aDeleterMayCallOperatorsWhileAScopeReleasesItsTensors(Version version) {
        DLPackStructure structure = new DLPackStructure(arena, version);
        structure
                .data(arena.allocateFrom(JAVA_FLOAT, 1, 2))
                .type(2, 32, 1)
                .shape(2)
                .afterDeletion(() -> Torch.zeros(2, 3).close());
        long live = Tensor.liveCount();
        try (TensorScope _ = TensorScope.open();
                DLPackCapsule capsule = structure.capsule()) {
            capsule.toTensor();
            Torch.ones(1);
            Torch.ones(2);
        }
        assertThat(structure.deletions()).isEqualTo(1);
        assertThat(Tensor.liveCount()).isEqualTo(live);
    }

    @ParameterizedTest
    @EnumSource
    void aCapsuleThatNobodyTookGivesTheMemoryBackOnce(Version version) {
        DLPackStructure structure = new DLPackStructure(arena, version);
        DLPackCapsule capsule = structure.capsule();
        capsule.close();
        capsule.close();
        assertThat(structure.deletions()).isEqualTo(1);
        assertThatIllegalStateException().isThrownBy(capsule::toTensor);
    }

    @Test
    void aCapsuleGoesOnOnce() {
        try (Tensor tensor = Tensor.of(1);
                DLPackCapsule capsule = DLPackCapsule.of(tensor)) {
            long address = capsule.release();
            assertThatIllegalStateException()
                    .isThrownBy(capsule::release)
                    .withMessage("the capsule was handed over, or closed");
            assertThatIllegalStateException().isThrownBy(capsule::toTensor);
            DLPackCapsule.at(address, Version.UNVERSIONED).toTensor().close();
        }
    }

    @Test
    void ofManyThreadsOneGetsTheCapsule() throws Exception {
        DLPackStructure structure = new DLPackStructure(arena, Version.UNVERSIONED);
        structure.data(arena.allocate(8)).type(0, 8, 1).shape(8);
        DLPackCapsule capsule = structure.capsule();
        List<Future<Tensor>> results = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                results.add(pool.submit(capsule::toTensor));
            }
        }
        List<Tensor> tensors = results.stream()
                .filter(result -> result.state() == Future.State.SUCCESS)
                .map(Future::resultNow)
                .toList();
        assertThat(tensors).hasSize(1);
        tensors.getFirst().close();
        assertThat(structure.deletions()).isEqualTo(1);
    }

    @Test
    void anEmptyTensorHasNoMemoryAndStillADeleter() {
        DLPackStructure structure = new DLPackStructure(arena, Version.UNVERSIONED);
        structure.type(2, 64, 1).shape(0, 3);
        try (Tensor tensor = structure.capsule().toTensor()) {
            assertThat(tensor.shape()).containsExactly(0, 3);
            assertThat(tensor.dtype()).isEqualTo(DType.FLOAT64);
        }
        assertThat(structure.deletions()).isEqualTo(1);
    }

    @Test
    void withoutStridesTheMemoryIsDense() {
        DLPackStructure structure = new DLPackStructure(arena, Version.UNVERSIONED);
        structure.data(arena.allocate(24)).type(0, 32, 1).shape(2, 3);
        try (Tensor tensor = structure.capsule().toTensor()) {
            assertThat(tensor.strides()).containsExactly(3, 1);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            2; 0; 32; 1; 2; 1; 0;  the memory is on cuda:0, which is not there
            4; 0; 32; 1; 2; 1; 0;  DLPack's device type 4 is not supported
            1; 5; 64; 1; 2; 1; 0;  DLPack's type of code 5, 64 bits and 1 lanes is not supported
            1; 2; 32; 4; 2; 1; 0;  DLPack's type of code 2, 32 bits and 4 lanes is not supported
            1; 0; 4;  1; 2; 1; 0;  DLPack's type of code 0, 4 bits and 1 lanes is not supported
            1; 0; 32; 1; -1; 1; 0; sizes and strides can't be negative
            1; 0; 32; 1; 2; -1; 0; sizes and strides can't be negative
            1; 0; 32; 1; 9223372036854775807; 2; 0; the shape is too large
            1; 0; 32; 1; 2; 1; 2;  the data is not aligned to the 4 bytes of its type
            """)
    void whatIsNoTensorOfOursIsRefusedAndStaysTheProducers(
            int deviceType, int code, int bits, int lanes, long size, long stride, long byteOffset, String reason) {
        DLPackStructure structure = new DLPackStructure(arena, Version.UNVERSIONED);
        structure
                .data(arena.allocate(64, 8))
                .deviceType(deviceType)
                .type(code, bits, lanes)
                .shape(size)
                .strides(stride)
                .byteOffset(byteOffset);
        assertRefused(structure, reason);
    }

    @Test
    void whatIsMissingOrUnreadableIsRefused() {
        assertRefused(
                new DLPackStructure(arena, Version.UNVERSIONED).type(0, 8, 1).shape(2), "the data pointer is null");
        assertRefused(
                new DLPackStructure(arena, Version.UNVERSIONED).type(0, 8, 1).dimensions(1), "the shape is missing");
        assertRefused(
                new DLPackStructure(arena, Version.UNVERSIONED).type(0, 8, 1).dimensions(-1),
                "a tensor can't have -1 dimensions");
        assertRefused(
                new DLPackStructure(arena, Version.V1).version(2, 1), "it is of DLPack 2.1; version 1 is understood");
        assertRefused(
                new DLPackStructure(arena, Version.V1)
                        .data(arena.allocate(8))
                        .type(0, 8, 1)
                        .shape(8)
                        .flags(1),
                "the memory is read-only, tensors are writable; export a copy");
        assertThatIllegalArgumentException().isThrownBy(() -> DLPackCapsule.at(0, Version.V1));
    }

    private static void assertRefused(DLPackStructure structure, String reason) {
        DLPackCapsule capsule = structure.capsule();
        assertThatExceptionOfType(TorchException.class)
                .isThrownBy(capsule::toTensor)
                .withMessage("from_dlpack(): " + reason);
        assertThat(structure.deletions()).isZero();
        capsule.close();
        assertThat(structure.deletions()).isEqualTo(1);
    }

    @Test
    void aTensorThatRequiresGradientsDoesNotLeave() {
        try (Tensor tensor = Tensor.of(1).requires_grad_()) {
            assertThatExceptionOfType(TorchException.class)
                    .isThrownBy(() -> DLPackCapsule.of(tensor))
                    .withMessage("to_dlpack((1) float32): a tensor that requires gradients can't be exported,"
                            + " they would not follow; use detach()");
        }
    }

    @Test
    void memoryOfJavaGoesThroughBothWays() {
        MemorySegment memory = Arena.ofAuto().allocate(8, 4);
        Tensor tensor = Tensor.fromSegment(memory, DType.FLOAT32, 2);
        DLPackCapsule capsule = DLPackCapsule.of(tensor);
        tensor.close();
        try (Tensor back = capsule.toTensor()) {
            assertThat(back.dataPointer()).isEqualTo(memory.address());
            assertThat(ReleaseQueue.pendingCount()).isEqualTo(1);
        }
        assertThat(ReleaseQueue.pendingCount()).isZero();
    }
}
