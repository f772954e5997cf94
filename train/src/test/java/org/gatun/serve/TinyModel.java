package org.gatun.serve;

import java.util.List;
import java.util.function.Function;
import org.gatun.data.PictureKind;
import org.gatun.gpt.CodeOrder;
import org.gatun.gpt.CodeTransformer;
import org.gatun.gpt.CodeTransformerConfig;
import org.gatun.gpt.ConditionTokens;
import org.gatun.gpt.GptConfig;
import org.gatun.gpt.PictureCondition;
import org.gatun.gpt.RasterOrder;
import org.gatun.nn.Parameters;
import org.gatun.run.ConditionStage;
import org.gatun.run.SecondStage;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Generator;
import org.gatun.train.Precision;
import org.gatun.vqgan.AutoencoderConfig;
import org.gatun.vqgan.VqModel;
import org.gatun.vqgan.VqModelConfig;
import org.gatun.vqgan.quantize.QuantizerConfig;

/** Models with random weights: pictures of 16x16 pixels in 8x8 codes. */
final class TinyModel {

    static final int SIZE = 16;
    static final int CODES = 64;

    private static final int SIDE = 8;
    private static final int CODEBOOK = 16;
    private static final List<String> CLASSES = List.of("discs", "squares");

    private TinyModel() {}

    /** Of two classes. */
    static SecondStageModel inRasterOrder() {
        return inOrder(new RasterOrder());
    }

    /** Of two classes, in another order of codes. */
    static SecondStageModel inOrder(CodeOrder order) {
        ConditionTokens tokens = new ConditionTokens(1, CLASSES.size(), CODEBOOK);
        return build(order, tokens, _ -> new ConditionStage.Classes(tokens, CLASSES));
    }

    /** From other pictures, by the same first stage. */
    static SecondStageModel fromPictures() {
        ConditionTokens tokens = new ConditionTokens(CODES, CODEBOOK, 0);
        return build(
                new RasterOrder(),
                tokens,
                firstStage -> new ConditionStage.Pictures(
                        tokens, new PictureCondition.Codes(firstStage, -1), new PictureKind.Color(), false));
    }

    /** Unconditional. */
    static SecondStageModel fromNothing() {
        ConditionTokens tokens = new ConditionTokens(1, 1, 0);
        return build(new RasterOrder(), tokens, _ -> new ConditionStage.Start(tokens));
    }

    private static SecondStageModel build(
            CodeOrder order, ConditionTokens tokens, Function<VqModel, ConditionStage> condition) {
        Generator.manualSeed(1);
        Parameters parameters = new Parameters(Device.CPU, DType.FLOAT32);
        int vocabulary = Math.max(CODEBOOK, tokens.vocabSize());
        CodeTransformer transformer = new CodeTransformer(
                parameters.root(),
                new CodeTransformerConfig(
                        new GptConfig(vocabulary, tokens.length() + CODES - 1, 1, 2, 32),
                        CODEBOOK,
                        SIDE,
                        SIDE,
                        order,
                        1));
        VqModel firstStage = new VqModel(
                parameters.root().at("first_stage_model"),
                new VqModelConfig(
                        new AutoencoderConfig(32, 3, List.of(1, 1), 1, List.of(), 0, 3, SIZE, 8, false),
                        new QuantizerConfig.Nearest(CODEBOOK, 4, 0.25, true)));
        parameters.requiresGrad(false);
        ConditionStage stage = condition.apply(firstStage);
        boolean guidable = stage instanceof ConditionStage.Classes;
        return new SecondStageModel(
                "tiny", new SecondStage(parameters, transformer, firstStage, stage, guidable), Precision.FP32);
    }
}
