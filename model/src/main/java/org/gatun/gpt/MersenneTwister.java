package org.gatun.gpt;

/**
 * MT19937 (Matsumoto and Nishimura, 1998), as numpy's {@code RandomState} seeds it and draws from it.
 */
final class MersenneTwister {

    private static final int N = 624;
    private static final int M = 397;

    private final int[] state = new int[N];
    private int position = N;

    MersenneTwister(int seed) {
        state[0] = seed;
        for (int i = 1; i < N; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ state[i - 1] >>> 30) + i;
        }
    }

    /** A number in 0..max, by rejection. */
    int nextAtMost(int max) {
        int mask = -1 >>> Integer.numberOfLeadingZeros(max);
        while (true) {
            int value = nextInt() & mask;
            if (value <= max) {
                return value;
            }
        }
    }

    private int nextInt() {
        if (position == N) {
            twist();
        }
        int y = state[position++];
        y ^= y >>> 11;
        y ^= y << 7 & 0x9d2c5680;
        y ^= y << 15 & 0xefc60000;
        return y ^ y >>> 18;
    }

    private void twist() {
        for (int i = 0; i < N; i++) {
            int y = state[i] & 0x80000000 | state[(i + 1) % N] & 0x7fffffff;
            state[i] = state[(i + M) % N] ^ y >>> 1 ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
        }
        position = 0;
    }
}
