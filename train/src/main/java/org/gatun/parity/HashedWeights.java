package org.gatun.parity;

import java.util.Map;
import org.gatun.nn.Parameters;
import org.gatun.torch.Autograd;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/**
 * Weights of LPIPS that a formula gives, so that a fixture need not hold VGG16: u(k)[i] = 2 frac(sin(12.9898 i + 78.233 k) 43758.5453)
 * - 1, rounded to float32 at the end. Convolution k gets sqrt(6 / fan_in) u(k) and the bias 0.05 u(100 + k), linear layer j |u(200 + j)|.
 */
final class HashedWeights {

    private HashedWeights() {}

    /** Fills the parameters of a {@link org.gatun.vqgan.Lpips}, whose convolutions come in the network's order. */
    static void fill(Parameters lpips) {
        int conv = 0;
        int lin = 0;
        for (Map.Entry<String, Tensor> entry : lpips.parameters().entrySet()) {
            Tensor parameter = entry.getValue();
            if (entry.getKey().startsWith("lin")) {
                fill(parameter, 200 + lin++, 1, true);
            } else if (entry.getKey().endsWith(".weight")) {
                long fanIn = parameter.numel() / parameter.size(0);
                fill(parameter, conv, Math.sqrt(6.0 / fanIn), false);
            } else {
                fill(parameter, 100 + conv++, 0.05, false);
            }
        }
        lpips.requiresGrad(false);
    }

    private static void fill(Tensor parameter, int k, double scale, boolean absolute) {
        float[] values = new float[Math.toIntExact(parameter.numel())];
        for (int i = 0; i < values.length; i++) {
            double sine = StrictMath.sin(12.9898 * i + 78.233 * k);
            // One rounding less: the product keeps the digits behind the integer part that is taken off.
            double fraction = Math.fma(sine, 43758.5453, -Math.floor(sine * 43758.5453));
            double u = 2 * fraction - 1;
            values[i] = (float) (scale * (absolute ? Math.abs(u) : u));
        }
        try (TensorScope _ = TensorScope.open();
                var _ = Autograd.noGrad()) {
            parameter.copy_(Tensor.of(values, parameter.shape()));
        }
    }
}
