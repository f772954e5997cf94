package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.gatun.torch.ffm.gatun_h;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each on a thread of its own, which begins with nothing kept. */
class CpuCachingAllocatorTest {

    private static <T> T onNewThread(Callable<T> task) throws Exception {
        FutureTask<T> future = new FutureTask<>(task);
        Thread thread = new Thread(future);
        thread.start();
        thread.join();
        return future.get();
    }

    private static long keptAfterClosing(int count, long bytes) {
        List<Tensor> tensors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tensors.add(Torch.empty(new long[] {bytes}, DType.UINT8, Device.CPU));
        }
        tensors.forEach(Tensor::close);
        return gatun_h.gatun_cached_cpu_bytes();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 64", "64, 64", "65, 128", "257, 320", "4097, 5120", "16384, 16384", "16385, 0"})
    void aSmallBlockIsKept(long bytes, long kept) throws Exception {
        assertThat(onNewThread(() -> keptAfterClosing(1, bytes))).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"64, 1500, 65536", "4096, 50, 65536", "12288, 10, 61440", "16384, 10, 65536"})
    void ofOneSizeNoMoreThan64KiBAreKept(long bytes, int count, long kept) throws Exception {
        assertThat(onNewThread(() -> keptAfterClosing(count, bytes))).isEqualTo(kept);
    }

    @Test
    void theLastBlockFreedIsTheFirstToBeUsedAgain() throws Exception {
        List<Long> addresses = onNewThread(() -> {
            Tensor first = Tensor.of(1, 2, 3, 4);
            Tensor second = Tensor.of(1, 2, 3, 4);
            List<Long> seen = new ArrayList<>(List.of(first.dataPointer(), second.dataPointer()));
            first.close();
            second.close();
            try (Tensor third = Tensor.of(new long[] {1, 2, 3}, 3);
                    Tensor fourth = first(third)) {
                seen.addAll(List.of(third.dataPointer(), fourth.dataPointer()));
                assertThat(gatun_h.gatun_cached_cpu_bytes()).isZero();
                assertThat(third.toLongArray()).containsExactly(1, 2, 3);
                assertThat(fourth.toLongArray()).containsExactly(1);
            }
            return seen;
        });
        assertThat(addresses.get(2)).isEqualTo(addresses.get(1));
        assertThat(addresses.get(3)).isEqualTo(addresses.get(0));
    }

    /** A copy of the first element. */
    private static Tensor first(Tensor tensor) {
        try (Tensor view = tensor.narrow(0, 0, 1)) {
            return view.clone();
        }
    }

    @Test
    void aBlockIsKeptByTheThreadThatFreesIt() throws Exception {
        Tensor tensor = onNewThread(() -> Tensor.of(1, 2, 3, 4));
        long kept = onNewThread(() -> {
            tensor.close();
            return gatun_h.gatun_cached_cpu_bytes();
        });
        assertThat(kept).isEqualTo(64);
    }

    @Test
    void blocksAreAligned() throws Exception {
        onNewThread(() -> {
            for (int bytes = 1; bytes <= 20_000; bytes += 61) {
                try (Tensor tensor = Torch.empty(new long[] {bytes}, DType.UINT8, Device.CPU)) {
                    assertThat(tensor.dataPointer() % 64).as("%d bytes", bytes).isZero();
                }
            }
            return null;
        });
    }

    /** What they keep would be 320 MB together. */
    @Test
    void aThreadThatEndsFreesWhatItKept() throws Exception {
        ResidentMemory.assumeKnown();
        ChildJvm.Result result =
                new ChildJvm(ThreadsThatKeep320KiB.class).withResidentHeap().run();
        assertThat(result.exitStatus()).as(result.output()).isZero();
        assertThat(Long.parseLong(result.output().strip()))
                .as("resident megabytes more")
                .isLessThan(64);
    }

    static final class ThreadsThatKeep320KiB {
        public static void main(String[] args) throws Exception {
            keep();
            long before = ResidentMemory.kilobytes();
            for (int i = 0; i < 1000; i++) {
                long kept = onNewThread(ThreadsThatKeep320KiB::keep);
                assertThat(kept).isEqualTo(5 << 16);
            }
            System.out.println((ResidentMemory.kilobytes() - before) / 1024);
        }

        private static long keep() {
            List<Tensor> tensors = new ArrayList<>();
            for (long bytes : new long[] {256, 512, 1024, 2048, 4096}) {
                for (long i = 0; i < 65536 / bytes; i++) {
                    tensors.add(Torch.zeros(new long[] {bytes}, DType.UINT8, Device.CPU));
                }
            }
            tensors.forEach(Tensor::close);
            return gatun_h.gatun_cached_cpu_bytes();
        }
    }

    @Test
    void aPropertySwitchesItOff() throws Exception {
        ChildJvm.Result result = new ChildJvm(ClosesATensor.class)
                .option("-Dgatun.cpuCachingAllocator=false")
                .run();
        assertThat(result.exitStatus()).as(result.output()).isZero();
        assertThat(result.output().strip()).isEqualTo("0");
        assertThat(new ChildJvm(ClosesATensor.class).run().output().strip()).isEqualTo("64");
    }

    static final class ClosesATensor {
        public static void main(String[] args) {
            System.out.println(keptAfterClosing(1, 16));
        }
    }
}
