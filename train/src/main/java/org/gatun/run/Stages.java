package org.gatun.run;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gatun.torch.Tensor;
import org.gatun.vqgan.VqModel;

/**
 * The trained networks that a transformer is trained with. They are the caller's.
 *
 * @param firstStage turns pictures into codes and back
 * @param condition what stands before the codes
 * @param weights of both, under the names that they have in a transformer's checkpoint
 */
public record Stages(VqModel firstStage, ConditionStage condition, Map<String, Tensor> weights) {

    /** @param cond the condition's stage, or null if it has none */
    public static Stages of(TrainedStage first, TrainedStage cond, ConditionStage condition) {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        first.weights().forEach((name, tensor) -> weights.put(SecondStage.FIRST_STAGE + "." + name, tensor));
        if (cond != null) {
            cond.weights().forEach((name, tensor) -> weights.put(SecondStage.COND_STAGE + "." + name, tensor));
        }
        return new Stages(first.model(), condition, weights);
    }
}
