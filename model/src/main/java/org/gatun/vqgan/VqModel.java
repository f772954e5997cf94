package org.gatun.vqgan;

import java.util.List;
import org.gatun.nn.Conv2d;
import org.gatun.nn.ParameterPath;
import org.gatun.nn.Stage;
import org.gatun.torch.Autocast;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.vqgan.quantize.Quantization;
import org.gatun.vqgan.quantize.Quantizer;
import org.gatun.vqgan.quantize.QuantizerMode;

/**
 * The first stage: pictures to codes and back (arXiv 2012.09841, section 3.1). Its parameters carry the names of the reference's
 * {@code VQModel}; their store is the caller's.
 */
public final class VqModel {

    private final ParameterPath path;
    private final VqModelConfig config;
    private final Encoder encoder;
    private final Conv2d quantConv;
    private final Quantizer quantizer;
    private final Conv2d postQuantConv;
    private final Decoder decoder;

    public VqModel(ParameterPath path, VqModelConfig config) {
        AutoencoderConfig autoencoder = config.autoencoder();
        int zChannels = autoencoder.zChannels();
        int dim = config.quantizer().dim();
        this.path = path;
        this.config = config;
        this.encoder = new Encoder(path.at("encoder"), autoencoder);
        this.decoder = new Decoder(path.at("decoder"), autoencoder);
        this.quantizer = config.quantizer().create(path.at("quantize"));
        this.quantConv =
                new Conv2d(path.at("quant_conv"), autoencoder.doubleZ() ? 2 * zChannels : zChannels, dim, 1, 1, 0);
        this.postQuantConv = new Conv2d(path.at("post_quant_conv"), dim, zChannels, 1, 1, 0);
    }

    public VqModelConfig config() {
        return config;
    }

    /** E(x): pictures (B, 3, H, W) in [-1, 1] to (B, z_channels, h, w), before they are narrowed to the width of a code. */
    public Tensor encoderOutput(Tensor x, boolean training) {
        return encoder.forward(x, training);
    }

    /** Pictures (B, 3, H, W) in [-1, 1] to features before quantisation (B, D, h, w). */
    public Tensor features(Tensor x, boolean training) {
        try (TensorScope scope = TensorScope.open()) {
            return scope.moveToOuter(quantConv.forward(encoder.forward(x, training)));
        }
    }

    /** Pictures (B, 3, H, W) in [-1, 1] to codes (B, D, h, w). */
    public Quantization encode(Tensor x, boolean training) {
        try (TensorScope scope = TensorScope.open()) {
            QuantizerMode mode = training ? QuantizerMode.TRAINING : QuantizerMode.EVALUATION;
            return quantize(features(x, training), mode).moveToOuter(scope);
        }
    }

    /** Features (B, D, h, w) to codes, in the parameters' precision whatever the networks' is. */
    Quantization quantize(Tensor features, QuantizerMode mode) {
        try (TensorScope scope = TensorScope.open();
                var _ = Autocast.disable(path.device().type())) {
            return quantizer.quantize(features.to(path.dtype()), mode).moveToOuter(scope);
        }
    }

    /** Codes (B, D, h, w) to pictures (B, 3, H, W), about in [-1, 1]. */
    public Tensor decode(Tensor quantized, boolean training) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor pictures = decoder.forward(postQuantConv.forward(quantized), training);
            return scope.moveToOuter(pictures.to(path.dtype())); // losses are computed in full precision
        }
    }

    /** What {@link #encoderOutput} does, one after the other. */
    List<Stage> encoderStages() {
        return encoder.stages();
    }

    /** The encoder's output to features before quantisation (B, D, h, w). */
    Tensor quantConv(Tensor encoded) {
        return quantConv.forward(encoded);
    }

    /** Codes (B, D, h, w) to the decoder's input (B, z_channels, h, w). */
    Tensor postQuantConv(Tensor quantized) {
        return postQuantConv.forward(quantized);
    }

    /** What the decoder then does, but for its head. */
    List<Stage> decoderStages() {
        return decoder.stages();
    }

    /** The decoder's head: to pictures (B, 3, H, W), in the parameters' precision. */
    Stage headStage() {
        Stage head = decoder.headStage();
        return new Stage(head.parameters(), (h, training) -> {
            try (TensorScope scope = TensorScope.open()) {
                return scope.moveToOuter(head.forward().apply(h, training).to(path.dtype()));
            }
        });
    }

    /** Code indices (B, h, w) int64 to pictures (B, 3, H, W). */
    public Tensor decodeIndices(Tensor indices) {
        try (TensorScope scope = TensorScope.open()) {
            return scope.moveToOuter(decode(quantizer.lookup(indices), false));
        }
    }

    public Quantizer quantizer() {
        return quantizer;
    }

    /** The decoder's last weight, (3, ch, 3, 3). */
    Tensor lastLayer() {
        return decoder.lastLayer();
    }
}
