package org.gatun.vqgan.quantize;

import java.util.BitSet;
import java.util.List;

/**
 * Gives the codes that are in use indices without gaps: {@code remap} in the reference.
 *
 * @param used the codes; that at place i gets the index i
 * @param unknown the index of all others
 */
public record IndexRemap(List<Integer> used, UnknownIndex unknown) {

    public IndexRemap {
        used = List.copyOf(used);
        if (used.isEmpty()) {
            throw new IllegalArgumentException("remap: there is no code in use");
        }
        if (unknown instanceof UnknownIndex.Fixed(int index) && (index < 0 || index >= used.size())) {
            throw new IllegalArgumentException(
                    "unknown_index is " + index + ", and must be below the " + used.size() + " codes in use");
        }
        BitSet seen = new BitSet();
        for (int code : used) {
            if (code < 0 || seen.get(code)) {
                throw new IllegalArgumentException(
                        "remap: code " + code + (code < 0 ? " is negative" : " is there twice"));
            }
            seen.set(code);
        }
    }

    /** The number of different indices. */
    public int numIndices() {
        return used.size() + (unknown instanceof UnknownIndex.Extra ? 1 : 0);
    }
}
