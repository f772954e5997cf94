package org.gatun.gpt;

import java.util.List;
import org.gatun.torch.Tensor;

/**
 * A loss and its gradients.
 *
 * @param loss a scalar without gradients
 * @param gradients one for each parameter that was asked for, in their order
 */
public record LossGradients(Tensor loss, List<Tensor> gradients) {}
