package org.gatun.torch;

import java.util.List;
import java.util.function.Supplier;

/** Steps on a stream of their own, which alone can be captured; the current stream and it wait for each other. */
record CudaStepDevice(CudaStream stream) implements StepDevice {

    @Override
    public List<Tensor> run(Supplier<List<Tensor>> work) {
        CudaStream outside = CudaStream.current(stream.device());
        stream.waitFor(outside);
        try (Rejoining _ = new Rejoining(outside, stream);
                CudaStream.Guard _ = stream.makeCurrent()) {
            return work.get();
        }
    }

    /** Lets the stream outside wait also for work that failed half-way: its operands are in use until then. */
    private record Rejoining(CudaStream outside, CudaStream inside) implements AutoCloseable {

        @Override
        public void close() {
            outside.waitFor(inside);
        }
    }

    @Override
    public Captured capture(Supplier<List<Tensor>> work) {
        CapturedResults captured = new CapturedResults();
        try {
            captured.graph = CudaGraph.capture(stream, () -> captured.results = work.get());
        } catch (RuntimeException | Error e) {
            captured.closeResults();
            throw e;
        }
        return captured;
    }

    private static final class CapturedResults implements Captured {

        private CudaGraph graph;
        private List<Tensor> results = List.of();

        @Override
        public List<Tensor> replay() {
            graph.replay();
            return results;
        }

        private void closeResults() {
            results.forEach(Tensor::close);
        }

        @Override
        public void close() {
            closeResults();
            graph.close();
        }
    }
}
