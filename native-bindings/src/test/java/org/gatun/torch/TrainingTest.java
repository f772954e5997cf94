package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A two-layer network with Adam: whether it learns, and whether it leaves memory as it found it. */
class TrainingTest {

    /** y = tanh(x w1 + b1) w2 + b2, with the state of Adam. */
    private static final class Network implements AutoCloseable {

        private final List<Tensor> parameters;
        private final List<Tensor> expAvgs = new ArrayList<>();
        private final List<Tensor> expAvgSqs = new ArrayList<>();
        private final List<Tensor> steps = new ArrayList<>();

        Network(int inputs, int hidden) {
            Generator.manualSeed(1);
            parameters = List.of(
                    Torch.randn(inputs, hidden),
                    Torch.zeros(hidden),
                    Torch.randn(hidden, 1).div_(Math.sqrt(hidden)),
                    Torch.zeros(1));
            for (Tensor parameter : parameters) {
                parameter.requires_grad_();
                expAvgs.add(parameter.zeros_like());
                expAvgSqs.add(parameter.zeros_like());
                steps.add(Torch.zeros());
            }
        }

        Tensor forward(Tensor x) {
            Tensor hidden = x.matmul(parameters.get(0)).add(parameters.get(1)).tanh();
            return hidden.matmul(parameters.get(2)).add(parameters.get(3));
        }

        double step(Tensor x, Tensor y) {
            try (var _ = TensorScope.open()) {
                Tensor loss = forward(x).mse_loss(y);
                List<Tensor> grads = Autograd.grad(loss, parameters);
                Torch._foreach_add_(steps, 1);
                try (var _ = Autograd.noGrad()) {
                    Torch._fused_adam_(
                            parameters,
                            grads,
                            expAvgs,
                            expAvgSqs,
                            List.of(),
                            steps,
                            0.02,
                            0.9,
                            0.999,
                            0,
                            1e-8,
                            false,
                            false);
                }
                return loss.item();
            }
        }

        @Override
        public void close() {
            for (List<Tensor> tensors : List.of(parameters, expAvgs, expAvgSqs, steps)) {
                tensors.forEach(Tensor::close);
            }
        }
    }

    @Test
    void aSmallNetworkLearnsExclusiveOr() {
        try (Network network = new Network(2, 8);
                Tensor x = Tensor.of(new float[] {0, 0, 0, 1, 1, 0, 1, 1}, 4, 2);
                Tensor y = Tensor.of(new float[] {0, 1, 1, 0}, 4, 1)) {
            double first = network.step(x, y);
            double last = first;
            for (int i = 0; i < 500; i++) {
                last = network.step(x, y);
            }
            assertThat(first).isGreaterThan(0.1);
            assertThat(last).isLessThan(1e-4);
        }
    }

    @Test
    void thousandsOfStepsLeaveTensorsAndMemoryWhereTheyWere() throws IOException, InterruptedException {
        ResidentMemory.assumeKnown();
        ChildJvm.Result child =
                new ChildJvm(TrainsForThousandsOfSteps.class).withResidentHeap().run();
        assertThat(child.exitStatus()).as(child.output()).isZero();
        String[] growth = child.output().strip().split(" ");
        assertThat(Long.parseLong(growth[0])).as("live tensors more").isZero();
        assertThat(Long.parseLong(growth[1])).as("at most live at once, more").isBetween(1L, 30L);
        // One activation, or one gradient of the first weights, lost a step would be 47 MB.
        assertThat(Long.parseLong(growth[2])).as("resident megabytes more").isLessThan(16);
        assertThat(Long.parseLong(growth[3])).as("live tensors at the end").isZero();
    }

    /** The child's program. */
    static final class TrainsForThousandsOfSteps {
        public static void main(String[] args) throws IOException {
            LibTorch.setNumThreads(1);
            try (Network network = new Network(64, 64);
                    Tensor x = Torch.randn(64, 64);
                    Tensor y = Torch.randn(64, 1)) {
                // What is made once: caches, compiled code.
                for (int i = 0; i < 1000; i++) {
                    network.step(x, y);
                }
                long live = Tensor.liveCount();
                long resident = ResidentMemory.kilobytes();
                Tensor.resetPeakCount();
                for (int i = 0; i < 3000; i++) {
                    network.step(x, y);
                }
                System.out.print(Tensor.liveCount() - live + " " + (Tensor.peakCount() - live) + " "
                        + (ResidentMemory.kilobytes() - resident) / 1024 + " ");
            }
            System.out.println(Tensor.liveCount());
        }
    }
}
