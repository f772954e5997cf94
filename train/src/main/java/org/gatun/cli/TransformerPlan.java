package org.gatun.cli;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.gatun.config.ConditionSettings;
import org.gatun.config.FirstStageSettings;
import org.gatun.config.ProjectConfig;
import org.gatun.config.TransformerSettings;
import org.gatun.run.ConditionStage;
import org.gatun.run.SecondStage;
import org.gatun.run.Stages;
import org.gatun.run.TrainedStage;
import org.gatun.train.VqganTraining;
import org.gatun.vqgan.VqModel;

/**
 * A transformer that is to be trained.
 *
 * @param model its configuration
 * @param stages the networks around it
 * @param classes names of the classes of its pictures
 */
record TransformerPlan(TransformerSettings model, Stages stages, List<String> classes) {

    /**
     * By the options of a command.
     *
     * @param condSize height and width to which conditions are resized; -1 for not
     * @param condDropout share of conditions left out in training
     * @param cond the condition's stage, or null if it has none
     */
    static TransformerPlan byOptions(
            SecondStageOptions shape,
            ConditionSettings condition,
            int condSize,
            double condDropout,
            TrainedStage first,
            TrainedStage cond,
            List<String> classes) {
        ConditionStage stage = ConditionStage.of(
                condition,
                SecondStageOptions.firstToken(first.settings()),
                condSize,
                first.settings().autoencoder().resolution(),
                first.model(),
                modelOf(cond),
                classes);
        TransformerSettings model = shape.model(first.settings(), condition, stage, condSize, condDropout);
        return new TransformerPlan(model, Stages.of(first, cond, stage), classes);
    }

    /** A first stage that was just trained. */
    static TrainedStage trained(VqganTraining training) {
        FirstStageSettings settings = FirstStageSettings.vqModel(
                training.settings().model(), training.settings().loss());
        return new TrainedStage(settings, training.model(), training.weights());
    }

    /** By a configuration, over stages that were trained. */
    static TransformerPlan configured(
            TransformerSettings configured, TrainedStage first, TrainedStage cond, List<String> classes) {
        ConditionSettings condition = configured.condition();
        if (configured.effectiveCondition() instanceof ConditionSettings.Picture) {
            if (cond == null) {
                throw new UserException("the configured condition needs --cond-vqgan and --cond-data");
            }
            condition = new ConditionSettings.Picture(cond.settings());
        }
        if (condition instanceof ConditionSettings.ClassLabel(int count) && count < classes.size()) {
            throw new UserException(
                    "the configuration has " + count + " classes, and the pictures have " + classes.size());
        }
        TransformerSettings model = configured.withStages(first.settings(), condition);
        ConditionStage stage = ConditionStage.of(model, first.model(), modelOf(cond), classes);
        return new TransformerPlan(model, Stages.of(first, cond, stage), classes);
    }

    private static VqModel modelOf(TrainedStage stage) {
        return stage == null ? null : stage.model();
    }

    /** Writes what a run's folder says of it, so that it can be sampled. */
    ProjectConfig config() {
        return new ProjectConfig(OptionalDouble.empty(), model, Map.of(SecondStage.CLASSES, classes), Map.of());
    }
}
