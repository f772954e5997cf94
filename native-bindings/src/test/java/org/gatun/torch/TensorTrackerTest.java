package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.Arrays;
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
