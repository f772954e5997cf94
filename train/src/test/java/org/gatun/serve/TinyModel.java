package org.gatun.serve;

import java.util.List;
import org.gatun.gpt.ClassLabels;
import org.gatun.gpt.CodeOrder;
import org.gatun.gpt.CodeTransformer;
import org.gatun.gpt.CodeTransformerConfig;
import org.gatun.gpt.GptConfig;
import org.gatun.gpt.RasterOrder;
import org.gatun.nn.Parameters;
import org.gatun.run.ConditionStage;
import org.gatun.run.SecondStage;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Generator;
import org.gatun.vqgan.AutoencoderConfig;
import org.gatun.vqgan.VqModel;
import org.gatun.vqgan.VqModelConfig;
import org.gatun.vqgan.quantize.QuantizerConfig;

/** A model of two classes with random weights: pictures of 16x16 pixels in 8x8 codes. */
final class TinyModel {

    static final int SIZE = 16;
    static final int CODES = 64;

    private static final int SIDE = 8;
    private static final int CODEBOOK = 16;
    private static final List<String> CLASSES = List.of("discs", "squares");

    private TinyModel() {}

    static SecondStageModel inRasterOrder() {
        return inOrder(new RasterOrder());
    }

    static SecondStageModel inOrder(CodeOrder order) {
        Generator.manualSeed(1);
        Parameters parameters = new Parameters(Device.CPU, DType.FLOAT32);
        ClassLabels labels = new ClassLabels(CLASSES.size(), CODEBOOK);
        CodeTransformer transformer = new CodeTransformer(
                parameters.root(),
                new CodeTransformerConfig(
                        new GptConfig(labels.vocabulary(), CODES, 1, 2, 32), CODEBOOK, SIDE, SIDE, order, 1));
        VqModel firstStage = new VqModel(
                parameters.root().at("first_stage_model"),
                new VqModelConfig(
                        new AutoencoderConfig(32, 3, List.of(1, 1), 1, List.of(), 0, 3, SIZE, 8, false),
                        new QuantizerConfig.Nearest(CODEBOOK, 4, 0.25, true)));
        parameters.requiresGrad(false);
        return new SecondStageModel(
                "tiny",
                new SecondStage(
                        parameters,
                        transformer,
                        firstStage,
                        new ConditionStage.Classes(labels.condition(), CLASSES),
                        true));
    }
}
