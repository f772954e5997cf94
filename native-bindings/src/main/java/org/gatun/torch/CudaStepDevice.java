package org.gatun.torch;

import java.util.List;
import java.util.function.Supplier;

/** Steps on a stream of their own, which alone can be captured; the current stream and it wait for each other. */
record CudaStepDevice(CudaStream stream) implements StepDevice {

    @Override
    public List<Tensor> run(Supplier<List<Tensor>> work) {
        CudaStream outside = CudaStream.current(stream.device());
        stream.waitFor(outside);
        List<Tensor> results;
        try (CudaStream.Guard _ = stream.makeCurrent()) {
            results = work.get();
        }
        outside.waitFor(stream);
        return results;
    }

    @Override
    public Captured capture(Supplier<List<Tensor>> work) {
        CapturedResults captured = new CapturedResults();
        captured.graph = CudaGraph.capture(stream, () -> captured.results = work.get());
        return captured;
    }

    private static final class CapturedResults implements Captured {

        private CudaGraph graph;
        private List<Tensor> results;

        @Override
        public List<Tensor> replay() {
            graph.replay();
            return results;
        }

        @Override
        public void close() {
            results.forEach(Tensor::close);
            graph.close();
        }
    }
}
