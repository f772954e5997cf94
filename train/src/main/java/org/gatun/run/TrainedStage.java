package org.gatun.run;

import java.util.Map;
import org.gatun.config.FirstStageSettings;
import org.gatun.torch.Tensor;
import org.gatun.vqgan.VqModel;

/**
 * A trained first stage, of pictures or of conditions, that a transformer is built upon. It owns nothing.
 *
 * @param weights by the model's own names
 */
public record TrainedStage(FirstStageSettings settings, VqModel model, Map<String, Tensor> weights) {}
