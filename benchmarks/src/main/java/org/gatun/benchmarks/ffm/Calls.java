package org.gatun.benchmarks.ffm;

import java.util.List;
import org.gatun.torch.Tensor;
import org.gatun.torch.Torch;
import org.gatun.torch.TorchException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One call, or few, each result closed. */
@State(Scope.Thread)
public class Calls {

    private final Tensor a = Tensor.of(1, 2, 3, 4);
    private final Tensor b = Tensor.of(5, 6, 7, 8);
    private final Tensor parameter = Tensor.of(1, 2, 3, 4).requires_grad_(true);
    private final Tensor x = Tensor.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
    private final Tensor w = x.view(4, 4);
    private final List<Tensor> tensors = List.of(a, a, a, a);

    @Benchmark
    public void empty() {
        EmptyCall.plain();
    }

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
        a.add(2.0).close();
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
        Torch.cat(tensors, 0).close();
    }

    @Benchmark
    public TorchException error() {
        try (Tensor product = a.mul(x)) {
            throw new AssertionError("libtorch multiplied shapes that do not match: " + product);
        } catch (TorchException e) {
            return e;
        }
    }

    @Benchmark
    @OperationsPerInvocation(UpcallLoop.CALLS)
    public void upcall() {
        UpcallLoop.run();
    }
}
