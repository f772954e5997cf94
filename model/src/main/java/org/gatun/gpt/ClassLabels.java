package org.gatun.gpt;

import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/**
 * A class label as one token before the codes. In the reference labels share the codes' tokens ({@code firstToken} 0); with
 * {@code firstToken} at the codebook's size they have tokens of their own. The token behind the last class stands for no class, which
 * guidance needs: it is learned when labels are dropped in training.
 *
 * @param classes number of classes
 * @param firstToken the token of class 0
 */
public record ClassLabels(int classes, int firstToken) {

    public ClassLabels {
        if (classes < 1 || firstToken < 0) {
            throw new IllegalArgumentException(
                    "there must be at least one class, and no negative token: " + classes + ", " + firstToken);
        }
    }

    /** The token of no class. */
    public int nullToken() {
        return firstToken + classes;
    }

    /** The smallest vocabulary that holds the classes and the token of none. */
    public int vocabulary() {
        return nullToken() + 1;
    }

    /** Labels int64 (B) to tokens (B, 1). */
    public Tensor tokens(Tensor labels) {
        try (TensorScope scope = TensorScope.open()) {
            return scope.moveToOuter(labels.add(firstToken).unsqueeze(1));
        }
    }

    /**
     * Tokens (B, 1) of labels of the host.
     *
     * @throws IllegalArgumentException if there is no such class
     */
    public Tensor tokens(long[] labels, Device device) {
        for (long label : labels) {
            if (label < 0 || label >= classes) {
                throw new IllegalArgumentException("there is no class " + label + ", only 0 to " + (classes - 1));
            }
        }
        try (TensorScope scope = TensorScope.open()) {
            return scope.moveToOuter(tokens(Tensor.of(labels, labels.length).to(device)));
        }
    }

    /** As {@link #tokens(Tensor)}, but each label is the token of no class with this probability. */
    public Tensor tokensWithDropout(Tensor labels, double probability) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor tokens = tokens(labels);
            Tensor dropped =
                    Torch.rand(tokens.shape(), DType.FLOAT32, labels.device()).lt(probability);
            return scope.moveToOuter(tokens.masked_fill(dropped, (long) nullToken()));
        }
    }

    /** The token of no class, int64 (1, 1): what guidance compares with. */
    public Tensor nullTokens(Device device) {
        return Torch.full(new long[] {1, 1}, (long) nullToken(), DType.INT64, device);
    }
}
