package org.gatun.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Decides by a hash of a key alone what is held out from training, so that the decision for one key doesn't depend on the
 * others, the machine or the order of files.
 *
 * @param share the expected share of keys held out, in [0, 1)
 */
record HoldOut(double share) {
    HoldOut {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("the held-out share must lie in [0, 1), not " + share);
        }
    }

    boolean contains(String key) {
        return fraction(key) < share;
    }

    /**
     * The held-out ones of a set of keys. Where chance leaves one side empty, the key with the least (or greatest) hash
     * goes there: with a share above 0 and two keys or more, both sides have one.
     */
    Set<String> choose(Set<String> keys) {
        SortedSet<String> byHash =
                new TreeSet<>(Comparator.comparingDouble(HoldOut::fraction).thenComparing(Comparator.naturalOrder()));
        byHash.addAll(keys);
        Set<String> chosen = new TreeSet<>();
        byHash.stream().filter(this::contains).forEach(chosen::add);
        if (share > 0 && keys.size() >= 2) {
            if (chosen.isEmpty()) {
                chosen.add(byHash.first());
            } else if (chosen.size() == keys.size()) {
                chosen.remove(byHash.last());
            }
        }
        return chosen;
    }

    /** Maps a key evenly to [0, 1) by the first 53 bits of its SHA-256. */
    private static double fraction(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            long bits = 0;
            for (int i = 0; i < Long.BYTES; i++) {
                bits = bits << Byte.SIZE | digest[i] & 0xFF;
            }
            return (bits >>> 11) * 0x1p-53;
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
