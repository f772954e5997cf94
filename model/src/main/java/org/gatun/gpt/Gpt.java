package org.gatun.gpt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatun.nn.Embedding;
import org.gatun.nn.Init;
import org.gatun.nn.Linear;
import org.gatun.nn.Module;
import org.gatun.nn.ParameterPath;
import org.gatun.nn.Stage;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/**
 * The reference's GPT (after minGPT): token and learned position embeddings, pre-norm blocks, a last norm and a head without bias.
 * Weights begin as N(0, 0.02²), biases and position embeddings as 0.
 *
 * <p>Parameters: {@code tok_emb.weight}, {@code pos_emb} (1, block, C), {@code blocks.N.ln1}, {@code blocks.N.ln2},
 * {@code blocks.N.attn.{key,query,value,proj}}, {@code blocks.N.mlp.{0,2}}, {@code ln_f}, {@code head.weight}. With
 * {@link GptVariant.Llama}, {@code mlp} holds {@code w1}, {@code w2}, {@code w3}, and there are neither {@code pos_emb} nor biases.
 */
public final class Gpt {

    private final GptConfig config;
    private final ParameterPath path;

    /** Null for rotary positions. */
    private final Tensor posEmb;

    private final Embedding tokEmb;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();
    private final Module lnF;
    private final Linear head;

    /** (1, 1, block, block); null for plain causal attention. */
    private final Tensor mask;

    public Gpt(ParameterPath path, GptConfig config) {
        this.config = config;
        this.path = path;
        Init init = Init.normal(0, 0.02);
        this.tokEmb = new Embedding(path.at("tok_emb"), config.vocabSize(), config.nEmbd(), init);
        this.posEmb = VariantLayers.positionEmbeddings(path, config);
        RotaryEmbedding2d rotary = VariantLayers.rotaryEmbedding(path, config);
        for (int i = 0; i < config.nLayer(); i++) {
            ParameterPath place = path.at("blocks").at(i);
            Block block = new Block(place, config, rotary, init);
            blocks.add(block);
            stages.add(Stage.at((x, training) -> block.forward(x, mask(x.size(1)), training), place));
        }
        this.lnF = VariantLayers.norm(path.at("ln_f"), config);
        this.head = new Linear(path.at("head"), config.nEmbd(), config.vocabSize(), false, init, Init.ZEROS);
        this.mask = config.nUnmasked() == 0 ? null : unmasked();
    }

    private Tensor unmasked() {
        try (TensorScope _ = TensorScope.open()) {
            return path.constant(AttentionMask.causal(config.blockSize(), config.nUnmasked(), path.device()));
        }
    }

    public GptConfig config() {
        return config;
    }

    /** Logits (B, T, vocab) of what follows each of the tokens {@code indices} (B, T). */
    public Tensor forward(Tensor indices, boolean training) {
        return forward(indices, null, training);
    }

    /**
     * Logits (B, E + T, vocab) of what follows each position.
     *
     * @param indices int64 (B, T)
     * @param embeddings (B, E, C) that stand before the tokens' embeddings, or null
     * @param training whether dropout is on
     * @throws IllegalArgumentException if the sequence is longer than {@code blockSize}
     */
    public Tensor forward(Tensor indices, Tensor embeddings, boolean training) {
        try (TensorScope scope = TensorScope.open()) {
            return scope.moveToOuter(logits(features(indices, embeddings, training)));
        }
    }

    /** What {@link #forward} knows before the head, so that logits can be had of some positions alone: (B, E + T, C). */
    public Tensor features(Tensor indices, Tensor embeddings, boolean training) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor x = Stage.forward(stages(), embed(indices, embeddings, training), training);
            return scope.moveToOuter(lnF.forward(x));
        }
    }

    /** What the first block reads, (B, E + T, C). */
    Tensor embed(Tensor indices, Tensor embeddings, boolean training) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor tokens = tokEmb.forward(indices); // (B, T, C)
            if (embeddings != null) {
                tokens = Torch.cat(List.of(embeddings, tokens), 1);
            }
            return scope.moveToOuter(Torch.dropout(withPositions(tokens, 0), config.embdPdrop(), training));
        }
    }

    /** The blocks, for sequences that begin at the first position. */
    List<Stage> stages() {
        return stages;
    }

    /** What {@link #features} makes of the last block's output. */
    Tensor normalize(Tensor x) {
        return lnF.forward(x);
    }

    /** The head: (..., C) to (..., vocab). */
    public Tensor logits(Tensor features) {
        return head.forward(features);
    }

    /** The mean cross entropy of {@code logits} (B, T, vocab) for {@code targets} (B, T), a scalar. */
    public static Tensor loss(Tensor logits, Tensor targets) {
        try (TensorScope scope = TensorScope.open()) {
            return scope.moveToOuter(logits.flatten(0, 1).cross_entropy_loss(targets.flatten()));
        }
    }

    /** The parameters, parted for AdamW; the reference's decay is 0.01. */
    public WeightDecayGroups weightDecayGroups() {
        Map<String, Tensor> decay = new LinkedHashMap<>();
        Map<String, Tensor> noDecay = new LinkedHashMap<>();
        path.parameters().parameters().forEach((name, parameter) -> {
            if (name.startsWith(path.prefix())) {
                boolean matrix = parameter.dim() == 2 && parameter != tokEmb.weight();
                (matrix ? decay : noDecay).put(name, parameter);
            }
        });
        return new WeightDecayGroups(decay, noDecay);
    }

    /** What {@link #embed(Tensor, Tensor, boolean)} computes with. */
    List<Tensor> embeddingParameters() {
        return posEmb == null ? List.of(tokEmb.weight()) : List.of(tokEmb.weight(), posEmb);
    }

    List<Block> blocks() {
        return blocks;
    }

    ParameterPath path() {
        return path;
    }

    /** The embeddings (B, T, C) of tokens that stand at {@code position} and behind. */
    Tensor embed(Tensor indices, long position) {
        return withPositions(tokEmb.forward(indices), position);
    }

    /** The embeddings (B, 1, C) of one token a sequence, whose position is a tensor: int64 (1). */
    Tensor embed(Tensor indices, Tensor position) {
        Tensor tokens = tokEmb.forward(indices);
        return posEmb == null ? tokens : tokens.add(posEmb.index_select(1, position));
    }

    /** Logits (B, vocab) of what follows the last of (B, T, C), the output of the blocks. */
    Tensor lastLogits(Tensor x) {
        return head.forward(lnF.forward(x.select(1, -1)));
    }

    /** (1, 1, length, length), or null for causal attention. */
    Tensor mask(long length) {
        return mask == null ? null : mask.narrow(2, 0, length).narrow(3, 0, length);
    }

    private Tensor withPositions(Tensor tokens, long position) {
        long length = tokens.size(1);
        if (position + length > config.blockSize()) {
            throw new IllegalArgumentException("a sequence of " + (position + length)
                    + " tokens does not fit into block_size " + config.blockSize());
        }
        return posEmb == null ? tokens : tokens.add(posEmb.narrow(1, position, length));
    }
}
