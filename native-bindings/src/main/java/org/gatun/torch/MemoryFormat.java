package org.gatun.torch;

/** How the elements of a dense tensor lie in memory ({@code c10::MemoryFormat}). */
public enum MemoryFormat {
    /** Row-major in the order of the dimensions. */
    CONTIGUOUS(0),
    /** As the operand's. */
    PRESERVE(1),
    /** For (B, C, H, W): channels vary fastest. */
    CHANNELS_LAST(2);

    private final int code;

    MemoryFormat(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
