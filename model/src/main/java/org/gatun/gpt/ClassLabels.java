package org.gatun.gpt;

import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/**
 * A class label as one token before the codes.
 *
 * @param classes number of classes
 * @param firstToken the token of class 0; see {@link ConditionTokens}
 */
public record ClassLabels(int classes, int firstToken) {

    public ClassLabels {
        if (classes < 1 || firstToken < 0) {
            throw new IllegalArgumentException(
                    "there must be at least one class, and no negative token: " + classes + ", " + firstToken);
        }
    }

    /** The labels as a condition's indices. */
    public ConditionTokens condition() {
        return new ConditionTokens(1, classes, firstToken);
    }

    /** The token of no class. */
    public int nullToken() {
        return condition().nullToken();
    }

    /** The smallest vocabulary that holds the classes and the token of none. */
    public int vocabulary() {
        return condition().vocabSize();
    }

    /** Labels int64 (B) to tokens (B, 1). */
    public Tensor tokens(Tensor labels) {
        try (TensorScope scope = TensorScope.open()) {
            return scope.moveToOuter(condition().tokens(labels.unsqueeze(1)));
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

    /** The token of no class, int64 (1, 1): what guidance compares with. */
    public Tensor nullTokens(Device device) {
        return condition().nullTokens(device);
    }
}
