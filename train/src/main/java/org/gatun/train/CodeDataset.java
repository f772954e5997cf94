package org.gatun.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.gatun.data.BatchSource;
import org.gatun.data.DataPosition;
import org.gatun.data.ImageBatch;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/**
 * Pictures as a first stage's codes, computed once. It owns its tensors, which may be views of a {@link CodeFile}.
 *
 * @param codes (N, h*w) int16 or int32 in raster order, on the CPU
 * @param conditions (N, C) of the same type: the tokens before them
 * @param device where batches are wanted
 */
record CodeDataset(Tensor codes, Tensor conditions, Device device) implements CodeSource {

    /** Codes below this fit into int16. */
    private static final int INT16_CODES = 1 << 15;

    /**
     * Encodes every picture of {@code source}.
     *
     * @param views how often, and how; the source's crops must be theirs
     * @param vocabulary above all tokens
     * @param interrupted asked after each batch whether to give up
     * @throws EncodingCancelledException if so
     */
    static CodeDataset encode(
            CodeEncoder encoder, BatchSource source, Views views, int vocabulary, BooleanSupplier interrupted) {
        DType dtype = vocabulary <= INT16_CODES ? DType.INT16 : DType.INT32;
        List<Tensor> codes = new ArrayList<>();
        List<Tensor> conditions = new ArrayList<>();
        long pictures = (long) source.size() * views.crops();
        long seen = 0;
        try (TensorScope scope = TensorScope.open();
                Progress progress = new Progress("codes")) {
            source.seek(DataPosition.START);
            while (source.position().epoch() < views.crops()) {
                if (interrupted.getAsBoolean()) {
                    throw new EncodingCancelledException();
                }
                ImageBatch batch = source.next();
                seen += batch.size();
                progress.update(Math.min(1, (double) seen / pictures), seen + " of " + pictures + " pictures");
                for (boolean mirrored : views.flipped() ? new boolean[] {false, true} : new boolean[] {false}) {
                    try (TensorScope inner = TensorScope.open()) {
                        CodeBatch encoded = encoder.encode(batch, source, mirrored);
                        codes.add(inner.moveToOuter(encoded.codes().to(dtype).to(Device.CPU)));
                        conditions.add(
                                inner.moveToOuter(encoded.condition().to(dtype).to(Device.CPU)));
                    }
                }
            }
            return new CodeDataset(scope.keep(Torch.cat(codes)), scope.keep(Torch.cat(conditions)), encoder.device());
        }
    }

    long size() {
        return codes.size(0);
    }

    /** {@code count} neighbours from {@code start} on. */
    CodeBatch slice(long start, long count) {
        return batch(codes.narrow(0, start, count), conditions.narrow(0, start, count));
    }

    @Override
    public CodeBatch next(int batchSize) {
        Tensor chosen = Torch.randint(size(), new long[] {batchSize}, DType.INT64);
        return batch(codes.index_select(0, chosen), conditions.index_select(0, chosen));
    }

    @Override
    public Map<String, String> position() {
        return Map.of();
    }

    @Override
    public void resume(Map<String, String> position) {
        // Batches are drawn from libtorch's generator alone.
    }

    private CodeBatch batch(Tensor someCodes, Tensor someConditions) {
        return new CodeBatch(
                someCodes.to(device).to(DType.INT64), someConditions.to(device).to(DType.INT64));
    }

    @Override
    public void close() {
        codes.close();
        conditions.close();
    }
}
