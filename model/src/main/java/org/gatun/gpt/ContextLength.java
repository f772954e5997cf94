package org.gatun.gpt;

/** What every context demands of lengths. */
final class ContextLength {

    private ContextLength() {}

    static void check(long maxLength, GptConfig config) {
        if (maxLength < 1 || maxLength > config.blockSize()) {
            throw new IllegalArgumentException(
                    "a sequence of " + maxLength + " tokens does not fit into block_size " + config.blockSize());
        }
    }

    static void checkRoom(long length, long count, long maxLength) {
        if (length + count > maxLength) {
            throw new IllegalArgumentException(
                    count + " more tokens after " + length + " do not fit into a context of " + maxLength);
        }
    }
}
