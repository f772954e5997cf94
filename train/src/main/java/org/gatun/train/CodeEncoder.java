package org.gatun.train;

import java.util.Arrays;
import org.gatun.data.BatchSource;
import org.gatun.data.ImageBatch;
import org.gatun.data.PictureKind;
import org.gatun.run.ConditionStage;
import org.gatun.run.Stages;
import org.gatun.torch.Autocast;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/** Turns batches of pictures into codes and the tokens of their conditions. */
record CodeEncoder(Stages stages, Precision precision, Device device) {

    /** @param mirrored whether pictures, and conditions but coordinates, are mirrored first */
    CodeBatch encode(ImageBatch batch, BatchSource source, boolean mirrored) {
        try (TensorScope scope = TensorScope.open();
                var _ = Autograd.noGrad();
                Autocast _ = precision.open(device)) {
            Tensor pictures = Batches.pictures(batch, source, device);
            Tensor x = mirrored ? pictures.flip(3) : pictures;
            Tensor codes = stages.firstStage().encode(x, false).indices().flatten(1); // (B, h*w)
            Tensor condition = switch (stages.condition()) {
                case ConditionStage.Start start ->
                    start.tokens().tokens(Torch.zeros(new long[] {batch.size(), 1}, DType.INT64, device));
                case ConditionStage.Classes classes ->
                    classes.tokens().tokens(labels(batch).unsqueeze(1));
                case ConditionStage.Pictures of ->
                    of.tokensOf(batch.condition() == null ? x : conditions(batch, source, of.kind(), mirrored));
            };
            return new CodeBatch(scope.moveToOuter(codes), scope.moveToOuter(condition));
        }
    }

    private Tensor labels(ImageBatch batch) {
        long[] labels = Arrays.stream(batch.labels()).asLongStream().toArray();
        return Tensor.of(labels, batch.size()).to(device);
    }

    private Tensor conditions(ImageBatch batch, BatchSource source, PictureKind kind, boolean mirrored) {
        Tensor conditions = Batches.conditions(batch, source, kind, device);
        return mirrored && !(kind instanceof PictureKind.Coordinates) ? conditions.flip(3) : conditions;
    }
}
