package org.gatun.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.gatun.gpt.SamplingListener;
import org.gatun.gpt.SamplingProgress;
import org.gatun.run.PictureSampler;
import org.gatun.torch.DType;
import org.gatun.torch.Tensor;
import org.gatun.torch.TorchException;
import org.gatun.train.Progress;

/** Shows how far drawing has come: a bar, and from time to time the sheet with what there is. */
final class PartialPictures implements SamplingListener {

    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final PictureSampler sampler;
    private final SampleSheet sheet;
    private final Progress progress;
    private final int first;
    private final int count;
    private final int total;
    private final boolean inRasterOrder;
    private final boolean[] known;
    private final Consumer<TorchException> captureFailure;
    private long shown = System.nanoTime();

    /**
     * @param first the first of the pictures that are drawn now
     * @param count how many are
     * @param total how many will be
     * @param inRasterOrder whether codes come row by row, so that it can be said which are there
     * @param known codes that are there from the start; null for none
     * @param captureFailure told why steps can't be captured as CUDA graphs, if they should be
     */
    PartialPictures(
            PictureSampler sampler,
            SampleSheet sheet,
            Progress progress,
            int first,
            int count,
            int total,
            boolean inRasterOrder,
            boolean[] known,
            Consumer<TorchException> captureFailure) {
        this.sampler = sampler;
        this.sheet = sheet;
        this.progress = progress;
        this.first = first;
        this.count = count;
        this.total = total;
        this.inRasterOrder = inRasterOrder;
        this.known = known;
        this.captureFailure = captureFailure;
    }

    @Override
    public void onToken(SamplingProgress at) {
        double share = (first + count * (double) at.done() / at.total()) / total;
        progress.update(share, String.format(Locale.ROOT, "code %d of %d", at.done(), at.total()));
        if (System.nanoTime() - shown > INTERVAL.toNanos()) {
            sheet.put(first, decode(at));
            sheet.write();
            shown = System.nanoTime();
        }
    }

    @Override
    public void onCaptureFailure(TorchException failure) {
        captureFailure.accept(failure);
    }

    /** What is not there yet is grey. */
    private Tensor decode(SamplingProgress at) {
        Tensor codes = at.tokens();
        if (codes.dim() == 2) {
            codes = sampler.asMap(codes);
        }
        Tensor pictures = sampler.decode(codes);
        if (!inRasterOrder) {
            return pictures;
        }
        long height = codes.size(1);
        long width = codes.size(2);
        float[] there = new float[(int) (height * width)];
        for (int i = 0; i < there.length; i++) {
            there[i] = i < at.done() || known != null && known[i] ? 1 : 0;
        }
        Tensor mask = Tensor.of(there, 1, 1, height, width)
                .upsample_nearest2d(new long[] {pictures.size(2), pictures.size(3)});
        return pictures.mul(mask.to(pictures.device()).to(DType.FLOAT32));
    }
}
