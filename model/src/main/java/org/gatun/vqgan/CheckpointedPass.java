package org.gatun.vqgan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatun.nn.Checkpointing;
import org.gatun.nn.Stage;
import org.gatun.torch.Tensor;
import org.gatun.vqgan.quantize.Quantization;
import org.gatun.vqgan.quantize.QuantizerMode;

/**
 * A pass whose encoder and decoder are computed again, block by block, on the way back; only what is between them, where the codes are
 * chosen, and the decoder's head are recorded.
 */
final class CheckpointedPass implements AutoencoderPass {

    private final Checkpointing encoder;
    private final Checkpointing decoder;
    private final Stage head;
    private final Set<Tensor> staged = new HashSet<>();
    private final Tensor encoded;
    private final Quantization codes;
    private final Tensor decoderInput;
    private final Tensor decoded;
    private final Tensor pictures;

    CheckpointedPass(VqModel model, Tensor x) {
        this.encoder = new Checkpointing(model.encoderStages());
        this.decoder = new Checkpointing(model.decoderStages());
        this.head = model.headStage();
        List<Stage> stages = new ArrayList<>(model.encoderStages());
        stages.addAll(model.decoderStages());
        stages.add(head);
        stages.forEach(stage -> staged.addAll(stage.parameters()));

        this.encoded = encoder.forward(x); // (B, z_channels, h, w), a leaf
        this.codes = model.quantize(model.quantConv(encoded), QuantizerMode.TRAINING);
        this.decoderInput = model.postQuantConv(codes.quantized());
        this.decoded = decoder.forward(decoderInput); // (B, ch, H, W), a leaf
        this.pictures = head.forward().apply(decoded, true);
    }

    @Override
    public Quantization codes() {
        return codes;
    }

    @Override
    public Tensor pictures() {
        return pictures;
    }

    @Override
    public List<Tensor> backward(Tensor gradOutput, Tensor codebook, List<Tensor> parameters) {
        Map<Tensor, Tensor> grads = new IdentityHashMap<>();
        Tensor decodedGrad =
                Checkpointing.backward(List.of(pictures), List.of(gradOutput), decoded, head.parameters(), grads);
        Tensor decoderInputGrad = decoder.backward(decodedGrad, grads, true);
        List<Tensor> between =
                parameters.stream().filter(each -> !staged.contains(each)).toList();
        Tensor encodedGrad = Checkpointing.backward(
                List.of(decoderInput, codebook),
                List.of(decoderInputGrad, codebook.ones_like()),
                encoded,
                between,
                grads);
        encoder.backward(encodedGrad, grads, false);
        return parameters.stream().map(grads::get).toList();
    }
}
