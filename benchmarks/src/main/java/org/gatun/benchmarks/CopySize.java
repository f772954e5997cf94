package org.gatun.benchmarks;

/** The sizes of the cases {@code copy-...} and {@code view-...}, by their names. */
public final class CopySize {

    private CopySize() {}

    /** The number of floats in so many bytes. */
    public static int floats(String name) {
        return switch (name) {
            case "4b" -> 1;
            case "4kib" -> 1 << 10;
            case "4mib" -> 1 << 20;
            case "256mib" -> 1 << 26;
            default -> throw new IllegalArgumentException("no size: " + name);
        };
    }
}
