package org.gatun.benchmarks.jni;

import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A two-layer net of width 64 on a batch of 8. The learning rate is 0: the numbers stay what they are. */
@State(Scope.Thread)
public class Training {

    private final long x = Jni.randn(new long[] {8, 64});
    private final long target = Jni.randn(new long[] {8, 64});
    private final long w1 = Jni.parameter(64, 64);
    private final long b1 = Jni.parameter(64);
    private final long w2 = Jni.parameter(64, 64);
    private final long b2 = Jni.parameter(64);
    private final long[] parameters = {w1, b1, w2, b2};
    private final long[] expAvgs = LongStream.of(parameters).map(Jni::zerosLike).toArray();
    private final long[] expAvgSqs =
            LongStream.of(parameters).map(Jni::zerosLike).toArray();
    private final long[] steps = LongStream.range(0, 4)
            .map(_ -> Jni.zerosLike(Jni.randn(new long[0])))
            .toArray();
    private final long[] grads = forwardBackward();

    /** The gradients are the caller's. */
    private long[] forwardBackward() {
        long hidden = Jni.linear(x, w1, b1);
        long activated = Jni.relu(hidden);
        long y = Jni.linear(activated, w2, b2);
        long loss = Jni.mseLoss(y, target);
        long[] results = new long[parameters.length];
        Jni.grad(loss, parameters, results);
        Jni.delete(loss);
        Jni.delete(y);
        Jni.delete(activated);
        Jni.delete(hidden);
        return results;
    }

    private void step(long[] gradients) {
        int previous = Jni.setGradEnabled(0);
        Jni.addOne(steps);
        Jni.fusedAdamW(parameters, gradients, expAvgs, expAvgSqs, steps, 0);
        Jni.setGradEnabled(previous);
    }

    @Benchmark
    public void net() {
        long[] results = forwardBackward();
        Jni.deleteAll(results, results.length);
    }

    @Benchmark
    public void optimizer() {
        step(grads);
    }

    @Benchmark
    public void trainStep() {
        long[] results = forwardBackward();
        step(results);
        Jni.deleteAll(results, results.length);
    }
}
