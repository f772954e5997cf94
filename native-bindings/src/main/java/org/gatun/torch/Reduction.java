package org.gatun.torch;

/** How a loss joins the losses of its elements ({@code at::Reduction}). */
public enum Reduction {
    NONE(0),
    MEAN(1),
    SUM(2);

    private final int code;

    Reduction(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
