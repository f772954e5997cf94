package org.gatun.vqgan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gatun.nn.Parameters;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Generator;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdversaryTest {

    @BeforeEach
    void seed() {
        Generator.manualSeed(3);
    }

    private static AdversarialConfig config(double lecamWeight, boolean conditional, int inChannels) {
        return new AdversarialConfig(
                0,
                0,
                1,
                1,
                AdaptiveWeight.REFERENCE,
                DiscriminatorLoss.VANILLA,
                lecamWeight,
                conditional,
                inChannels,
                8,
                1,
                false);
    }

    private static Tensor pictures(int channels) {
        return Torch.rand(new long[] {2, channels, 16, 16}, DType.FLOAT64);
    }

    @Test
    void theLossesOfTheDiscriminatorAreThoseOfTheirFormulas() {
        try (TensorScope _ = TensorScope.open()) {
            Tensor real = Tensor.of(new double[] {2, -1}, 2);
            Tensor fake = Tensor.of(new double[] {0.5, -3}, 2);

            // max(0, 1 - 2) = 0, max(0, 1 + 1) = 2; max(0, 1 + 0.5) = 1.5, max(0, 1 - 3) = 0
            assertThat(DiscriminatorLoss.HINGE.of(real, fake).item()).isCloseTo((1 + 0.75) / 2, within(1e-12));
            double vanilla = (Math.log1p(Math.exp(-2))
                            + Math.log1p(Math.exp(1))
                            + Math.log1p(Math.exp(0.5))
                            + Math.log1p(Math.exp(-3)))
                    / 4;
            assertThat(DiscriminatorLoss.VANILLA.of(real, fake).item()).isCloseTo(vanilla, within(1e-12));
        }
    }

    @Test
    void aConditionalDiscriminatorJudgesAPictureWithItsCondition() {
        try (TensorScope _ = TensorScope.open();
                Parameters parameters = new Parameters(Device.CPU, DType.FLOAT64)) {
            Adversary adversary = new Adversary(parameters.root(), config(0, true, 5));
            Tensor x = pictures(3);
            Tensor condition = pictures(2);
            double matching =
                    Adversary.generator(adversary.logits(x, condition)).item();
            double other =
                    Adversary.generator(adversary.logits(x, condition.neg())).item();

            assertThat(matching).isNotEqualTo(other);
            assertThatThrownBy(() -> Adversary.generator(adversary.logits(x, null)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("there is no condition");
        }
    }

    @Test
    void aConditionForADiscriminatorThatTakesNoneIsRefused() {
        try (TensorScope _ = TensorScope.open();
                Parameters parameters = new Parameters(Device.CPU, DType.FLOAT64)) {
            Adversary adversary = new Adversary(parameters.root(), config(0, false, 3));

            assertThatThrownBy(() -> Adversary.generator(adversary.logits(pictures(3), pictures(2))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("not conditional");
        }
    }

    @Test
    void lecamPenalisesLogitsBeyondTheAveragesOfTheOtherKind() {
        try (TensorScope _ = TensorScope.open();
                Parameters parameters = new Parameters(Device.CPU, DType.FLOAT64)) {
            LeCam lecam = new LeCam(parameters.root());
            Tensor real = Tensor.of(new double[] {3, 1}, 2).requires_grad_(true);
            Tensor fake = Tensor.of(new double[] {-2, 4}, 2);
            Tensor penalty = lecam.penalty(real, fake);
            double averageReal = 0.01 * 2;
            double averageFake = 0.01 * 1;

            assertThat(parameters.buffers().get("ema_real_logits_mean").item()).isCloseTo(averageReal, within(1e-12));
            assertThat(parameters.buffers().get("ema_fake_logits_mean").item()).isCloseTo(averageFake, within(1e-12));
            double expected = (square(3 - averageFake) + square(1 - averageFake)) / 2 + square(averageReal + 2) / 2;
            assertThat(penalty.item()).isCloseTo(expected, within(1e-12));
            // The averages are constants: d/dx of (x - average)² / 2.
            Tensor gradient = Autograd.grad(penalty, List.of(real)).getFirst();
            assertThat(gradient.select(0, 0).item()).isCloseTo(3 - averageFake, within(1e-12));
        }
    }

    /** As of a batch whose step the optimizers skip. */
    @Test
    void lecamsAveragesDoNotFollowLogitsThatAreNotFinite() {
        try (TensorScope _ = TensorScope.open();
                Parameters parameters = new Parameters(Device.CPU, DType.FLOAT64)) {
            LeCam lecam = new LeCam(parameters.root());
            lecam.penalty(Tensor.of(new double[] {3, Double.NaN}, 2), Tensor.of(new double[] {-2, 4}, 2));

            assertThat(parameters.buffers().get("ema_real_logits_mean").item()).isZero();
            assertThat(parameters.buffers().get("ema_fake_logits_mean").item()).isCloseTo(0.01, within(1e-12));
        }
    }

    private static double square(double x) {
        return x * x;
    }

    @Test
    void lecamCountsInTheDiscriminatorsLossByItsWeight() {
        try (TensorScope _ = TensorScope.open();
                Parameters parameters = new Parameters(Device.CPU, DType.FLOAT64)) {
            Adversary plain = new Adversary(parameters.root().at("plain"), config(0, false, 3));
            Adversary regularised = new Adversary(parameters.root().at("regularised"), config(0.5, false, 3));
            copy(parameters, "plain.", "regularised.");
            Tensor x = pictures(3);
            Tensor rec = pictures(3);
            Adversary.Discrimination without = plain.discriminator(x, plain.logits(rec, null), null);
            Adversary.Discrimination with = regularised.discriminator(x, regularised.logits(rec, null), null);

            assertThat(without.lecam()).isNull();
            assertThat(with.lecam().item()).isPositive();
            assertThat(with.loss().item())
                    .isCloseTo(without.loss().item() + 0.5 * with.lecam().item(), within(1e-12));
        }
    }

    private static void copy(Parameters parameters, String from, String to) {
        try (var _ = Autograd.noGrad()) {
            parameters.parameters().forEach((name, parameter) -> {
                if (name.startsWith(from)) {
                    parameters
                            .parameters()
                            .get(to + name.substring(from.length()))
                            .copy_(parameter);
                }
            });
        }
    }
}
