package org.gatun.examples;

import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.gatun.torch.DType;
import org.gatun.torch.ForeignMemory;
import org.gatun.torch.Tensor;

/** A column of an Apache Arrow table as a tensor. Arrow counts references; the tensor holds one until its storage is gone. */
final class ArrowColumn {

    private static final int ROWS = 1000;

    private ArrowColumn() {}

    public static void main(String[] args) {
        // The allocator's close() fails if a buffer was not released.
        try (BufferAllocator allocator = new RootAllocator()) {
            Tensor tensor;
            try (ArrowBuf column = allocator.buffer((long) ROWS * Float.BYTES)) {
                for (int row = 0; row < ROWS; row++) {
                    column.setFloat((long) row * Float.BYTES, row);
                }
                column.getReferenceManager().retain();
                tensor = ForeignMemory.at(column.memoryAddress(), column.capacity())
                        .releasedBy(column.getReferenceManager()::release)
                        .asTensor(DType.FLOAT32, ROWS);
                SameMemory.require("tensor", tensor, "Arrow's buffer", column.memoryAddress());
            }
            try (tensor; // the buffer is closed, its memory is the tensor's
                    Tensor mean = tensor.mean()) {
                System.out.printf("  mean of 0 to %d: %s%n", ROWS - 1, mean.item());
                if (mean.item() != (ROWS - 1) / 2.0) {
                    throw new AssertionError("the mean is wrong");
                }
            }
        }
    }
}
