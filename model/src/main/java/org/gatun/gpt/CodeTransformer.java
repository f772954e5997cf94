package org.gatun.gpt;

import java.util.Arrays;
import java.util.List;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.gatun.torch.TorchException;

/**
 * The second stage without pictures (the reference's {@code Net2NetTransformer}): a {@link Gpt} that reads the tokens of a condition
 * and then the codes of a picture, p(s) = prod p(s_i | s_&lt;i, c). Codes go in and come out in raster order, (B, height * width).
 *
 * <p>Parameters are below {@code transformer}, the permuter's buffers below {@code permuter}.
 */
public final class CodeTransformer {

    private final CodeTransformerConfig config;
    private final Gpt gpt;
    private final Permuter permuter;

    public CodeTransformer(ParameterPath path, CodeTransformerConfig config) {
        this.config = config;
        this.gpt = new Gpt(path.at("transformer"), config.gpt());
        this.permuter = new Permuter(path.at("permuter"), config.order(), config.height(), config.width());
    }

    public CodeTransformerConfig config() {
        return config;
    }

    public Gpt gpt() {
        return gpt;
    }

    /** Where its parameters are. */
    public Device device() {
        return gpt.path().device();
    }

    public Permuter permuter() {
        return permuter;
    }

    /**
     * The mean cross entropy of the codes, a scalar.
     *
     * @param codes int64 (B, N) in raster order
     * @param condition int64 (B, C), tokens that stand before, at least one
     * @param training whether dropout and {@code pkeep} are on
     */
    public Tensor loss(Tensor codes, Tensor condition, boolean training) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor targets = permuter.forward(checked(codes));
            Tensor features = gpt.features(tokens(targets, condition, training), null, training);
            return scope.moveToOuter(loss(features, targets));
        }
    }

    /**
     * {@link #loss} in training and its gradients.
     *
     * @param parameters for what; there is a gradient for each, of the innermost open scope as the loss is
     * @param checkpointActivations whether the blocks are computed again in the backward pass, which needs less memory and gives the same
     * @throws IllegalArgumentException if they are, and draw dropout anew each time
     */
    public LossGradients gradients(
            Tensor codes, Tensor condition, List<Tensor> parameters, boolean checkpointActivations) {
        try (TensorScope scope = TensorScope.open()) {
            LossGradients result;
            if (checkpointActivations) {
                Tensor targets = permuter.forward(checked(codes));
                result = new CheckpointedTransformerPass(gpt)
                        .gradients(tokens(targets, condition, true), x -> loss(x, targets), parameters);
            } else {
                Tensor loss = loss(codes, condition, true);
                result = new LossGradients(loss.detach(), Autograd.grad(loss, parameters));
            }
            scope.moveToOuter(result.loss());
            result.gradients().forEach(scope::moveToOuter);
            return result;
        }
    }

    /** The condition (B, C) and, in the transformer's order, all codes (B, N) but the last. */
    private Tensor tokens(Tensor codes, Tensor condition, boolean training) {
        Tensor inputs = training && config.pkeep() < 1 ? withNoise(codes) : codes;
        return Torch.cat(List.of(condition, inputs.narrow(1, 0, config.codes() - 1)), 1);
    }

    /** Of the network's features (B, C + N - 1, width). */
    private Tensor loss(Tensor features, Tensor targets) {
        // Output i is about token i + 1: the codes begin with the last token of the condition.
        Tensor ofCodes = features.narrow(1, features.size(1) - config.codes(), config.codes());
        return Gpt.loss(gpt.logits(ofCodes), targets);
    }

    /** Each code is kept with probability {@code pkeep}, or else a random one. */
    private Tensor withNoise(Tensor codes) {
        Tensor kept = Torch.rand(codes.shape(), DType.FLOAT32, codes.device()).lt(config.pkeep());
        Tensor noise = Torch.randint(config.codebookSize(), codes.shape(), DType.INT64, codes.device());
        return Torch.where(kept, codes, noise);
    }

    /** Codes (B, N) of new pictures, one for each condition int64 (B, C). */
    public Tensor sample(Tensor condition, SamplingOptions options) {
        return sample(Prompt.of(condition), options, SamplingListener.NONE);
    }

    /**
     * Codes of new pictures.
     *
     * @param prompt the condition, and what is known of the codes, in raster order
     * @return int64 (B, N) in raster order
     * @throws IllegalArgumentException if the prompt does not fit, or lacks what guidance needs
     */
    public Tensor sample(Prompt prompt, SamplingOptions options, SamplingListener listener) {
        try (TensorScope scope = TensorScope.open();
                var _ = Autograd.noGrad()) {
            Prompt permuted = prompt.known() == null
                    ? prompt
                    : prompt.completing(permuter.forward(prompt.given()), permuter.forward(prompt.known()));
            Tensor codes = config.pkeep() == 0
                    ? new ParallelSampler(gpt, config.codebookSize()).sample(permuted, config.codes(), options)
                    : new AutoregressiveSampler(gpt, config.codebookSize())
                            .sample(permuted, config.codes(), options, new InRasterOrder(listener));
            return scope.moveToOuter(permuter.reverse(codes));
        }
    }

    /** Shows a listener the codes in raster order. */
    private final class InRasterOrder implements SamplingListener {

        private final SamplingListener listener;

        InRasterOrder(SamplingListener listener) {
            this.listener = listener;
        }

        @Override
        public void onToken(SamplingProgress progress) {
            listener.onToken(new SamplingProgress(progress.done(), progress.total(), () -> raster(progress.tokens())));
        }

        @Override
        public void onCapture() {
            listener.onCapture();
        }

        @Override
        public void onCaptureFailure(TorchException failure) {
            listener.onCaptureFailure(failure);
        }

        private Tensor raster(Tensor codes) {
            try (TensorScope scope = TensorScope.open()) {
                return scope.moveToOuter(permuter.reverse(codes));
            }
        }
    }

    private Tensor checked(Tensor codes) {
        if (codes.dim() != 2 || codes.size(1) != config.codes()) {
            throw new IllegalArgumentException(
                    "codes must have the shape (B, " + config.codes() + "), not " + Arrays.toString(codes.shape()));
        }
        return codes;
    }
}
