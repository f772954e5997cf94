package org.gatun.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gatun.data.BatchSource;
import org.gatun.data.DataPosition;
import org.gatun.data.ImageBatch;
import org.gatun.torch.Autocast;
import org.gatun.torch.Autograd;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.gatun.vqgan.VqModel;

/**
 * Pictures as a first stage's codes, computed once. It owns its tensors.
 *
 * @param codes (N, h*w) int64 in raster order
 * @param labels (N) int64
 */
public record CodeDataset(Tensor codes, Tensor labels) implements AutoCloseable {

    /** Encodes every picture of one epoch of {@code source} as it is, and a second time mirrored if {@code flipped}. */
    public static CodeDataset encode(
            VqModel model, BatchSource source, boolean flipped, Precision precision, Device device) {
        List<Tensor> codes = new ArrayList<>();
        List<Tensor> labels = new ArrayList<>();
        try (TensorScope scope = TensorScope.open();
                var _ = Autograd.noGrad();
                Autocast _ = precision.open(device)) {
            source.seek(DataPosition.START);
            while (source.position().epoch() == DataPosition.START.epoch()) {
                ImageBatch batch = source.next();
                Tensor classes = Tensor.of(
                                Arrays.stream(batch.labels()).asLongStream().toArray(), batch.size())
                        .to(device);
                Tensor x = Batches.pictures(batch, source.transform(), device);
                codes.add(indices(model, x));
                labels.add(classes);
                if (flipped) {
                    codes.add(indices(model, x.flip(3)));
                    labels.add(classes);
                }
            }
            return new CodeDataset(scope.keep(Torch.cat(codes)), scope.keep(Torch.cat(labels)));
        }
    }

    private static Tensor indices(VqModel model, Tensor x) {
        try (TensorScope scope = TensorScope.open()) {
            return scope.moveToOuter(model.encode(x, false).indices().flatten(1)); // (B, h*w)
        }
    }

    public long size() {
        return codes.size(0);
    }

    @Override
    public void close() {
        codes.close();
        labels.close();
    }
}
