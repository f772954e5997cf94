package org.gatun.serve;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.gatun.gpt.SamplingOptions;

/** A model of few codes that draws the next one when the test says so. Its "pictures" are texts. */
final class StepwiseModel implements SamplingModel {

    static final int CODES = 4;

    static final ModelDescription DESCRIPTION = new ModelDescription(
            "stepwise", Conditioning.CLASS, null, List.of("discs", "squares"), true, 16, 4, 8, 8, 32, true);

    static final SampleRequest REQUEST = new SampleRequest(0, null, 1, SamplingOptions.DEFAULT, 7, 8, 8, null);

    private final int codes;
    private final Semaphore steps = new Semaphore(0);
    private final LinkedBlockingQueue<String> ends = new LinkedBlockingQueue<>();
    private volatile Thread closedBy;
    private volatile RuntimeException failure;

    StepwiseModel() {
        this(CODES);
    }

    StepwiseModel(int codes) {
        this.codes = codes;
    }

    @Override
    public ModelDescription description() {
        return DESCRIPTION;
    }

    /** Lets it draw so many codes more. */
    void allow(int codes) {
        steps.release(codes);
    }

    /** Lets all that come draw to their end. */
    void allowAll() {
        steps.release(Integer.MAX_VALUE / 2);
    }

    /** Makes the next sampling fail. */
    void failWith(RuntimeException failure) {
        this.failure = failure;
    }

    /** Waits for the end of a sampling: "seed 7 finished", or "cancelled", or "failed". */
    String awaitEnd() throws InterruptedException {
        return ends.take();
    }

    Thread closedBy() {
        return closedBy;
    }

    @Override
    public List<byte[]> sample(SampleRequest request, Listener listener) {
        String name = "seed " + request.seed();
        try {
            for (int code = 1; code <= codes; code++) {
                int done = code;
                steps.acquire();
                if (failure != null) {
                    throw failure;
                }
                listener.onProgress(done, codes, () -> pictures(request, "part " + done));
            }
        } catch (CancellationException e) {
            ends.add(name + " cancelled");
            throw e;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        ends.add(name + " finished");
        return pictures(request, "whole");
    }

    private static List<byte[]> pictures(SampleRequest request, String text) {
        return IntStream.range(0, request.count())
                .mapToObj(i -> (text + " of " + i).getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public void close() {
        closedBy = Thread.currentThread();
    }
}
