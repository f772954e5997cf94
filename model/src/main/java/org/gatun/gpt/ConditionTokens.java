package org.gatun.gpt;

import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/**
 * How a condition's indices become tokens before the codes. In the reference they share the codes' tokens ({@code firstToken} 0); with
 * {@code firstToken} at the codebook's size they have tokens of their own. The token behind the last index stands for no condition, which
 * guidance needs (arXiv 2207.12598): it is learned when conditions are dropped in training.
 *
 * @param length tokens before the codes of a picture of the transformer's size
 * @param vocabulary number of different indices
 * @param firstToken the token of index 0
 */
public record ConditionTokens(int length, int vocabulary, int firstToken) {

    public ConditionTokens {
        if (length < 1 || vocabulary < 1 || firstToken < 0) {
            throw new IllegalArgumentException(
                    "a condition has at least one token and one index, and no negative token: " + length + ", "
                            + vocabulary + ", " + firstToken);
        }
    }

    /** The token of no condition. */
    public int nullToken() {
        return firstToken + vocabulary;
    }

    /** The smallest {@code vocab_size} that holds the indices and the token of no condition. */
    public int vocabSize() {
        return nullToken() + 1;
    }

    /** Indices int64 (B, ...) to tokens of the same shape. */
    public Tensor tokens(Tensor indices) {
        return firstToken == 0 ? indices : indices.add(firstToken);
    }

    /**
     * The tokens (B, 1) of one index per sequence, such as class labels.
     *
     * @throws IllegalArgumentException if there is no such index
     */
    public Tensor tokens(long[] labels, Device device) {
        for (long label : labels) {
            if (label < 0 || label >= vocabulary) {
                throw new IllegalArgumentException("there is no class " + label + ", only 0 to " + (vocabulary - 1));
            }
        }
        try (TensorScope scope = TensorScope.open()) {
            return scope.moveToOuter(
                    tokens(Tensor.of(labels, labels.length).to(device).unsqueeze(1)));
        }
    }

    /** Tokens (B, C) in which whole rows are of no condition, each with this probability. */
    public Tensor dropout(Tensor tokens, double probability) {
        if (probability == 0) {
            return tokens;
        }
        try (TensorScope scope = TensorScope.open()) {
            Tensor dropped = Torch.rand(new long[] {tokens.size(0), 1}, DType.FLOAT32, tokens.device())
                    .lt(probability);
            return scope.moveToOuter(tokens.masked_fill(dropped, (long) nullToken()));
        }
    }

    /** The tokens of no condition, int64 (1, length): what guidance compares with. */
    public Tensor nullTokens(Device device) {
        return nullTokens(length, device);
    }

    /** As many of them as another number of condition tokens asks for, int64 (1, count). */
    public Tensor nullTokens(long count, Device device) {
        return Torch.full(new long[] {1, count}, (long) nullToken(), DType.INT64, device);
    }
}
