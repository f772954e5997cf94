package org.gatun.benchmarks.jni;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One call, or few, each result deleted. */
@State(Scope.Thread)
public class Calls {

    private final long a = Jni.copyOf(new float[] {1, 2, 3, 4});
    private final long b = Jni.copyOf(new float[] {5, 6, 7, 8});
    private final long parameter = Jni.parameter(4);
    private final long x = Jni.copyOf(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
    private final long w = Jni.view(x, new long[] {4, 4});

    @Benchmark
    public void empty() {
        Jni.nothing();
    }

    @Benchmark
    public long getter() {
        return Jni.size(a, 0);
    }

    @Benchmark
    public void mul4() {
        Jni.delete(Jni.mul(a, b));
    }

    @Benchmark
    public void mul4Grad() {
        Jni.delete(Jni.mul(parameter, b));
    }

    @Benchmark
    public void addScalar() {
        Jni.delete(Jni.addScalar(a, 2));
    }

    @Benchmark
    public void chain() {
        long view = Jni.view(x, new long[] {4, 4});
        long transposed = Jni.transpose(view, 0, 1);
        long product = Jni.matmul(transposed, w);
        Jni.delete(product);
        Jni.delete(transposed);
        Jni.delete(view);
    }

    @Benchmark
    public void cat4() {
        Jni.delete(Jni.cat(new long[] {a, a, a, a}, 0));
    }

    @Benchmark
    public RuntimeException error() {
        try {
            throw new AssertionError("libtorch multiplied shapes that do not match: " + Jni.mul(a, x));
        } catch (RuntimeException e) {
            return e;
        }
    }

    @Benchmark
    @OperationsPerInvocation(1000)
    public void upcall() {
        if (Jni.upcalls(1000) != 0) {
            throw new AssertionError("an upcall returned something else");
        }
    }
}
