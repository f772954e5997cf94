package org.gatun.vqgan;

import java.util.List;
import org.gatun.torch.Autograd;
import org.gatun.torch.Tensor;
import org.gatun.vqgan.quantize.Quantization;

/** An ordinary pass: autograd keeps what it needs. */
record RecordedPass(Quantization codes, Tensor pictures) implements AutoencoderPass {

    static RecordedPass of(VqModel model, Tensor x) {
        Quantization codes = model.encode(x, true);
        return new RecordedPass(codes, model.decode(codes.quantized(), true));
    }

    @Override
    public List<Tensor> backward(Tensor gradOutput, Tensor codebook, List<Tensor> parameters) {
        return Autograd.grad(
                List.of(pictures, codebook),
                parameters,
                List.of(gradOutput, codebook.ones_like()),
                false,
                false,
                false);
    }
}
