package org.gatun.benchmarks.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** A program that runs an operator as soon as libtorch is loaded. */
final class FirstOperator {

    private FirstOperator() {}

    public static void main(String[] args) {
        try (NDManager manager = NDManager.newBaseManager();
                NDArray a = manager.ones(new Shape(4));
                NDArray product = a.mul(a);
                NDArray total = product.sum()) {
            System.out.println(total.getFloat());
        }
    }
}
