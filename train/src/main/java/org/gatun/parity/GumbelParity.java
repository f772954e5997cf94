package org.gatun.parity;

import org.gatun.nn.Parameters;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.TensorScope;
import org.gatun.vqgan.quantize.GumbelQuantizer;
import org.gatun.vqgan.quantize.Quantization;
import org.gatun.vqgan.quantize.QuantizerConfig;
import org.gatun.vqgan.quantize.WarmUpCosineSchedule;

/** Kind {@code gumbel}: the Gumbel quantizer with the noise given. Its shapes are those of its parameters. */
public final class GumbelParity {

    /** Compares one fixture. */
    public ParityResult run(Fixture fixture) {
        Comparison comparison = new Comparison(fixture);
        double temperature = fixture.description().path("temp").asDouble(1);
        boolean hard = fixture.description().path("hard").asBoolean(true);
        long[] proj = fixture.shape("state.proj.weight"); // (K, numHiddens, 1, 1)
        long[] embed = fixture.shape("state.embed.weight"); // (K, D)
        try (TensorScope _ = TensorScope.open();
                Parameters parameters = new Parameters(Device.CPU, DType.FLOAT64)) {
            QuantizerConfig.Gumbel config = new QuantizerConfig.Gumbel(
                    Math.toIntExact(proj[0]),
                    Math.toIntExact(embed[1]),
                    fixture.description().path("kl_weight").asDouble(),
                    hard,
                    new WarmUpCosineSchedule(0, temperature, temperature, temperature, 1));
            GumbelQuantizer quantizer = new GumbelQuantizer(parameters.root(), config, Math.toIntExact(proj[1]));
            fixture.load(parameters);
            Quantization codes =
                    quantizer.quantize(fixture.float64("in.z"), fixture.float64("in.gumbel_noise"), temperature, hard);
            comparison.output("quant", codes.quantized());
            comparison.output("kl", codes.loss().view(fixture.shape("out.kl")));
            comparison.indices("indices", codes.indices());
        }
        return comparison.result();
    }
}
