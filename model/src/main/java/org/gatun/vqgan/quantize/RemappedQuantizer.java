package org.gatun.vqgan.quantize;

import org.gatun.torch.DType;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/** Another quantizer, whose indices are {@link IndexRemap remapped}. Its codes and losses stay what they are. */
final class RemappedQuantizer implements Quantizer {

    private static final int UNKNOWN = -1;

    private final Quantizer codes;
    private final IndexRemap remap;
    private final Tensor used;

    /** @param used (U) int64, the codes in use: a buffer, which a checkpoint may have set */
    RemappedQuantizer(Quantizer codes, IndexRemap remap, Tensor used) {
        this.codes = codes;
        this.remap = remap;
        this.used = used;
    }

    @Override
    public Quantization quantize(Tensor z, QuantizerMode mode) {
        try (TensorScope scope = TensorScope.open()) {
            Quantization all = codes.quantize(z, mode);
            return new Quantization(all.quantized(), all.loss(), toUsed(all.indices())).moveToOuter(scope);
        }
    }

    /** Indices of all codes to those of the codes in use. */
    private Tensor toUsed(Tensor indices) {
        Tensor places = Torch.arange(used.size(0), DType.INT64, used.device());
        Tensor table = Torch.full(new long[] {codes.numCodes()}, UNKNOWN, DType.INT64, used.device())
                .scatter_(0, used, places); // (K)
        Tensor mapped = table.index_select(0, indices.flatten()).view(indices.shape());
        Tensor unknown = mapped.eq(UNKNOWN);
        return switch (remap.unknown()) {
            case UnknownIndex.Random _ ->
                Torch.where(unknown, Torch.randint(used.size(0), indices.shape(), DType.INT64, used.device()), mapped);
            case UnknownIndex.Extra _ -> mapped.masked_fill(unknown, used.size(0));
            case UnknownIndex.Fixed(int index) -> mapped.masked_fill(unknown, index);
        };
    }

    @Override
    public Tensor lookup(Tensor indices) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor known = indices.masked_fill(indices.ge(used.size(0)), 0);
            Tensor all = used.index_select(0, known.flatten()).view(indices.shape());
            return scope.moveToOuter(codes.lookup(all));
        }
    }

    @Override
    public int numCodes() {
        return remap.numIndices();
    }

    @Override
    public boolean gathers() {
        return codes.gathers();
    }

    @Override
    public void beginStep(long step) {
        codes.beginStep(step);
    }

    @Override
    public boolean followsSchedule() {
        return codes.followsSchedule();
    }
}
