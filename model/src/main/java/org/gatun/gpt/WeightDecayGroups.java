package org.gatun.gpt;

import java.util.Map;
import org.gatun.torch.Tensor;

/**
 * Parameters by name, parted as the reference parts them for AdamW; neither map's tensors are to be closed.
 *
 * @param decay weights of linear layers
 * @param noDecay biases, norms and embeddings
 */
public record WeightDecayGroups(Map<String, Tensor> decay, Map<String, Tensor> noDecay) {}
