package org.gatun.vqgan;

import java.util.List;
import org.gatun.torch.Tensor;
import org.gatun.vqgan.quantize.Quantization;

/**
 * A pass forward through the autoencoder in training, from which gradients are still wanted. Its tensors are of the scope that is open when
 * it is made.
 */
sealed interface AutoencoderPass permits RecordedPass, CheckpointedPass {

    Quantization codes();

    /** The reconstruction (B, 3, H, W), whose graph reaches the decoder's last layer at least. */
    Tensor pictures();

    /**
     * Goes back through it, once.
     *
     * @param gradOutput the gradient for {@link #pictures}
     * @param codebook the weighted loss of {@link #codes}, a scalar that is to be minimised too
     * @param parameters all of the autoencoder's
     * @return their gradients, of the innermost open scope
     */
    List<Tensor> backward(Tensor gradOutput, Tensor codebook, List<Tensor> parameters);
}
