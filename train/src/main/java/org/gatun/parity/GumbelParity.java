package org.gatun.parity;

import org.gatun.nn.Parameters;
import org.gatun.torch.DType;
import org.gatun.torch.TensorScope;
import org.gatun.vqgan.quantize.GumbelQuantizer;
import org.gatun.vqgan.quantize.Quantization;
import org.gatun.vqgan.quantize.QuantizerConfig;
import org.gatun.vqgan.quantize.WarmUpCosineSchedule;

/** Kind {@code gumbel}: the Gumbel quantizer with the noise given. Its shapes are those of its parameters. */
final class GumbelParity {

    /** Compares one fixture. */
    public ParityResult run(Fixture fixture) {
        Comparison comparison = new Comparison(fixture);
        try (TensorScope _ = TensorScope.open();
                Parameters parameters = fixture.parameters(DType.FLOAT64)) {
            Quantization codes = quantize(fixture, parameters);
            comparison.output("quant", codes.quantized());
            comparison.output("kl", codes.loss().view(fixture.shape("out.kl")));
            comparison.indices("indices", codes.indices());
        }
        return comparison.result();
    }

    /** Compares the divergence, and counts the codes that fall to others. */
    ParityResult forwardInFloat32(Fixture fixture) {
        Comparison comparison = new Comparison(fixture, ParityResult.FLOAT32_BOUND);
        try (TensorScope _ = TensorScope.open();
                Parameters parameters = fixture.parameters(DType.FLOAT32)) {
            Quantization codes = quantize(fixture, parameters);
            comparison.output("kl", codes.loss().view(fixture.shape("out.kl")));
            comparison.countIndices("indices", codes.indices());
        }
        return comparison.result();
    }

    private static Quantization quantize(Fixture fixture, Parameters parameters) {
        double temperature = fixture.description().path("temp").asDouble(1);
        boolean hard = fixture.description().path("hard").asBoolean(true);
        long[] proj = fixture.shape("state.proj.weight"); // (K, numHiddens, 1, 1)
        long[] embed = fixture.shape("state.embed.weight"); // (K, D)
        QuantizerConfig.Gumbel config = new QuantizerConfig.Gumbel(
                Math.toIntExact(proj[0]),
                Math.toIntExact(embed[1]),
                fixture.description().path("kl_weight").asDouble(),
                hard,
                new WarmUpCosineSchedule(0, temperature, temperature, temperature, 1));
        GumbelQuantizer quantizer = new GumbelQuantizer(parameters.root(), config, Math.toIntExact(proj[1]));
        fixture.load(parameters);
        DType dtype = parameters.dtype();
        return quantizer.quantize(
                fixture.tensor("in.z").to(dtype),
                fixture.tensor("in.gumbel_noise").to(dtype),
                temperature,
                hard);
    }
}
