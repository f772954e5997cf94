package org.gatun.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gatun.gpt.CodeTransformer;
import org.gatun.gpt.ConditionTokens;
import org.gatun.gpt.PictureCondition;
import org.gatun.gpt.Prompt;
import org.gatun.gpt.SamplingListener;
import org.gatun.gpt.SamplingOptions;
import org.gatun.plot.Pictures;
import org.gatun.run.ConditionStage;
import org.gatun.run.Stages;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/**
 * A sheet of new pictures: a row a class, or rows of conditions over rows of what was made of them over rows of the true pictures, the
 * held-out ones'.
 *
 * @param heldOut the caller's
 * @param guided whether the transformer can be guided
 * @param file where it is written
 */
record Preview(Stages stages, CodeDataset heldOut, SamplingOptions options, boolean guided, Path file) {

    /** Pictures in a row. */
    static final int COLUMNS = 8;

    private static final int MOST_CLASSES = 16;
    private static final int ROWS_WITHOUT_CONDITION = 4;

    /** Draws and writes the sheet. */
    void write(CodeTransformer model) {
        try (TensorScope _ = TensorScope.open();
                var _ = Autograd.noGrad()) {
            switch (stages.condition()) {
                case ConditionStage.Start start -> {
                    Tensor none =
                            Torch.zeros(new long[] {ROWS_WITHOUT_CONDITION * COLUMNS, 1}, DType.INT64, model.device());
                    Sheets.write(draw(model, start.tokens().tokens(none)), COLUMNS, List.of(), file);
                }
                case ConditionStage.Classes(ConditionTokens tokens, List<String> names) -> {
                    List<String> shown = names.subList(0, Math.min(MOST_CLASSES, names.size()));
                    Tensor labels = Torch.arange((long) shown.size(), DType.INT64, model.device())
                            .repeat_interleave(COLUMNS);
                    Sheets.write(draw(model, tokens.tokens(labels.unsqueeze(1))), COLUMNS, shown, file);
                }
                case ConditionStage.Pictures pictures -> writeGroups(model, pictures);
            }
        }
    }

    private void writeGroups(CodeTransformer model, ConditionStage.Pictures stage) {
        CodeBatch batch = heldOut.slice(0, Math.min(2 * COLUMNS, heldOut.size()));
        Tensor drawn = draw(model, batch.condition());
        List<Pictures> rows = new ArrayList<>();
        if (stage.condition() instanceof PictureCondition.Codes codes) {
            Tensor indices = batch.condition().sub(stage.tokens().firstToken());
            long side = Math.round(Math.sqrt(indices.size(1)));
            Tensor seen = PictureTensors.colored(codes.stage().decodeIndices(indices.view(-1, side, side)));
            rows.add(Sheets.pictures(seen.upsample_nearest2d(new long[] {drawn.size(2), drawn.size(3)})));
        }
        rows.add(Sheets.pictures(drawn));
        rows.add(Sheets.pictures(decode(model, batch.codes())));
        Sheets.writeGroups(rows, COLUMNS, file);
    }

    /** Conditions (B, C) to pictures (B, 3, H, W). */
    private Tensor draw(CodeTransformer model, Tensor condition) {
        Prompt prompt = Prompt.of(condition);
        SamplingOptions drawn = options;
        if (guided) {
            prompt = prompt.withUnconditional(stages.condition().tokens().nullTokens(model.device()));
        } else {
            drawn = options.withGuidanceScale(1);
        }
        return decode(model, model.sample(prompt, drawn, SamplingListener.NONE));
    }

    private Tensor decode(CodeTransformer model, Tensor codes) {
        return stages.firstStage()
                .decodeIndices(
                        codes.view(-1, model.config().height(), model.config().width()));
    }
}
