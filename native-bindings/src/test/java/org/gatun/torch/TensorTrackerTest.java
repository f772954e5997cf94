package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TensorTrackerTest {

    @Test
    void tellsWhereOpenTensorsWereMade() throws IOException, InterruptedException {
        ChildJvm.Result child = new ChildJvm(LeaksATensor.class)
                .option("-Dgatun.trackTensors=true")
                .run();
        assertThat(child.exitStatus()).as(child.output()).isZero();
        assertThat(child.output().lines()).containsExactly("1 open, made by leak");
    }

    @Test
    void isOffUnlessAskedFor() {
        assertThatIllegalStateException()
                .isThrownBy(TensorTracker::openTensors)
                .withMessageContaining("-Dgatun.trackTensors=true");
    }

    @Test
    void aTensorThatTwoThreadsCloseAtOnceIsFreedOnce() throws IOException, InterruptedException {
        ChildJvm.Result child = new ChildJvm(ClosesByTwoThreads.class)
                .option("-Dgatun.trackTensors=true")
                .run();
        assertThat(child.exitStatus()).as(child.output()).isZero();
        assertThat(child.output().lines()).containsExactly("0 open");
    }

    /** Of two threads that see an open tensor, the later one is told. */
    static final class ClosesByTwoThreads {
        public static void main(String[] args) throws Exception {
            CyclicBarrier both = new CyclicBarrier(2);
            try (var other = Executors.newSingleThreadExecutor()) {
                for (int round = 0; round < 5_000; round++) {
                    Tensor tensor = Tensor.of(round);
                    Future<?> closed = other.submit(() -> close(tensor, both));
                    close(tensor, both);
                    closed.get();
                }
            }
            System.out.println(Tensor.liveCount() + " open");
        }

        private static Void close(Tensor tensor, CyclicBarrier both) throws Exception {
            both.await();
            try {
                tensor.close();
            } catch (IllegalStateException e) {
                if (!e.getMessage().equals("two threads closed the tensor at once")) {
                    throw e;
                }
            }
            return null;
        }
    }

    /** The child's program. */
    static final class LeaksATensor {
        public static void main(String[] args) {
            try (var _ = TensorScope.open()) {
                Tensor.of(1).mul(2);
            }
            Tensor.of(1, 2).close();
            leak();
            var open = TensorTracker.openTensors();
            boolean byLeak = Arrays.stream(open.getFirst().getStackTrace())
                    .anyMatch(frame -> frame.getMethodName().equals("leak"));
            System.out.println(open.size() + " open, made by " + (byLeak ? "leak" : "others"));
        }

        private static void leak() {
            Tensor.of(1, 2, 3);
        }
    }
}
