package org.gatun.cli;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.gatun.config.ConditionSettings;
import org.gatun.config.FirstStageSettings;
import org.gatun.config.ProjectConfig;
import org.gatun.gpt.ClassLabels;
import org.gatun.gpt.CodeTransformerConfig;
import org.gatun.gpt.GptConfig;
import org.gatun.run.SecondStage;
import org.gatun.train.LearningRate;
import org.gatun.train.Precision;
import org.gatun.train.TransformerSettings;
import org.gatun.vqgan.VqModelConfig;
import picocli.CommandLine.Option;

/** Shape and training of a second stage. The defaults are right for 64 codes a picture and some thousand pictures. */
final class SecondStageOptions {

    private static final String CLASS_LABEL = "class_label";
    private static final double LABEL_DROPOUT = 0.1;
    private static final double WEIGHT_DECAY = 0.01;
    private static final double MAX_GRAD_NORM = 1;
    private static final long WARMUP_STEPS = 50;
    private static final double LAST_RATE = 0.05;

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
            defaultValue = "6e-4",
            description = "Highest learning rate; default ${DEFAULT-VALUE}.")
    private double lr;

    TransformerSettings settings(VqModelConfig firstStage, int classes, Precision precision, long seed) {
        int codes = firstStage.quantizer().numCodes();
        int side = firstStage.autoencoder().codeResolution();
        ClassLabels labels = new ClassLabels(classes, codes);
        // The condition's one token, and all codes but the last, which is only predicted.
        GptConfig gpt =
                new GptConfig(labels.vocabulary(), side * side, nLayer, nHead, nEmbd, dropout, dropout, dropout, 0);
        return new TransformerSettings(
                new CodeTransformerConfig(gpt, codes, side, side, new org.gatun.gpt.RasterOrder(), pkeep),
                labels,
                LABEL_DROPOUT,
                precision,
                batchSize,
                new LearningRate(lr, WARMUP_STEPS, LAST_RATE),
                WEIGHT_DECAY,
                MAX_GRAD_NORM,
                seed);
    }

    /** What a run's folder says of it, so that it can be sampled. */
    static ProjectConfig config(TransformerSettings settings, FirstStageSettings firstStage, List<String> classes) {
        org.gatun.config.TransformerSettings model = org.gatun.config.TransformerSettings.of(
                settings.model().gpt(),
                firstStage,
                new ConditionSettings.ClassLabel(settings.labels().classes()),
                CLASS_LABEL);
        return new ProjectConfig(OptionalDouble.empty(), model, Map.of(SecondStage.CLASSES, classes), Map.of());
    }
}
