package org.gatun.gpt;

import org.gatun.torch.Tensor;

/** What stands before the codes of a window of a larger map. */
public sealed interface WindowCondition {

    /** The tokens (B, C) before the window with this upper left corner; made in the innermost scope. */
    Tensor tokens(int top, int left, int window);

    /** The same tokens, int64 (B, C), before every window: a class, a start token. */
    record Constant(Tensor tokens) implements WindowCondition {

        @Override
        public Tensor tokens(int top, int left, int window) {
            return tokens;
        }
    }

    /** The part under the window of a map of the same size, int64 (B, H, W): codes of a depth or segmentation map, coordinates. */
    record CodeMap(Tensor codes) implements WindowCondition {

        @Override
        public Tensor tokens(int top, int left, int window) {
            return codes.narrow(1, top, window).narrow(2, left, window).flatten(1);
        }
    }

    /** What {@code encoder} makes of each window: where a condition's map is coarser or finer than the codes. */
    record PerWindow(Encoder encoder) implements WindowCondition {

        /** The tokens (B, C) before the window with this upper left corner, in codes. */
        @FunctionalInterface
        public interface Encoder {
            Tensor tokens(int top, int left, int window);
        }

        @Override
        public Tensor tokens(int top, int left, int window) {
            return encoder.tokens(top, left, window);
        }
    }
}
