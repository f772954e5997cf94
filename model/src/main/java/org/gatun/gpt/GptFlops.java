package org.gatun.gpt;

import java.util.Map;
import org.gatun.torch.Tensor;

/** The arithmetic of a transformer; a multiplication and an addition are two operations. */
public final class GptFlops {

    private GptFlops() {}

    /**
     * Of a training step for one sequence: 6 operations for each token and number in the matrices, and those of attention (arXiv
     * 2204.02311, appendix B).
     *
     * @param weights the network's parameters by name
     * @param tokens length of the sequence
     */
    public static double training(GptConfig config, Map<String, Tensor> weights, long tokens) {
        double matrices = 0;
        for (Map.Entry<String, Tensor> each : weights.entrySet()) {
            boolean isLookedUp = each.getKey().endsWith("tok_emb.weight");
            if (each.getValue().dim() == 2 && !isLookedUp) {
                matrices += each.getValue().numel();
            }
        }
        return tokens * (6 * matrices + 12.0 * config.nLayer() * config.nEmbd() * tokens);
    }
}
