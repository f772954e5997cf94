package org.gatun.parity;

import java.util.List;
import org.gatun.nn.Parameters;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.vqgan.Lpips;

/** Kind {@code lpips}: the perceptual distance with hashed weights, and the gradient of its sum for the second picture. */
final class LpipsParity {

    /** Compares one fixture. */
    public ParityResult run(Fixture fixture) {
        Comparison comparison = new Comparison(fixture);
        try (TensorScope _ = TensorScope.open();
                Parameters parameters = fixture.parameters(DType.FLOAT64)) {
            Lpips lpips = new Lpips(parameters.root());
            HashedWeights.fill(parameters);
            Tensor b = fixture.float64("in.b").requires_grad_(true);
            Tensor value = lpips.forward(fixture.float64("in.a"), b);
            comparison.output("value", value);
            comparison.gradient("b", Autograd.grad(value.sum(), List.of(b)).getFirst(), 0);
        }
        return comparison.result();
    }

    /** Compares the distance alone. */
    ParityResult forwardInFloat32(Fixture fixture) {
        Comparison comparison = new Comparison(fixture, ParityResult.FLOAT32_BOUND);
        try (TensorScope _ = TensorScope.open();
                Parameters parameters = fixture.parameters(DType.FLOAT32)) {
            Lpips lpips = new Lpips(parameters.root());
            HashedWeights.fill(parameters);
            comparison.output("value", lpips.forward(fixture.float32("in.a"), fixture.float32("in.b")));
        }
        return comparison.result();
    }
}
