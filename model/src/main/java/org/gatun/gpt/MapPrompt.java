package org.gatun.gpt;

import java.util.Arrays;
import org.gatun.torch.Tensor;

/**
 * What sampling a map of codes by a sliding window starts from.
 *
 * @param height codes in a column of the map
 * @param width codes in a row of the map
 * @param condition what stands before each window
 * @param unconditional what stands there when the network is to know no condition, for guidance; or null
 * @param given int64 (B, height, width) with codes of the result where {@code known} says so; null if none are known
 * @param known which codes {@code given} holds, in raster order; null if none are
 */
public record MapPrompt(
        int height,
        int width,
        WindowCondition condition,
        WindowCondition unconditional,
        Tensor given,
        boolean[] known) {

    public MapPrompt {
        if (condition instanceof WindowCondition.CodeMap(Tensor codes)
                && (codes.dim() != 3 || codes.size(1) != height || codes.size(2) != width)) {
            throw new IllegalArgumentException("the condition " + Arrays.toString(codes.shape())
                    + " should have the map's size, (B, " + height + ", " + width + ")");
        }
        if ((given == null) != (known == null)) {
            throw new IllegalArgumentException("given codes and what is known of them belong together");
        }
        if (given != null
                && (given.dim() != 3
                        || given.size(1) != height
                        || given.size(2) != width
                        || known.length != height * width)) {
            throw new IllegalArgumentException("the given codes " + Arrays.toString(given.shape()) + ", " + known.length
                    + " of which are known or not, should be (B, " + height + ", " + width + ")");
        }
        known = known == null ? null : known.clone();
    }

    /** Nothing but the condition. */
    public static MapPrompt of(int height, int width, WindowCondition condition) {
        return new MapPrompt(height, width, condition, null, null, null);
    }

    /** The same with what guidance compares with. */
    public MapPrompt withUnconditional(WindowCondition condition) {
        return new MapPrompt(height, width, this.condition, condition, given, known);
    }

    /** The same with a part of the result that stays as it is. */
    public MapPrompt completing(Tensor given, boolean[] known) {
        return new MapPrompt(height, width, condition, unconditional, given, known);
    }

    boolean isKnown(int row, int column) {
        return known != null && known[row * width + column];
    }
}
