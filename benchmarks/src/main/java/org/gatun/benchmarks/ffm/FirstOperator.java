package org.gatun.benchmarks.ffm;

import org.gatun.torch.Tensor;
import org.gatun.torch.Torch;

/** A program that runs an operator as soon as libtorch is loaded. */
final class FirstOperator {

    private FirstOperator() {}

    public static void main(String[] args) {
        try (Tensor a = Torch.ones(4);
                Tensor product = a.mul(a);
                Tensor total = product.sum()) {
            System.out.println(total.item());
        }
    }
}
