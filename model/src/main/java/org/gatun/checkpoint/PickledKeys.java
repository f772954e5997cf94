package org.gatun.checkpoint;

import java.math.BigInteger;
import java.util.List;
import org.gatun.torch.DType;

/**
 * Keys of dictionaries and items of sets. Only what hashes and compares in bounded time is used as it is: a list that
 * contains itself, or a million tuples with one hash, would not.
 */
final class PickledKeys {
    private static final int MAX_TEXT = 4096;

    private PickledKeys() {}

    /** The key itself, or a placeholder with an identity of its own for a tuple. */
    static Object check(Object key) {
        return switch (key) {
            case null -> null;
            case String text when text.length() <= MAX_TEXT -> text;
            case String text ->
                throw new IllegalArgumentException(
                        "a key of %d characters; at most %d are allowed".formatted(text.length(), MAX_TEXT));
            case Boolean _, Integer _, Long _, Double _, BigInteger _, DType _, ForeignObject _, byte[] _ -> key;
            case List<?> tuple -> new ForeignObject("builtins", "tuple", tuple);
            default -> throw new IllegalArgumentException("a key that Python could not hash");
        };
    }
}
