package org.gatun.torch;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tensor's memory, seen from Java. */
class TensorSegmentTest {

    private long live;

    @BeforeEach
    void countLiveTensors() {
        live = Tensor.liveCount();
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(Tensor.liveCount()).isEqualTo(live);
    }

    @Test
    void javaAndLibtorchSeeTheSameMemory() {
        try (Tensor tensor = Tensor.of(1, 2, 3)) {
            MemorySegment segment = tensor.segment();
            assertThat(segment.address()).isEqualTo(tensor.dataPointer());
            assertThat(segment.byteSize()).isEqualTo(3 * Float.BYTES);
            segment.setAtIndex(JAVA_FLOAT, 1, 20);
            assertThat(tensor.toFloatArray()).containsExactly(1, 20, 3);
            tensor.mul_(2);
            assertThat(segment.toArray(JAVA_FLOAT)).containsExactly(2, 40, 6);
        }
    }

    @Test
    void aViewStartsAtItsFirstElement() {
        try (Tensor tensor = Tensor.of(1, 2, 3);
                Tensor view = tensor.narrow(0, 1, 2)) {
            assertThat(view.segment().address()).isEqualTo(tensor.dataPointer() + Float.BYTES);
            assertThat(view.segment().toArray(JAVA_FLOAT)).containsExactly(2, 3);
        }
    }

    @Test
    void theSegmentDiesWithTheTensor() {
        Tensor tensor = Tensor.of(1, 2, 3);
        MemorySegment segment = tensor.segment();
        tensor.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> segment.get(JAVA_FLOAT, 0))
                .withMessage("Already closed");
    }

    @Test
    void theSegmentDiesWithTheScopeOfTheTensor() {
        MemorySegment segment;
        try (var _ = TensorScope.open()) {
            segment = Tensor.of(1, 2, 3).segment();
            assertThat(segment.get(JAVA_FLOAT, 0)).isEqualTo(1);
        }
        assertThatIllegalStateException().isThrownBy(() -> segment.get(JAVA_FLOAT, 0));
    }

    @Test
    void anotherThreadMayLookAtTheTensorOfAScope() throws Exception {
        MemorySegment segment;
        try (var _ = TensorScope.open();
                var other = Executors.newSingleThreadExecutor()) {
            Tensor tensor = Tensor.of(1, 2, 3);
            segment = other.submit(() -> tensor.segment()).get();
            assertThat(segment.get(JAVA_FLOAT, 8)).isEqualTo(3);
            assertThat(other.submit(() -> segment.get(JAVA_FLOAT, 4)).get()).isEqualTo(2);
        }
        assertThatIllegalStateException().isThrownBy(() -> segment.get(JAVA_FLOAT, 0));
    }

    /** C sorts the tensor's memory; in the middle of it Java would close the scope. */
    @Test
    void memoryThatCIsUsingStaysOpenAndTheScopeClosesTheRest() throws Throwable {
        Tensor sorted;
        TensorScope scope = TensorScope.open();
        try (Arena arena = Arena.ofConfined()) {
            sorted = Tensor.of(3, 1, 2);
            Tensor other = Tensor.of(4);
            List<Exception> failures = new ArrayList<>();
            Runnable closing = () -> {
                try {
                    scope.close();
                } catch (IllegalStateException e) {
                    failures.add(e);
                }
            };
            CSort.sort(sorted.segment(), 3, closing, arena);
            assertThat(failures).hasSize(1);
            assertThat(other.isClosed()).isTrue();
        }
        try (sorted) {
            assertThat(sorted.toFloatArray()).containsExactly(1, 2, 3);
        }
    }

    /** qsort of the C library on floats. */
    private static final class CSort {

        private static int compare(Runnable first, MemorySegment a, MemorySegment b) {
            first.run();
            return Float.compare(a.get(JAVA_FLOAT, 0), b.get(JAVA_FLOAT, 0));
        }

        static void sort(MemorySegment floats, long count, Runnable atEachComparison, Arena arena) throws Throwable {
            Linker linker = Linker.nativeLinker();
            AddressLayout toFloat = ADDRESS.withTargetLayout(JAVA_FLOAT);
            MethodHandle compare = MethodHandles.lookup()
                    .findStatic(
                            CSort.class,
                            "compare",
                            MethodType.methodType(int.class, Runnable.class, MemorySegment.class, MemorySegment.class))
                    .bindTo(atEachComparison);
            MemorySegment comparator =
                    linker.upcallStub(compare, FunctionDescriptor.of(JAVA_INT, toFloat, toFloat), arena);
            MethodHandle sort = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("qsort"),
                    FunctionDescriptor.ofVoid(ADDRESS, JAVA_LONG, JAVA_LONG, ADDRESS));
            sort.invokeExact(floats, count, (long) Float.BYTES, comparator);
        }
    }

    @Test
    void theSegmentOfAnArenaOutlivesTheTensorUntilTheArenaCloses() {
        MemorySegment segment;
        try (Arena arena = Arena.ofConfined()) {
            Tensor tensor = Tensor.of(1, 2, 3);
            segment = tensor.segment(arena);
            assertThat(segment.address()).isEqualTo(tensor.dataPointer());
            tensor.close();
            assertThat(segment.toArray(JAVA_FLOAT)).containsExactly(1, 2, 3);
            assertThat(Tensor.liveCount()).isEqualTo(live + 1);
        }
        assertThatIllegalStateException().isThrownBy(() -> segment.get(JAVA_FLOAT, 0));
    }

    @Test
    void aClosedArenaGetsNoSegment() {
        Arena arena = Arena.ofConfined();
        arena.close();
        try (Tensor tensor = Tensor.of(1)) {
            assertThatIllegalStateException().isThrownBy(() -> tensor.segment(arena));
            assertThat(Tensor.liveCount()).isEqualTo(live + 1);
        }
    }

    @Test
    void onlyDenseMemoryIsASegment() {
        try (Tensor tensor = Torch.zeros(2, 3);
                Tensor transposed = tensor.t()) {
            assertThatIllegalStateException()
                    .isThrownBy(transposed::segment)
                    .withMessage("only dense row-major memory can be viewed; this tensor has the strides [1, 3]:"
                            + " use contiguous()");
            assertThatIllegalStateException().isThrownBy(() -> transposed.segment(Arena.global()));
        }
    }

    @Test
    void theSegmentEndsWithTheTensor() {
        try (Tensor tensor = Tensor.of(1, 2)) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> tensor.segment().getAtIndex(JAVA_FLOAT, 2));
        }
    }
}
