package org.gatun.examples;

import java.lang.foreign.MemorySegment;
import java.nio.Buffer;
import org.gatun.torch.Tensor;

/** Proves that nothing was copied: two libraries name the same address. */
final class SameMemory {

    private SameMemory() {}

    static void require(String ours, Tensor tensor, String theirs, long address) {
        if (tensor.dataPointer() != address) {
            throw new AssertionError("%s at %#x was copied: %s is at %#x"
                    .formatted(ours, tensor.dataPointer(), theirs, address));
        }
        System.out.printf("  %s = %s: both at %#x%n", ours, theirs, address);
    }

    static long addressOf(Buffer buffer) {
        return MemorySegment.ofBuffer(buffer).address();
    }
}
