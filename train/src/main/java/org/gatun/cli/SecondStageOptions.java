package org.gatun.cli;

import java.util.OptionalDouble;
import org.gatun.config.ConditionSettings;
import org.gatun.config.FirstStageSettings;
import org.gatun.config.InitialWeights;
import org.gatun.config.PermuterSettings;
import org.gatun.config.SecondStageSettings;
import org.gatun.gpt.AlternateParsingOrder;
import org.gatun.gpt.CodeOrder;
import org.gatun.gpt.ConditionTokens;
import org.gatun.gpt.GptConfig;
import org.gatun.gpt.GptVariant;
import org.gatun.gpt.RandomOrder;
import org.gatun.gpt.RasterOrder;
import org.gatun.gpt.SpiralOrder;
import org.gatun.gpt.SubsampleOrder;
import org.gatun.gpt.ZCurveOrder;
import org.gatun.run.ConditionStage;
import org.gatun.train.LearningRate;
import org.gatun.train.Precision;
import org.gatun.train.TransformerSettings;
import org.gatun.train.UpdateSettings;
import picocli.CommandLine.Option;

/** Shape and training of a second stage. The defaults are right for 64 codes a picture and some thousand pictures. */
final class SecondStageOptions {

    private static final double LEARNING_RATE = 6e-4;
    private static final double WEIGHT_DECAY = 0.01;
    static final double MAX_GRAD_NORM = 1;
    private static final long WARMUP_STEPS = 50;
    private static final double LAST_RATE = 0.05;
    private static final double ROPE_BASE = 10_000;

    @Option(
            names = "--variant",
            paramLabel = "LAYERS",
            defaultValue = "mingpt",
            description = "mingpt (default), the reference's layers; or llama: RMSNorm, SwiGLU, 2-D rotary positions,"
                    + " grouped-query attention.")
    private String variant;

    @Option(
            names = "--n-kv-head",
            paramLabel = "N",
            description = "Heads of keys and values, of llama; default: half of --n-head.")
    private Integer nKvHead;

    @Option(
            names = "--permuter",
            paramLabel = "ORDER",
            defaultValue = "identity",
            description = "Order of the codes: identity (default), subsample, z-curve, spiral-out, spiral-in, random or"
                    + " alternate.")
    private String permuter;

    @Option(
            names = "--n-layer",
            paramLabel = "N",
            defaultValue = "4",
            description = "Blocks; default ${DEFAULT-VALUE}.")
    private int nLayer;

    @Option(
            names = "--n-head",
            paramLabel = "N",
            defaultValue = "8",
            description = "Attention heads; default ${DEFAULT-VALUE}.")
    private int nHead;

    @Option(
            names = "--n-embd",
            paramLabel = "N",
            defaultValue = "256",
            description = "Width; default ${DEFAULT-VALUE}.")
    private int nEmbd;

    @Option(
            names = "--dropout",
            paramLabel = "P",
            defaultValue = "0",
            description = "Dropout everywhere; default ${DEFAULT-VALUE}.")
    private double dropout;

    @Option(
            names = "--pkeep",
            paramLabel = "P",
            defaultValue = "1",
            description = "Share of input codes that are kept in training; default ${DEFAULT-VALUE}.")
    private double pkeep;

    @Option(
            names = "--batch-size",
            paramLabel = "B",
            defaultValue = "8",
            description = "Pictures a step; default ${DEFAULT-VALUE}.")
    private int batchSize;

    @Option(
            names = "--lr",
            paramLabel = "RATE",
            description = "Highest learning rate; default 6e-4"
                    + ", or a configuration's base_learning_rate times the pictures of a step.")
    private Double lr;

    /** Where the tokens of the condition begin: behind the codes. */
    static int firstToken(FirstStageSettings firstStage) {
        return firstStage.quantizer().numCodes();
    }

    /**
     * The transformer's configuration by the options.
     *
     * @param stage what stands before the codes
     * @param condSize height and width to which conditions are resized; -1 for not
     */
    SecondStageSettings model(
            FirstStageSettings firstStage,
            ConditionSettings condition,
            ConditionStage stage,
            int condSize,
            double condDropout) {
        int codes = firstStage.quantizer().numCodes();
        int side = firstStage.autoencoder().codeResolution();
        ConditionTokens tokens = stage.tokens();
        // The condition's tokens, and all codes but the last, which is only predicted.
        int block = tokens.length() + side * side - 1;
        GptConfig gpt = new GptConfig(
                tokens.vocabSize(), block, nLayer, nHead, nEmbd, dropout, dropout, dropout, 0, variant(stage, side));
        return new SecondStageSettings(
                gpt,
                firstStage,
                condition,
                permuter(side),
                InitialWeights.RANDOM,
                SecondStageSettings.DEFAULT_FIRST_STAGE_KEY,
                condStageKey(condition),
                condSize,
                pkeep,
                0,
                false,
                codes,
                condDropout);
    }

    private GptVariant variant(ConditionStage stage, int side) {
        return switch (variant) {
            case "mingpt" -> {
                if (nKvHead != null) {
                    throw new UserException("--n-kv-head is for --variant llama");
                }
                yield new GptVariant.MinGpt();
            }
            case "llama" -> {
                int length = stage.tokens().length();
                int gridWidth = stage instanceof ConditionStage.Pictures ? (int) Math.round(Math.sqrt(length)) : 0;
                int heads = nKvHead != null ? nKvHead : Math.max(1, nHead / 2);
                yield new GptVariant.Llama(heads, length, gridWidth, side, ROPE_BASE);
            }
            default -> throw new UserException("no variant \"" + variant + "\": mingpt or llama");
        };
    }

    private PermuterSettings permuter(int side) {
        CodeOrder order = switch (permuter) {
            case "identity" -> new RasterOrder();
            case "subsample" -> new SubsampleOrder();
            case "z-curve" -> new ZCurveOrder();
            case "spiral-out" -> new SpiralOrder(SpiralOrder.Direction.OUT);
            case "spiral-in" -> new SpiralOrder(SpiralOrder.Direction.IN);
            case "random" -> new RandomOrder();
            case "alternate" -> new AlternateParsingOrder();
            default ->
                throw new UserException("no order \"" + permuter
                        + "\": identity, subsample, z-curve, spiral-out, spiral-in, random or alternate");
        };
        return order instanceof RasterOrder
                ? new PermuterSettings.Identity()
                : new PermuterSettings.Permuted(order, side, side);
    }

    /** What the reference's data sets call the condition. */
    private static String condStageKey(ConditionSettings condition) {
        return switch (condition) {
            case ConditionSettings.ClassLabel _ -> "class_label";
            case ConditionSettings.Coordinates _ -> "coord";
            case ConditionSettings.Picture(FirstStageSettings model) -> model.imageKey();
            case ConditionSettings.Given(String key) -> key;
            case ConditionSettings.FirstStage _, ConditionSettings.Unconditional _, ConditionSettings.StartToken _ ->
                SecondStageSettings.DEFAULT_FIRST_STAGE_KEY;
        };
    }

    private double learningRate(TransformerPlan plan, int stepSize) {
        if (lr != null) {
            return lr;
        }
        OptionalDouble ofAPicture = plan.baseLearningRate();
        return ofAPicture.isPresent() ? stepSize * ofAPicture.getAsDouble() : LEARNING_RATE;
    }

    /** How it is trained. */
    TransformerSettings training(TransformerPlan plan, Precision precision, UpdateSettings update, long seed) {
        return new TransformerSettings(
                plan.model().toCodeTransformerConfig(),
                plan.stages().condition().tokens(),
                plan.model().condDropout(),
                precision,
                batchSize,
                new LearningRate(learningRate(plan, batchSize * update.accumulate()), WARMUP_STEPS, LAST_RATE),
                WEIGHT_DECAY,
                update,
                seed);
    }
}
