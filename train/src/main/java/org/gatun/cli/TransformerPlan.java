package org.gatun.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.gatun.config.ConditionSettings;
import org.gatun.config.FirstStageSettings;
import org.gatun.config.ProjectConfig;
import org.gatun.config.SecondStageSettings;
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
 * @param baseLearningRate a configuration's, that of a picture
 */
record TransformerPlan(
        SecondStageSettings model, Stages stages, List<String> classes, OptionalDouble baseLearningRate) {

    TransformerPlan {
        int condition = stages.condition().tokens().length();
        int codes = model.toCodeTransformerConfig().codes();
        if (model.pkeep() == 0 && condition != codes) {
            throw new UserException(
                    "with pkeep 0 all codes are drawn in one pass, each in the place of a token of the condition:"
                            + " that makes " + condition + " of " + codes + " codes");
        }
    }

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
        SecondStageSettings model = shape.model(first.settings(), condition, stage, condSize, condDropout);
        return new TransformerPlan(model, Stages.of(first, cond, stage), classes, OptionalDouble.empty());
    }

    /** A first stage that was just trained. */
    static TrainedStage trained(VqganTraining training) {
        FirstStageSettings settings = FirstStageSettings.vqModel(
                training.settings().model(), training.settings().loss());
        return new TrainedStage(settings, training.model(), training.weights());
    }

    /**
     * By a configuration in the reference's layout, over stages that were trained.
     *
     * @param conditionData whether there is a folder of conditions
     * @throws UserException if it asks for what there is not
     */
    static TransformerPlan configured(
            Path file, TrainedStage first, TrainedStage cond, boolean conditionData, List<String> classes) {
        ProjectConfig config = ProjectConfig.load(file);
        SecondStageSettings configured = config.transformer();
        configured.initialWeights().ckptPath().ifPresent(path -> {
            throw new UserException(
                    file + " has ckpt_path: " + path
                            + " for the transformer; training begins from random weights, or goes on by --resume: leave it out");
        });
        ConditionSettings condition = configured.condition();
        if (configured.effectiveCondition() instanceof ConditionSettings.Picture) {
            if (cond == null || !conditionData) {
                throw new UserException("the configured condition needs --cond-vqgan and --cond-data");
            }
            condition = new ConditionSettings.Picture(cond.settings());
        } else if (cond != null || conditionData) {
            throw new UserException(
                    "--cond-vqgan and --cond-data have no meaning for the condition that " + file + " configures");
        }
        if (condition instanceof ConditionSettings.ClassLabel(int count) && count < classes.size()) {
            throw new UserException(
                    "the configuration has " + count + " classes, and the pictures have " + classes.size());
        }
        SecondStageSettings model = configured.withStages(first.settings(), condition);
        ConditionStage stage = ConditionStage.of(model, first.model(), modelOf(cond), classes);
        return new TransformerPlan(model, Stages.of(first, cond, stage), classes, config.baseLearningRate());
    }

    private static VqModel modelOf(TrainedStage stage) {
        return stage == null ? null : stage.model();
    }

    /** Writes what a run's folder says of it, so that it can be sampled. */
    ProjectConfig config() {
        return new ProjectConfig(OptionalDouble.empty(), model, Map.of(SecondStage.CLASSES, classes), Map.of());
    }
}
