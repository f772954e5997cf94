package org.gatun.gpt;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.gatun.nn.Checkpointing;
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
        Tensor lastFlow = Checkpointing.backward(List.of(loss), List.of(loss.ones_like()), last, ofHead, gradients);
        Tensor embeddedFlow = blocks.backward(lastFlow, gradients, true);
        Checkpointing.backward(List.of(embedded), List.of(embeddedFlow), null, ofEmbeddings, gradients);
        return new LossGradients(
                loss.detach(), parameters.stream().map(gradients::get).toList());
    }
}
