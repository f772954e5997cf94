package org.gatun.gpt;

import java.util.Map;
import org.gatun.nn.Parameters;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Generator;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/** Small networks with parameters far from their beginnings, so that everything has an effect. */
final class Networks {

    static final int VOCABULARY = 11;

    private Networks() {}

    static GptConfig config(int blockSize, int nUnmasked) {
        return new GptConfig(VOCABULARY, blockSize, 2, 2, 16, 0, 0, 0, nUnmasked);
    }

    /** Llama's layers with one head of keys for both of queries, for a map of rows of 4 behind one token. */
    static GptConfig llama(int blockSize, int nUnmasked) {
        return config(blockSize, nUnmasked).withVariant(new GptVariant.Llama(1, 1, 4, 10000));
    }

    static Parameters parameters() {
        return new Parameters(Device.CPU, DType.FLOAT64);
    }

    /** Draws all parameters anew, N(0, 0.3²), norms around 1. */
    static void randomize(Parameters parameters, long seed) {
        Generator.manualSeed(seed);
        try (TensorScope _ = TensorScope.open();
                var _ = Autograd.noGrad()) {
            for (Map.Entry<String, Tensor> entry : parameters.parameters().entrySet()) {
                boolean norm = entry.getKey().matches(".*ln(1|2|_f)\\.weight");
                entry.getValue().normal_(norm ? 1 : 0, 0.3);
            }
        }
    }

    static Tensor randomTokens(long... shape) {
        return org.gatun.torch.Torch.randint(VOCABULARY, shape);
    }
}
