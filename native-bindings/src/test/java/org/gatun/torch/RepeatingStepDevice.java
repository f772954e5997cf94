package org.gatun.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A device that behaves like one with graphs: a capture does nothing yet, and each replay writes the same results, by doing the work again. */
final class RepeatingStepDevice implements StepDevice {

    int captures;
    int replays;

    @Override
    public List<Tensor> run(Supplier<List<Tensor>> work) {
        return work.get();
    }

    @Override
    public Captured capture(Supplier<List<Tensor>> work) {
        captures++;
        return new Captured() {

            private List<Tensor> results;

            @Override
            public List<Tensor> replay() {
                replays++;
                List<Tensor> made = work.get();
                if (results == null) {
                    results = new ArrayList<>(made);
                    return results;
                }
                for (int i = 0; i < made.size(); i++) {
                    results.get(i).copy_(made.get(i));
                    made.get(i).close();
                }
                return results;
            }

            @Override
            public void close() {
                if (results != null) {
                    results.forEach(Tensor::close);
                }
            }
        };
    }
}
