package org.gatun.benchmarks.javacpp;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One call, or few, each result closed. */
@State(Scope.Thread)
public class Calls {

    private final Tensor a = Tensor.create(1f, 2f, 3f, 4f);
    private final Tensor b = Tensor.create(5f, 6f, 7f, 8f);
    private final Tensor parameter = Tensor.create(1f, 2f, 3f, 4f).requires_grad_(true);
    private final Tensor x = Tensor.create(1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f, 9f, 10f, 11f, 12f, 13f, 14f, 15f, 16f);
    private final Tensor w = x.view(4, 4);

    @Benchmark
    public long getter() {
        return a.size(0);
    }

    @Benchmark
    public void mul4() {
        a.mul(b).close();
    }

    @Benchmark
    public void mul4Grad() {
        parameter.mul(b).close();
    }

    @Benchmark
    public void addScalar() {
        try (Scalar two = new Scalar(2.0)) {
            a.add(two).close();
        }
    }

    @Benchmark
    public void chain() {
        Tensor view = x.view(4, 4);
        Tensor transposed = view.transpose(0, 1);
        Tensor product = transposed.matmul(w);
        product.close();
        transposed.close();
        view.close();
    }

    @Benchmark
    public void cat4() {
        try (TensorVector tensors = new TensorVector(a, a, a, a)) {
            torch.cat(tensors, 0).close();
        }
    }

    @Benchmark
    public RuntimeException error() {
        try (Tensor product = a.mul(x)) {
            throw new AssertionError("libtorch multiplied shapes that do not match: " + product);
        } catch (RuntimeException e) {
            return e;
        }
    }
}
