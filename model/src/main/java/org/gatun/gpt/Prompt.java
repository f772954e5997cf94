package org.gatun.gpt;

import java.util.Arrays;
import org.gatun.torch.Tensor;

/**
 * What sampling starts from.
 *
 * @param condition int64 (B, C), tokens that stand before what is sampled, at least one
 * @param unconditional (B, C) or (1, C), what stands there when the network is to know no condition, for guidance; or null
 * @param given int64 (B, N) with tokens of the result where {@code known} says so; null if none are known
 * @param known which of the N positions {@code given} holds the tokens of; null if none are
 */
public record Prompt(Tensor condition, Tensor unconditional, Tensor given, boolean[] known) {

    public Prompt {
        requireRows("the condition", condition);
        if (condition.size(1) == 0) {
            throw new IllegalArgumentException("the condition must have at least one token");
        }
        if (unconditional != null) {
            requireRows("the unconditional tokens", unconditional);
            long rows = unconditional.size(0);
            if (unconditional.size(1) != condition.size(1) || rows != 1 && rows != condition.size(0)) {
                throw new IllegalArgumentException("the unconditional tokens " + Arrays.toString(unconditional.shape())
                        + " do not match the condition " + Arrays.toString(condition.shape()));
            }
        }
        if ((given == null) != (known == null)) {
            throw new IllegalArgumentException("given tokens and what is known of them belong together");
        }
        if (given != null) {
            requireRows("the given tokens", given);
            if (given.size(0) != condition.size(0) || given.size(1) != known.length) {
                throw new IllegalArgumentException("the given tokens " + Arrays.toString(given.shape()) + " should be ["
                        + condition.size(0) + ", " + known.length + "]");
            }
            known = known.clone();
        }
    }

    /** Nothing but the tokens before: a class, a start token, another picture's codes. */
    public static Prompt of(Tensor condition) {
        return new Prompt(condition, null, null, null);
    }

    /** The same with what guidance compares with. */
    public Prompt withUnconditional(Tensor tokens) {
        return new Prompt(condition, tokens, given, known);
    }

    /** The same with a part of the result that stays as it is. */
    public Prompt completing(Tensor given, boolean[] known) {
        return new Prompt(condition, unconditional, given, known);
    }

    /** Whether a token of the result is given. */
    boolean isKnown(int position) {
        return known != null && known[position];
    }

    private static void requireRows(String what, Tensor tokens) {
        if (tokens.dim() != 2) {
            throw new IllegalArgumentException(
                    what + " must have two dimensions, not the shape " + Arrays.toString(tokens.shape()));
        }
    }
}
