package org.gatun.serve;

import java.util.List;
import java.util.concurrent.Semaphore;

/** A model that waits before each code until the test lets it go on. */
final class GatedModel implements SamplingModel {

    private final SamplingModel model;
    private final Semaphore gate;

    /** @param gate a permit a code */
    GatedModel(SamplingModel model, Semaphore gate) {
        this.model = model;
        this.gate = gate;
    }

    @Override
    public ModelDescription description() {
        return model.description();
    }

    @Override
    public List<byte[]> sample(SampleRequest request, Listener listener) {
        return model.sample(request, (done, total, pictures) -> {
            listener.onProgress(done, total, pictures);
            gate.acquireUninterruptibly();
        });
    }

    @Override
    public void close() {
        model.close();
    }
}
