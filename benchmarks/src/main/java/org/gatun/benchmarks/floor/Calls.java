package org.gatun.benchmarks.floor;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One call, or few. */
@State(Scope.Thread)
public class Calls {

    private final FloorLoop empty = new FloorLoop("empty");
    private final FloorLoop getter = new FloorLoop("getter");
    private final FloorLoop mul4 = new FloorLoop("mul4");
    private final FloorLoop mul4Grad = new FloorLoop("mul4_grad");
    private final FloorLoop addScalar = new FloorLoop("add_scalar");
    private final FloorLoop chain = new FloorLoop("chain");
    private final FloorLoop cat4 = new FloorLoop("cat4");
    private final FloorLoop error = new FloorLoop("error");
    private final FloorLoop upcall = new FloorLoop("upcall");

    @Benchmark
    @OperationsPerInvocation(FloorLoop.CALLS)
    public void empty() {
        empty.run();
    }

    @Benchmark
    @OperationsPerInvocation(FloorLoop.CALLS)
    public void getter() {
        getter.run();
    }

    @Benchmark
    @OperationsPerInvocation(FloorLoop.CALLS)
    public void mul4() {
        mul4.run();
    }

    @Benchmark
    @OperationsPerInvocation(FloorLoop.CALLS)
    public void mul4Grad() {
        mul4Grad.run();
    }

    @Benchmark
    @OperationsPerInvocation(FloorLoop.CALLS)
    public void addScalar() {
        addScalar.run();
    }

    @Benchmark
    @OperationsPerInvocation(FloorLoop.CALLS)
    public void chain() {
        chain.run();
    }

    @Benchmark
    @OperationsPerInvocation(FloorLoop.CALLS)
    public void cat4() {
        cat4.run();
    }

    @Benchmark
    @OperationsPerInvocation(FloorLoop.CALLS)
    public void error() {
        error.run();
    }

    @Benchmark
    @OperationsPerInvocation(FloorLoop.CALLS)
    public void upcall() {
        upcall.run();
    }
}
