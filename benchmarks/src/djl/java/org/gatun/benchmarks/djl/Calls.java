package org.gatun.benchmarks.djl;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One call, or few, each result closed. */
@State(Scope.Thread)
public class Calls {

    private final NDManager manager = NDManager.newBaseManager();
    private final NDArray a = manager.create(new float[] {1, 2, 3, 4});
    private final NDArray b = manager.create(new float[] {5, 6, 7, 8});
    private final NDArray x = manager.arange(16f);
    private final NDArray w = x.reshape(4, 4);

    /** A field of a Java object: DJL reads a shape once. */
    @Benchmark
    public long getter() {
        return a.getShape().get(0);
    }

    @Benchmark
    public void mul4() {
        a.mul(b).close();
    }

    @Benchmark
    public void addScalar() {
        a.add(2.0f).close();
    }

    @Benchmark
    public void chain() {
        NDArray view = x.reshape(4, 4);
        NDArray transposed = view.transpose();
        NDArray product = transposed.matMul(w);
        product.close();
        transposed.close();
        view.close();
    }

    @Benchmark
    public void cat4() {
        NDArrays.concat(new NDList(a, a, a, a), 0).close();
    }

    @Benchmark
    public EngineException error() {
        try (NDArray product = a.mul(x)) {
            throw new AssertionError("libtorch multiplied shapes that do not match: " + product);
        } catch (EngineException e) {
            return e;
        }
    }
}
