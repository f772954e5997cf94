package org.gatun.torch;

/** How ATen's {@code Scalar} crosses to C: a kind and 64 bits (gatun.h). */
final class ScalarArgument {

    static final int ABSENT = -1;
    static final int FLOAT = 0;
    static final int INT = 1;

    private ScalarArgument() {}

    static int kind(Number number) {
        return switch (number) {
            case null -> ABSENT;
            case Long _, Integer _, Short _, Byte _ -> INT;
            default -> FLOAT;
        };
    }

    static long bits(Number number) {
        return switch (kind(number)) {
            case ABSENT -> 0;
            case INT -> number.longValue();
            default -> Double.doubleToRawLongBits(number.doubleValue());
        };
    }
}
