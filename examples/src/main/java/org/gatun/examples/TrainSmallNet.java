package org.gatun.examples;

import java.util.List;
import org.gatun.nn.Linear;
import org.gatun.nn.Parameters;
import org.gatun.optim.Adam;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Generator;
import org.gatun.torch.LibTorch;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/** Learns exclusive or, which takes a hidden layer. */
final class TrainSmallNet {

    private static final int STEPS = 300;

    private TrainSmallNet() {}

    public static void main(String[] args) {
        System.out.println("libtorch " + LibTorch.version() + ", Gatun in "
                + (Tensor.class.getModule().isNamed() ? Tensor.class.getModule() : "the class path"));
        Generator.manualSeed(0);
        try (TensorScope _ = TensorScope.open();
                Parameters parameters = new Parameters(Device.CPU, DType.FLOAT32);
                Adam adam = new Adam(0.05, 0.9, 0.999, 1e-8)) {
            Linear hidden = new Linear(parameters.root().at("hidden"), 2, 8);
            Linear output = new Linear(parameters.root().at("output"), 8, 1);
            adam.add(parameters.parameters(), 0);

            Tensor x = Tensor.of(new float[] {0, 0, 0, 1, 1, 0, 1, 1}, 4, 2);
            Tensor target = Tensor.of(new float[] {0, 1, 1, 0}, 4, 1);
            double last = 0;
            for (int step = 1; step <= STEPS; step++) {
                try (TensorScope _ = TensorScope.open()) { // frees what a step makes
                    Tensor loss = output.forward(hidden.forward(x).tanh()).mse_loss(target);
                    List<Tensor> grads = Autograd.grad(loss, adam.parameters());
                    adam.step(grads);
                    last = loss.item();
                    if (step % 100 == 0) {
                        System.out.printf("  step %d: loss %.5f%n", step, last);
                    }
                }
            }
            if (last > 0.01) {
                throw new AssertionError("it has not learned: the loss is " + last);
            }
        }
    }
}
