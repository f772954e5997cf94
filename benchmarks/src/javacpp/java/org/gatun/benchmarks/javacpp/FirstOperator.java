package org.gatun.benchmarks.javacpp;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** A program that runs an operator as soon as libtorch is loaded. */
final class FirstOperator {

    private FirstOperator() {}

    public static void main(String[] args) {
        try (Tensor a = torch.ones(4);
                Tensor product = a.mul(a);
                Tensor total = product.sum()) {
            System.out.println(total.item_float());
        }
    }
}
