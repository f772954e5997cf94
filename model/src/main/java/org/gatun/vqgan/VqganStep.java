package org.gatun.vqgan;

import java.util.List;
import org.gatun.optim.Adam;
import org.gatun.torch.Autograd;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.vqgan.quantize.Quantization;
import org.gatun.vqgan.quantize.QuantizerMode;

/** One step of training: of the autoencoder, then of the discriminator. */
public final class VqganStep {

    private final VqModel model;
    private final VqganLoss loss;
    private final Adam autoencoderOptimizer;
    private final Adam discriminatorOptimizer;
    private final TrainingOrder order;

    public VqganStep(
            VqModel model,
            VqganLoss loss,
            Adam autoencoderOptimizer,
            Adam discriminatorOptimizer,
            TrainingOrder order) {
        this.model = model;
        this.loss = loss;
        this.autoencoderOptimizer = autoencoderOptimizer;
        this.discriminatorOptimizer = discriminatorOptimizer;
        this.order = order;
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
            VqganLosses losses = switch (order) {
                case REFERENCE -> reference(x, condition, step);
                case FAST -> fast(x, condition, step);
            };
            losses.tensors().forEach(scope::moveToOuter);
            return losses;
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

    private VqganLosses reference(Tensor x, Tensor condition, long step) {
        double factor = loss.config().discFactor(step);
        Gradients autoencoder = referenceGradients(x, condition, factor);
        autoencoderOptimizer.step(autoencoder.grads);
        if (loss.adversary().isEmpty()) {
            return losses(autoencoder, factor, null);
        }
        Tensor pictures;
        try (TensorScope scope = TensorScope.open();
                var _ = Autograd.noGrad()) {
            Quantization codes = model.quantize(model.features(x, true), QuantizerMode.TRAINING_AGAIN);
            pictures = scope.moveToOuter(model.decode(codes.quantized(), true));
        }
        Tensor fake = loss.adversary().orElseThrow().logits(pictures, condition);
        return losses(autoencoder, factor, discriminate(x, fake, condition, factor));
    }

    /** By one backward pass from the whole loss, after two that only reach the last layer. */
    Gradients referenceGradients(Tensor x, Tensor condition, double factor) {
        Quantization codes = model.encode(x, true);
        Tensor pictures = model.decode(codes.quantized(), true); // (B, 3, H, W)
        VqganLoss.Reconstruction reconstruction = loss.reconstruction(x, pictures);
        Tensor total = reconstruction.total();
        Tensor discWeight = null;
        Tensor generator = null;
        if (loss.adversary().isPresent()) {
            Adversary adversary = loss.adversary().get();
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

    private VqganLosses fast(Tensor x, Tensor condition, long step) {
        double factor = loss.config().discFactor(step);
        Gradients autoencoder = fastGradients(x, condition, factor);
        autoencoderOptimizer.step(autoencoder.grads);
        return losses(autoencoder, factor, factor == 0 ? null : discriminate(x, autoencoder.fake, condition, factor));
    }

    /** By one backward pass from the reconstruction, where the gradients of both losses are joined. */
    Gradients fastGradients(Tensor x, Tensor condition, double factor) {
        Quantization codes = model.encode(x, true);
        Tensor pictures = model.decode(codes.quantized(), true); // (B, 3, H, W)
        // The losses see a leaf with the same values: their graphs end there.
        Tensor leaf = pictures.detach().requires_grad_(true);
        VqganLoss.Reconstruction reconstruction = loss.reconstruction(x, leaf);
        Tensor flow = Autograd.grad(reconstruction.total(), List.of(leaf)).getFirst(); // (B, 3, H, W)
        Tensor total = reconstruction.total().detach();
        Tensor discWeight = null;
        Tensor generator = null;
        Tensor fake = null;
        if (factor != 0) {
            Adversary adversary = loss.adversary().orElseThrow();
            fake = adversary.logits(leaf, condition);
            generator = Adversary.generator(fake);
            // What the discriminator learns from is the same D(xr): its graph is needed once more.
            Tensor ganFlow = Autograd.grad(List.of(generator), List.of(leaf), List.of(), true, false, false)
                    .getFirst();
            discWeight = adversary
                    .config()
                    .generatorWeight()
                    .of(flow, ganFlow, gradient -> lastLayerGradient(pictures, List.of(gradient)))
                    .mul(adversary.config().weight());
            Tensor weight = discWeight.mul(factor);
            flow = flow.add(ganFlow.mul(weight));
            generator = generator.detach();
            total = total.add(generator.mul(weight));
        }
        Tensor codebook = codes.loss().mul(loss.config().codebookWeight());
        List<Tensor> grads = Autograd.grad(
                List.of(pictures, codebook),
                autoencoderOptimizer.parameters(),
                List.of(flow, codebook.ones_like()),
                false,
                false,
                false);
        return new Gradients(grads, fake, codes, reconstruction, total.add(codebook.detach()), discWeight, generator);
    }

    private Tensor lastLayerGradient(Tensor output, List<Tensor> gradOutputs) {
        return Autograd.grad(List.of(output), List.of(model.lastLayer()), gradOutputs, true, false, false)
                .getFirst();
    }

    private Adversary.Discrimination discriminate(Tensor x, Tensor fake, Tensor condition, double factor) {
        Adversary.Discrimination discrimination = loss.adversary().orElseThrow().discriminator(x, fake, condition);
        discriminatorOptimizer.step(
                Autograd.grad(discrimination.loss().mul(factor), discriminatorOptimizer.parameters()));
        return discrimination;
    }

    private static VqganLosses losses(Gradients autoencoder, double factor, Adversary.Discrimination discrimination) {
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
                factor,
                autoencoder.codes.indices());
    }
}
