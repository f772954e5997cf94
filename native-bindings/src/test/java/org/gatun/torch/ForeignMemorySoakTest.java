package org.gatun.torch;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Wrap, use and drop, in an order that only chance knows, in a heap that leaks would fill. */
class ForeignMemorySoakTest {

    @Test
    void tenThousandRoundsLeakNothing() throws Exception {
        ChildJvm.Result result = new ChildJvm(Rounds.class)
                .option("-Xmx64m")
                .option("-XX:MaxDirectMemorySize=64m")
                .option("-XX:+UseSerialGC")
                .option("-Xcheck:jni")
                .run();
        assertThat(result.exitStatus()).as(result.output()).isZero();
        assertThat(result.output().strip())
                .isEqualTo("10000 rounds; live tensors 0, pending releases 0, callbacks missing 0");
    }

    static final class Rounds {

        private static final int ROUNDS = 10_000;
        private static final int OPEN = 64;
        // 64 KiB: all rounds together are ten times what the child may use.
        private static final int ELEMENTS = 16 * 1024;

        private static final Random RANDOM = new Random(7);
        private static final AtomicInteger OWED = new AtomicInteger();

        public static void main(String[] args) throws Exception {
            List<Tensor> open = new ArrayList<>();
            Path file = Files.write(Files.createTempFile("gatun", ".bin"), new byte[ELEMENTS * Float.BYTES]);
            try (FileChannel mapped = FileChannel.open(file, READ, WRITE, DELETE_ON_CLOSE);
                    ExecutorService otherThread = Executors.newSingleThreadExecutor()) {
                for (int round = 0; round < ROUNDS; round++) {
                    Tensor tensor = wrap(RANDOM.nextInt(6), mapped);
                    tensor.narrow(0, RANDOM.nextInt(100), 100).close();
                    open.add(RANDOM.nextBoolean() ? tensor : viewOf(tensor));
                    while (open.size() > RANDOM.nextInt(OPEN)) {
                        drop(open.remove(RANDOM.nextInt(open.size())), otherThread);
                    }
                }
                open.forEach(Tensor::close);
            }
            System.out.println(ROUNDS + " rounds; live tensors " + Tensor.liveCount() + ", pending releases "
                    + ReleaseQueue.pendingCount() + ", callbacks missing " + OWED);
        }

        private static Tensor wrap(int kind, FileChannel mapped) throws IOException {
            long bytes = (long) ELEMENTS * Float.BYTES;
            return switch (kind) {
                case 0 -> Tensor.fromSegment(Arena.ofAuto().allocate(bytes, 4), DType.FLOAT32, ELEMENTS);
                case 1 ->
                    ForeignMemory.of(ByteBuffer.allocateDirect((int) bytes)).asTensor(DType.FLOAT32, ELEMENTS);
                case 2 -> {
                    Arena arena = Arena.ofShared();
                    OWED.incrementAndGet();
                    yield ForeignMemory.at(arena.allocate(bytes, 4).address(), bytes)
                            .releasedBy(() -> {
                                arena.close();
                                OWED.decrementAndGet();
                            })
                            .asTensor(DType.FLOAT32, ELEMENTS);
                }
                case 3 -> {
                    ByteBuffer owner = ByteBuffer.allocateDirect((int) bytes);
                    yield ForeignMemory.at(MemorySegment.ofBuffer(owner).address(), bytes)
                            .keeping(owner)
                            .asTensor(DType.FLOAT32, ELEMENTS);
                }
                case 4 ->
                    Tensor.fromSegment(
                            mapped.map(FileChannel.MapMode.PRIVATE, 0, bytes, Arena.ofAuto()), DType.FLOAT32, ELEMENTS);
                default -> {
                    DLPackCapsule.Version version = DLPackCapsule.Version.values()[RANDOM.nextInt(2)];
                    try (Tensor own = Torch.zeros(ELEMENTS);
                            DLPackCapsule capsule = DLPackCapsule.of(own, version)) {
                        yield RANDOM.nextBoolean() ? capsule.toTensor() : own.alias();
                    }
                }
            };
        }

        private static Tensor viewOf(Tensor tensor) {
            try (tensor) {
                return tensor.narrow(0, 1, ELEMENTS - 1);
            }
        }

        private static void drop(Tensor tensor, ExecutorService otherThread) throws Exception {
            switch (RANDOM.nextInt(4)) {
                case 0 -> tensor.close();
                case 3 -> otherThread.submit(tensor::close).get();
                case 1 -> {
                    try (Arena arena = Arena.ofConfined()) {
                        MemorySegment seen = tensor.segment(arena);
                        tensor.close();
                        seen.setAtIndex(ValueLayout.JAVA_FLOAT, 0, 1);
                    }
                }
                default -> {
                    try (Tensor weight = Torch.ones(1).requires_grad_();
                            Tensor product = weight.mul(tensor);
                            Tensor sum = product.sum()) {
                        tensor.close(); // saved for the backward pass
                        Autograd.grad(sum, List.of(weight)).getFirst().close();
                    }
                }
            }
        }
    }
}
