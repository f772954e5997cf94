package org.gatun.gpt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.gatun.nn.Checkpointing;
import org.gatun.torch.Autograd;
import org.gatun.torch.Tensor;

/** A pass in training whose blocks are computed again, one by one, on the way back; embeddings and head are recorded. */
final class CheckpointedTransformerPass {

    private final Gpt gpt;

    CheckpointedTransformerPass(Gpt gpt) {
        if (gpt.config().blocksDropOut()) {
            throw new IllegalArgumentException("activations are checkpointed without dropout alone");
        }
        this.gpt = gpt;
    }

    /**
     * @param tokens int64 (B, T)
     * @param lossOf features (B, T, C) to a scalar
     */
    LossGradients gradients(Tensor tokens, UnaryOperator<Tensor> lossOf, List<Tensor> parameters) {
        Checkpointing blocks = new Checkpointing(gpt.stages());
        Tensor embedded = gpt.embed(tokens, null, true);
        Tensor last = blocks.forward(embedded); // (B, T, C), a leaf
        Tensor loss = lossOf.apply(gpt.normalize(last));

        Set<Tensor> ofBlocks = Collections.newSetFromMap(new IdentityHashMap<>());
        gpt.stages().forEach(stage -> ofBlocks.addAll(stage.parameters()));
        List<Tensor> ofEmbeddings = gpt.embeddingParameters();
        List<Tensor> ofHead = parameters.stream()
                .filter(each -> !ofBlocks.contains(each) && !ofEmbeddings.contains(each))
                .toList();
        Map<Tensor, Tensor> gradients = new IdentityHashMap<>();
        List<Tensor> targets = new ArrayList<>(ofHead);
        targets.add(last);
        List<Tensor> ofLoss = Autograd.grad(loss, targets);
        put(gradients, ofHead, ofLoss);
        Tensor flow = blocks.backward(ofLoss.getLast(), gradients, true);
        put(
                gradients,
                ofEmbeddings,
                Autograd.grad(List.of(embedded), ofEmbeddings, List.of(flow), false, false, false));
        return new LossGradients(
                loss.detach(), parameters.stream().map(gradients::get).toList());
    }

    private static void put(Map<Tensor, Tensor> gradients, List<Tensor> parameters, List<Tensor> values) {
        for (int i = 0; i < parameters.size(); i++) {
            gradients.put(parameters.get(i), values.get(i));
        }
    }
}
