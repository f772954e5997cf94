package org.gatun.vqgan.quantize;

import org.gatun.nn.Conv2d;
import org.gatun.nn.Embedding;
import org.gatun.nn.Init;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/**
 * Codes drawn from a categorical distribution by the Gumbel softmax (arXiv 1611.01144): a 1x1 convolution gives every position a logit
 * a code, noise is added, and softmax((logits + noise) / temperature) weighs the codes. Parameters {@code proj.weight},
 * {@code proj.bias}, {@code embed.weight}, as in the reference's {@code GumbelQuantize}.
 *
 * <p>In evaluation it takes the most probable code. The reference draws noise there too, so that a picture gets other codes each time.
 */
public final class GumbelQuantizer implements Quantizer {

    /** Inside the logarithm of the divergence, as the reference has it. */
    private static final double EPS = 1e-10;

    private final Conv2d proj;
    private final Embedding embed;
    private final QuantizerConfig.Gumbel config;
    private final Tensor used;
    private double temperature;

    /**
     * A quantizer of all codes.
     *
     * @param numHiddens channels of the features
     */
    public GumbelQuantizer(ParameterPath path, QuantizerConfig.Gumbel config, int numHiddens) {
        this(path, config, numHiddens, null);
    }

    /** @param used (U) int64, the codes that may be drawn; null for all. The caller's */
    GumbelQuantizer(ParameterPath path, QuantizerConfig.Gumbel config, int numHiddens, Tensor used) {
        this.proj = new Conv2d(path.at("proj"), numHiddens, config.numCodes(), 1, 1, 0);
        this.embed = new Embedding(path.at("embed"), config.numCodes(), config.dim(), Init.normal(0, 1));
        this.config = config;
        this.used = used;
        this.temperature = config.temperature().at(0);
    }

    @Override
    public void beginStep(long step) {
        temperature = config.temperature().at(step);
    }

    @Override
    public boolean followsSchedule() {
        return true;
    }

    @Override
    public Quantization quantize(Tensor z, QuantizerMode mode) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor logits = logits(z);
            Tensor noise = mode.noisy()
                    ? logits.empty_like().exponential_().log().neg() // minus the log of an exponential is Gumbel
                    : logits.zeros_like();
            return draw(z, logits, noise, temperature, config.straightThrough() || !mode.noisy())
                    .moveToOuter(scope);
        }
    }

    /**
     * With noise that is given.
     *
     * @param z (B, numHiddens, h, w)
     * @param noise (B, K, h, w)
     * @param hard whether a position gets one code rather than a mixture
     */
    public Quantization quantize(Tensor z, Tensor noise, double temperature, boolean hard) {
        try (TensorScope scope = TensorScope.open()) {
            return draw(z, logits(z), Positions.flatten(noise), temperature, hard)
                    .moveToOuter(scope);
        }
    }

    /** (B*h*w, U), for the codes in use. */
    private Tensor logits(Tensor z) {
        Tensor logits = Positions.flatten(proj.forward(z)); // (B*h*w, K)
        return used == null ? logits : logits.index_select(1, used);
    }

    private Quantization draw(Tensor z, Tensor logits, Tensor noise, double temperature, boolean hard) {
        Tensor soft = logits.add(noise).div(temperature).softmax(1); // (B*h*w, U)
        Tensor chosen = soft.argmax(1, true); // (B*h*w, 1)
        Tensor weights = soft;
        if (hard) {
            Tensor oneHot = soft.zeros_like().scatter_(1, chosen, 1);
            weights = oneHot.sub(soft.detach()).add(soft);
        }
        Tensor codes = used == null ? embed.weight() : embed.weight().index_select(0, used); // (U, D)
        Tensor indices = chosen.flatten();
        return Quantization.ofPositions(
                z,
                weights.mm(codes),
                divergence(logits).mul(config.klWeight()),
                used == null ? indices : used.index_select(0, indices));
    }

    /** KL(q || uniform) of the noiseless distribution, the mean over the positions. */
    private Tensor divergence(Tensor logits) {
        Tensor q = logits.softmax(1);
        return q.mul(q.mul(config.numCodes()).add(EPS).log()).sum(1).mean();
    }

    @Override
    public Tensor lookup(Tensor indices) {
        try (TensorScope scope = TensorScope.open()) {
            return scope.moveToOuter(Positions.lookup(embed.weight(), indices));
        }
    }

    @Override
    public int numCodes() {
        return config.numCodes();
    }
}
