package org.gatun.vqgan;

import java.util.ArrayList;
import java.util.List;
import org.gatun.optim.Adam;
import org.gatun.optim.GradientSum;
import org.gatun.torch.Autocast;
import org.gatun.torch.Autograd;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.gatun.vqgan.quantize.Quantization;
import org.gatun.vqgan.quantize.QuantizerMode;

/** One step of training: of the autoencoder, then of the discriminator. */
public final class VqganStep {

    private final VqModel model;
    private final VqganLoss loss;
    private final Adam autoencoderOptimizer;
    private final Adam discriminatorOptimizer;
    private final TrainingOrder order;
    private final int parts;
    private final boolean checkpointActivations;

    /** Takes each batch as a whole. */
    public VqganStep(
            VqModel model,
            VqganLoss loss,
            Adam autoencoderOptimizer,
            Adam discriminatorOptimizer,
            TrainingOrder order) {
        this(model, loss, autoencoderOptimizer, discriminatorOptimizer, order, 1, false);
    }

    /**
     * Takes each batch in parts, which need less memory (gradient accumulation). The losses and gradients are the means over the parts;
     * the adaptive weight and the discriminator's batch statistics are those of each part by itself.
     *
     * @param parts of the same size, at least one
     * @param checkpointActivations whether encoder and decoder are computed again, block by block, in the backward pass, which needs
     *     less memory and more time; the gradients are the same
     * @throws IllegalArgumentException if that is wanted in the reference's order, or with dropout
     */
    public VqganStep(
            VqModel model,
            VqganLoss loss,
            Adam autoencoderOptimizer,
            Adam discriminatorOptimizer,
            TrainingOrder order,
            int parts,
            boolean checkpointActivations) {
        if (checkpointActivations
                && (order != TrainingOrder.FAST || model.config().autoencoder().dropout() > 0)) {
            throw new IllegalArgumentException(
                    "activations are checkpointed in the fast order alone, and without dropout");
        }
        if (parts < 1) {
            throw new IllegalArgumentException("a batch is taken in one part at least, not " + parts);
        }
        this.model = model;
        this.loss = loss;
        this.autoencoderOptimizer = autoencoderOptimizer;
        this.discriminatorOptimizer = discriminatorOptimizer;
        this.order = order;
        this.parts = parts;
        this.checkpointActivations = checkpointActivations;
    }

    /**
     * Trains on one batch.
     *
     * @param x (B, 3, H, W) in [-1, 1], or one-hot segmentation maps (B, classes, H, W)
     * @param step the number of steps done before
     * @return what was measured; its tensors belong to the innermost open scope
     */
    public VqganLosses run(Tensor x, long step) {
        return run(x, null, step);
    }

    /**
     * Trains on one batch.
     *
     * @param condition (B, C', H, W), what a conditional discriminator sees beside the pictures; null for one that is not
     * @see #run(Tensor, long)
     */
    public VqganLosses run(Tensor x, Tensor condition, long step) {
        model.quantizer().beginStep(step);
        try (TensorScope scope = TensorScope.open()) {
            double factor = loss.config().discFactor(step);
            VqganLosses losses = run(
                    x,
                    condition,
                    hasDiscriminator(factor) ? Torch.full(new long[0], factor, x.dtype(), x.device()) : null);
            losses.tensors().forEach(scope::moveToOuter);
            return losses;
        }
    }

    /**
     * Whether the discriminator takes part in a step. With the factor 0, before its start, it does so in the reference's order alone, and
     * not if it never starts.
     *
     * @param discFactor {@link LossConfig#discFactor}
     */
    public boolean hasDiscriminator(double discFactor) {
        boolean beforeItsStart =
                order == TrainingOrder.REFERENCE && loss.config().discStart() != Long.MAX_VALUE;
        return loss.adversary().isPresent() && (beforeItsStart || discFactor != 0);
    }

    /**
     * Trains on one batch, where all that changes from step to step is in tensors, so that the step can be captured as a CUDA graph. The
     * quantizer must have been told that it begins.
     *
     * @param discFactor {@link LossConfig#discFactor}, a scalar; null for a step without the discriminator
     * @throws IllegalArgumentException if the batch does not divide into parts
     * @see #run(Tensor, Tensor, long)
     */
    public VqganLosses run(Tensor x, Tensor condition, Tensor discFactor) {
        long size = x.size(0) / parts;
        if (size * parts != x.size(0)) {
            throw new IllegalArgumentException("a batch of " + x.size(0) + " does not divide into " + parts + " parts");
        }
        try (TensorScope scope = TensorScope.open();
                GradientSum autoencoder = new GradientSum(parts);
                GradientSum discriminator = new GradientSum(parts)) {
            List<VqganLosses> losses = new ArrayList<>();
            for (int part = 0; part < parts; part++) {
                boolean last = part == parts - 1;
                Tensor pictures = parts == 1 ? x : x.narrow(0, part * size, size);
                Tensor beside = condition == null || parts == 1 ? condition : condition.narrow(0, part * size, size);
                losses.add(run(pictures, beside, discFactor, autoencoder, discriminator, last));
            }
            VqganLosses mean = VqganLosses.mean(losses);
            mean.tensors().forEach(scope::moveToOuter);
            return mean;
        }
    }

    /** Adds the gradients of one part, and steps after the last one. */
    private VqganLosses run(
            Tensor x,
            Tensor condition,
            Tensor discFactor,
            GradientSum autoencoder,
            GradientSum discriminator,
            boolean last) {
        try (TensorScope scope = TensorScope.open()) {
            Gradients gradients = switch (order) {
                case REFERENCE -> referenceGradients(x, condition, discFactor);
                case FAST -> fastGradients(x, condition, discFactor);
            };
            autoencoder.add(gradients.grads);
            gradients.grads.forEach(Tensor::close);
            if (last) {
                autoencoderOptimizer.step(autoencoder.mean());
                autoencoder.close(); // before the discriminator's graph
            }
            Adversary.Discrimination discrimination = null;
            if (discFactor != null) {
                Tensor fake = order == TrainingOrder.FAST
                        ? gradients.fake
                        : loss.adversary().orElseThrow().logits(reconstructAgain(x), condition);
                discrimination = loss.adversary().orElseThrow().discriminator(x, fake, condition);
                discriminator.add(
                        Autograd.grad(discrimination.loss().mul(discFactor), discriminatorOptimizer.parameters()));
                if (last) {
                    discriminatorOptimizer.step(discriminator.mean());
                }
            }
            VqganLosses losses = losses(gradients, discFactor, discrimination);
            losses.tensors().forEach(scope::moveToOuter);
            return losses;
        }
    }

    /** The changed autoencoder's reconstruction, which the reference's discriminator sees. */
    private Tensor reconstructAgain(Tensor x) {
        Autocast.clearCache(); // casts of the weights as they were
        try {
            return reconstructWithoutGradients(x);
        } finally {
            Autocast.clearCache(); // casts that no gradient goes through
        }
    }

    private Tensor reconstructWithoutGradients(Tensor x) {
        try (TensorScope scope = TensorScope.open();
                var _ = Autograd.noGrad()) {
            Quantization codes = model.quantize(model.features(x, true), QuantizerMode.TRAINING_AGAIN);
            return scope.moveToOuter(model.decode(codes.quantized(), true));
        }
    }

    /** The autoencoder's gradients, and what was seen on the way to them. */
    record Gradients(
            List<Tensor> grads,
            Tensor fake,
            Quantization codes,
            VqganLoss.Reconstruction reconstruction,
            Tensor total,
            Tensor discWeight,
            Tensor generator) {}

    /** By one backward pass from the whole loss, after two that only reach the last layer. */
    Gradients referenceGradients(Tensor x, Tensor condition, Tensor factor) {
        Quantization codes = model.encode(x, true);
        Tensor pictures = model.decode(codes.quantized(), true); // (B, 3, H, W)
        VqganLoss.Reconstruction reconstruction = loss.reconstruction(x, pictures);
        Tensor total = reconstruction.total();
        Tensor discWeight = null;
        Tensor generator = null;
        if (factor != null) {
            Adversary adversary = loss.adversary().orElseThrow();
            generator = Adversary.generator(adversary.logits(pictures, condition));
            discWeight = adversary
                    .config()
                    .generatorWeight()
                    .of(total, generator, this::lastLayerGradient)
                    .mul(adversary.config().weight());
            total = total.add(discWeight.mul(factor).mul(generator));
            generator = generator.detach();
        }
        total = total.add(codes.loss().mul(loss.config().codebookWeight()));
        List<Tensor> grads = Autograd.grad(total, autoencoderOptimizer.parameters());
        return new Gradients(grads, null, codes, reconstruction, total.detach(), discWeight, generator);
    }

    /** The gradient of a loss for the last layer's weight; the loss can be differentiated again. */
    private Tensor lastLayerGradient(Tensor loss) {
        return lastLayerGradient(loss, List.of());
    }

    /** By one backward pass from the reconstruction, where the gradients of both losses are joined. */
    Gradients fastGradients(Tensor x, Tensor condition, Tensor factor) {
        AutoencoderPass pass = checkpointActivations ? new CheckpointedPass(model, x) : RecordedPass.of(model, x);
        Quantization codes = pass.codes();
        Tensor pictures = pass.pictures(); // (B, 3, H, W)
        // The losses see a leaf with the same values: their graphs end there.
        Tensor leaf = pictures.detach().requires_grad_(true);
        VqganLoss.Reconstruction reconstruction = loss.reconstruction(x, leaf);
        Tensor pictureGrad =
                Autograd.grad(reconstruction.total(), List.of(leaf)).getFirst(); // (B, 3, H, W)
        Tensor total = reconstruction.total().detach();
        Tensor discWeight = null;
        Tensor generator = null;
        Tensor fake = null;
        if (factor != null) {
            Adversary adversary = loss.adversary().orElseThrow();
            fake = adversary.logits(leaf, condition);
            generator = Adversary.generator(fake);
            // What the discriminator learns from is the same D(xr): its graph is needed once more.
            Tensor ganGrad = Autograd.grad(List.of(generator), List.of(leaf), List.of(), true, false, false)
                    .getFirst();
            discWeight = adversary
                    .config()
                    .generatorWeight()
                    .of(pictureGrad, ganGrad, gradient -> lastLayerGradient(pictures, List.of(gradient)))
                    .mul(adversary.config().weight());
            Tensor weight = discWeight.mul(factor);
            pictureGrad = pictureGrad.add(ganGrad.mul(weight));
            generator = generator.detach();
            total = total.add(generator.mul(weight));
        }
        Tensor codebook = codes.loss().mul(loss.config().codebookWeight());
        List<Tensor> grads = pass.backward(pictureGrad, codebook, autoencoderOptimizer.parameters());
        return new Gradients(grads, fake, codes, reconstruction, total.add(codebook.detach()), discWeight, generator);
    }

    private Tensor lastLayerGradient(Tensor output, List<Tensor> gradOutputs) {
        return Autograd.grad(List.of(output), List.of(model.lastLayer()), gradOutputs, true, false, false)
                .getFirst();
    }

    private static VqganLosses losses(Gradients autoencoder, Tensor factor, Adversary.Discrimination discrimination) {
        return new VqganLosses(
                autoencoder.total,
                autoencoder.codes.loss().detach(),
                autoencoder.reconstruction.total().detach(),
                autoencoder.reconstruction.perceptual(),
                autoencoder.discWeight,
                autoencoder.generator,
                discrimination == null ? null : discrimination.loss().detach().mul(factor),
                discrimination == null ? null : discrimination.lecam(),
                discrimination == null ? null : discrimination.logitsReal(),
                discrimination == null ? null : discrimination.logitsFake(),
                factor == null ? autoencoder.total.zeros_like() : factor.clone(),
                autoencoder.codes.indices());
    }
}
