package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of a captured step, with a device that repeats the work; {@link CudaGraphTest} has those of a GPU. */
class CapturedStepTest {

    private long live;
    private final RepeatingStepDevice device = new RepeatingStepDevice();

    @BeforeEach
    void countLiveTensors() {
        live = Tensor.liveCount();
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(Tensor.liveCount()).isEqualTo(live);
    }

    /** A network of one weight that learns: each run changes it in place. Returns the loss and the step's count. */
    private static final class Learner implements UnaryOperator<List<Tensor>>, AutoCloseable {

        final Tensor weight =
                Torch.full(new long[] {3}, 0.5, DType.FLOAT32, Device.CPU).requires_grad_();
        final Tensor count = Torch.zeros(1);
        final List<Long> inputAddresses = new ArrayList<>();

        @Override
        public List<Tensor> apply(List<Tensor> inputs) {
            inputAddresses.add(inputs.getFirst().dataPointer());
            Tensor loss = inputs.getFirst().mul(weight).sum().square();
            Tensor grad = Autograd.grad(loss, List.of(weight)).getFirst();
            try (var _ = Autograd.noGrad()) {
                weight.sub_(grad.mul(0.01));
                count.add_(1);
            }
            return List.of(loss.detach(), count.clone());
        }

        @Override
        public void close() {
            weight.close();
            count.close();
        }
    }

    private static List<Double> losses(CapturedStep step, int runs) {
        List<Double> losses = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            try (Tensor batch = Tensor.of(i, 1, -i)) {
                List<Tensor> results = step.run(List.of(batch));
                losses.add(results.get(0).item());
                assertThat(results.get(1).item())
                        .as("the work was done once a run")
                        .isEqualTo(i + 1);
            }
        }
        return losses;
    }

    @Test
    void aCapturedStepGivesWhatTheEagerOneGives() {
        List<Double> eager;
        try (Learner learner = new Learner();
                CapturedStep step = CapturedStep.eager(learner)) {
            eager = losses(step, 8);
            assertThat(step.isCaptured()).isFalse();
        }
        try (Learner learner = new Learner();
                CapturedStep step = CapturedStep.on(device, 3, learner)) {
            assertThat(losses(step, 8)).isEqualTo(eager);
            assertThat(step.isCaptured()).isTrue();
            assertThat(device.captures).isEqualTo(1);
            assertThat(device.replays).isEqualTo(5);
        }
        try (Learner learner = new Learner();
                CapturedStep step = CapturedStep.withStaticInputs(learner)) {
            assertThat(losses(step, 8)).isEqualTo(eager);
            assertThat(learner.inputAddresses).containsOnly(learner.inputAddresses.getFirst());
        }
    }

    @Test
    void itReadsItsInputsAtOneAddress() {
        try (Learner learner = new Learner();
                CapturedStep step = CapturedStep.on(device, 2, learner)) {
            losses(step, 5);
            assertThat(learner.inputAddresses).hasSize(5).containsOnly(learner.inputAddresses.getFirst());
        }
    }

    @Test
    void resultsHoldUntilTheNextRun() {
        UnaryOperator<List<Tensor>> twice = inputs -> List.of(inputs.getFirst().mul(2));
        for (Supplier<CapturedStep> kind : List.<Supplier<CapturedStep>>of(
                () -> CapturedStep.eager(twice),
                () -> CapturedStep.withStaticInputs(twice),
                () -> CapturedStep.on(device, 1, twice))) {
            try (CapturedStep step = kind.get();
                    TensorScope _ = TensorScope.open()) {
                Tensor first;
                try (var _ = TensorScope.open()) {
                    first = step.run(List.of(Tensor.of(1))).getFirst();
                }
                assertThat(first.item()).isEqualTo(2);
                assertThat(step.run(List.of(Tensor.of(2))).getFirst().item()).isEqualTo(4);
                assertThatIllegalStateException().isThrownBy(first::item);
                assertThat(step.run(List.of(Tensor.of(3))).getFirst().item()).isEqualTo(6);
            }
        }
    }

    /** Closing a run's results must not close what others own. */
    @Test
    void whatTheWorkDoesNotOwnIsLeftAlone() {
        try (Tensor outside = Tensor.of(5)) {
            try (CapturedStep step = CapturedStep.on(device, 1, inputs -> List.of(outside, inputs.getFirst()))) {
                for (int i = 0; i < 3; i++) {
                    try (Tensor input = Tensor.of(i)) {
                        List<Tensor> results = step.run(List.of(input));
                        assertThat(results.get(0).item()).isEqualTo(5);
                        assertThat(results.get(1).item()).isEqualTo(i);
                    }
                }
            }
            assertThat(outside.item()).isEqualTo(5);
        }
    }

    /** The first result must not stay behind where the second one can't be kept. */
    @Test
    void workWhoseResultIsClosedLeavesNothing() {
        UnaryOperator<List<Tensor>> failing = inputs -> {
            Tensor sum = inputs.getFirst().sum();
            Tensor closed = sum.mul(2);
            closed.close();
            return List.of(sum, closed);
        };
        try (CapturedStep step = CapturedStep.on(device, 1, failing);
                Tensor input = Tensor.of(1, 2)) {
            assertThatIllegalStateException().isThrownBy(() -> step.run(List.of(input)));
        }
    }

    @Test
    void anotherShapeRunsTheOrdinaryWay() {
        try (CapturedStep step = CapturedStep.on(
                        device, 1, inputs -> List.of(inputs.getFirst().sum()));
                TensorScope _ = TensorScope.open()) {
            for (int i = 0; i < 3; i++) {
                assertThat(step.run(List.of(Tensor.of(1, 2))).getFirst().item()).isEqualTo(3);
            }
            assertThat(step.run(List.of(Tensor.of(1, 2, 3))).getFirst().item()).isEqualTo(6);
            assertThat(step.run(List.of(Tensor.of(4, 5))).getFirst().item()).isEqualTo(9);
            assertThat(device.captures).isEqualTo(1);
            assertThat(device.replays).isEqualTo(3);
        }
    }

    @Test
    void whatCannotBeCapturedGoesOnTheOrdinaryWay() {
        StepDevice refusing = new StepDevice() {
            @Override
            public List<Tensor> run(Supplier<List<Tensor>> work) {
                return work.get();
            }

            @Override
            public Captured capture(Supplier<List<Tensor>> work) {
                try (Tensor tensor = Tensor.of(1, 2)) {
                    tensor.item();
                    throw new AssertionError("two elements have no item");
                }
            }
        };
        try (Learner learner = new Learner();
                CapturedStep step = CapturedStep.on(refusing, 2, learner)) {
            assertThat(step.captureFailure()).isEmpty();
            losses(step, 5);
            assertThat(step.isCaptured()).isFalse();
            assertThat(step.captureFailure().orElseThrow()).hasMessageStartingWith("item(");
        }
    }
}
