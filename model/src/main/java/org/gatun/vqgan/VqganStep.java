package org.gatun.vqgan;

import java.util.List;
import org.gatun.optim.Adam;
import org.gatun.torch.Autograd;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.vqgan.quantize.Quantization;

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
     * @param x (B, 3, H, W) in [-1, 1]
     * @param step the number of steps done before
     * @return what was measured; its tensors belong to the innermost open scope
     */
    public VqganLosses run(Tensor x, long step) {
        try (TensorScope scope = TensorScope.open()) {
            VqganLosses losses = switch (order) {
                case REFERENCE -> reference(x, step);
                case FAST -> fast(x, step);
            };
            for (Tensor tensor : new Tensor[] {
                losses.total(),
                losses.quantizer(),
                losses.reconstruction(),
                losses.perceptual(),
                losses.discWeight(),
                losses.generator(),
                losses.discriminator(),
                losses.logitsReal(),
                losses.logitsFake(),
                losses.indices()
            }) {
                if (tensor != null) {
                    scope.moveToOuter(tensor);
                }
            }
            return losses;
        }
    }

    /** The autoencoder's gradients, and what was seen on the way to them. */
    record Gradients(
            List<Tensor> grads,
            Tensor pictures,
            Quantization codes,
            VqganLoss.Reconstruction reconstruction,
            Tensor total,
            Tensor discWeight,
            Tensor generator) {}

    private VqganLosses reference(Tensor x, long step) {
        double factor = loss.config().discFactor(step);
        Gradients autoencoder = referenceGradients(x, factor);
        autoencoderOptimizer.step(autoencoder.grads);

        Tensor pictures;
        try (TensorScope scope = TensorScope.open();
                var _ = Autograd.noGrad()) {
            // Nothing adapts the codebook a second time.
            Quantization codes = model.quantize(model.features(x, true), false);
            pictures = scope.moveToOuter(model.decode(codes.quantized(), true));
        }
        VqganLoss.Discrimination discrimination = loss.discriminator(x, pictures);
        Tensor discriminatorLoss = discrimination.loss().mul(factor);
        discriminatorOptimizer.step(Autograd.grad(discriminatorLoss, discriminatorOptimizer.parameters()));
        return losses(autoencoder, factor, discriminatorLoss, discrimination);
    }

    /** By one backward pass from the whole loss, after two that only reach the last layer. */
    Gradients referenceGradients(Tensor x, double factor) {
        Quantization codes = model.encode(x, true);
        Tensor pictures = model.decode(codes.quantized(), true); // (B, 3, H, W)
        VqganLoss.Reconstruction reconstruction = loss.reconstruction(x, pictures);
        Tensor generator = loss.generator(pictures);
        List<Tensor> lastLayer = List.of(model.lastLayer());
        Tensor discWeight = loss.config()
                .adaptiveWeight()
                .of(gradRetaining(reconstruction.total(), lastLayer), gradRetaining(generator, lastLayer))
                .mul(loss.config().discWeight());
        Tensor total = reconstruction
                .total()
                .add(discWeight.mul(factor).mul(generator))
                .add(codes.loss().mul(loss.config().codebookWeight()));
        List<Tensor> grads = Autograd.grad(total, autoencoderOptimizer.parameters());
        return new Gradients(grads, pictures, codes, reconstruction, total.detach(), discWeight, generator.detach());
    }

    private static Tensor gradRetaining(Tensor output, List<Tensor> inputs) {
        return Autograd.grad(List.of(output), inputs, List.of(), true, false, false)
                .getFirst();
    }

    private VqganLosses fast(Tensor x, long step) {
        double factor = loss.config().discFactor(step);
        Gradients autoencoder = fastGradients(x, factor);
        autoencoderOptimizer.step(autoencoder.grads);
        if (factor == 0) {
            return losses(autoencoder, factor, null, null);
        }
        VqganLoss.Discrimination discrimination = loss.discriminator(x, autoencoder.pictures);
        Tensor discriminatorLoss = discrimination.loss().mul(factor);
        discriminatorOptimizer.step(Autograd.grad(discriminatorLoss, discriminatorOptimizer.parameters()));
        return losses(autoencoder, factor, discriminatorLoss, discrimination);
    }

    /** By one backward pass from the reconstruction, where the gradients of both losses are joined. */
    Gradients fastGradients(Tensor x, double factor) {
        Quantization codes = model.encode(x, true);
        Tensor pictures = model.decode(codes.quantized(), true); // (B, 3, H, W)
        // The losses see a leaf with the same values: their graphs end there.
        Tensor leaf = pictures.detach().requires_grad_(true);
        VqganLoss.Reconstruction reconstruction = loss.reconstruction(x, leaf);
        Tensor flow = Autograd.grad(reconstruction.total(), List.of(leaf)).getFirst(); // (B, 3, H, W)
        Tensor total = reconstruction.total().detach();
        Tensor discWeight = null;
        Tensor generator = null;
        if (factor != 0) {
            generator = loss.generator(leaf);
            Tensor ganFlow = Autograd.grad(generator, List.of(leaf)).getFirst();
            discWeight = loss.config()
                    .adaptiveWeight()
                    .of(lastLayerGradient(pictures, flow), lastLayerGradient(pictures, ganFlow))
                    .mul(loss.config().discWeight());
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
        return new Gradients(
                grads, pictures.detach(), codes, reconstruction, total.add(codebook.detach()), discWeight, generator);
    }

    /** The last layer's weight gradient under a gradient that flows into the reconstruction. */
    private Tensor lastLayerGradient(Tensor pictures, Tensor flow) {
        return Autograd.grad(List.of(pictures), List.of(model.lastLayer()), List.of(flow), true, false, false)
                .getFirst();
    }

    private static VqganLosses losses(
            Gradients autoencoder, double factor, Tensor discriminatorLoss, VqganLoss.Discrimination discrimination) {
        return new VqganLosses(
                autoencoder.total,
                autoencoder.codes.loss().detach(),
                autoencoder.reconstruction.total().detach(),
                autoencoder.reconstruction.perceptual(),
                autoencoder.discWeight,
                autoencoder.generator,
                discriminatorLoss == null ? null : discriminatorLoss.detach(),
                discrimination == null ? null : discrimination.logitsReal(),
                discrimination == null ? null : discrimination.logitsFake(),
                factor,
                autoencoder.codes.indices());
    }
}
