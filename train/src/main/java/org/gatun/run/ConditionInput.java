package org.gatun.run;

import org.gatun.torch.Tensor;

/** What pictures are to be drawn from. */
public sealed interface ConditionInput {

    /** Number of pictures to draw. */
    int count();

    /** Nothing, or what needs no telling: coordinates. */
    record None(int count) implements ConditionInput {}

    /** A class for each. */
    record Labels(long[] labels) implements ConditionInput {

        @Override
        public int count() {
            return labels.length;
        }
    }

    /** A picture for each, (B, C, H, W) of the size that is drawn, on the networks' device. */
    record Pictures(Tensor pictures) implements ConditionInput {

        @Override
        public int count() {
            return (int) pictures.size(0);
        }
    }
}
