package org.gatun.run;

import java.util.List;
import java.util.stream.IntStream;
import org.gatun.checkpoint.StateFile;
import org.gatun.checkpoint.WeightFile;
import org.gatun.config.ConditionSettings;
import org.gatun.config.ConfigException;
import org.gatun.config.ProjectConfig;
import org.gatun.config.RunFolder;
import org.gatun.config.SecondStageSettings;
import org.gatun.gpt.CodeTransformer;
import org.gatun.gpt.ConditionTokens;
import org.gatun.nn.Parameters;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.vqgan.VqModel;

/**
 * A trained transformer with its first stage and the stage of its condition, to be sampled. It owns its parameters.
 *
 * @param parameters of all networks; they record no gradients
 * @param condition what stands before the codes
 * @param guidable whether the network has learned to do without the condition, so that it can be guided
 */
public record SecondStage(
        Parameters parameters,
        CodeTransformer transformer,
        VqModel firstStage,
        ConditionStage condition,
        boolean guidable)
        implements AutoCloseable {

    /** Where the names of the classes stand in a run's configuration, below {@code data}. */
    public static final String CLASSES = "classes";

    /** Prefix of the first stage's parameters in a checkpoint. */
    public static final String FIRST_STAGE = "first_stage_model";

    /** Prefix of the condition stage's. */
    public static final String COND_STAGE = "cond_stage_model";

    /**
     * Loads the one of a run, ours or the reference's. All weights come from the one checkpoint.
     *
     * @throws ConfigException if the configuration is wrong, or describes something else
     * @throws org.gatun.checkpoint.CheckpointException if the weights can't be read, or don't fit the configuration
     */
    public static SecondStage load(RunFolder run, Device device) {
        ProjectConfig config = run.config();
        SecondStageSettings settings = run.transformer();
        Parameters parameters = new Parameters(device, DType.FLOAT32);
        try {
            CodeTransformer transformer = new CodeTransformer(parameters.root(), settings.toCodeTransformerConfig());
            VqModel firstStage = new VqModel(
                    parameters.root().at(FIRST_STAGE), settings.firstStage().toVqModelConfig());
            VqModel condStage = settings.effectiveCondition() instanceof ConditionSettings.Picture(var model)
                    ? new VqModel(parameters.root().at(COND_STAGE), model.toVqModelConfig())
                    : null;
            StateFile.load(WeightFile.open(run.checkpoint()), parameters.stateDict(), KnownKeys.tolerance(settings));
            parameters.requiresGrad(false);
            ConditionStage condition = ConditionStage.of(settings, firstStage, condStage, classNames(config));
            return new SecondStage(parameters, transformer, firstStage, condition, settings.condDropout() > 0);
        } catch (RuntimeException e) {
            parameters.close();
            throw e;
        }
    }

    private static List<String> classNames(ProjectConfig config) {
        if (!(config.transformer().effectiveCondition() instanceof ConditionSettings.ClassLabel(int classes))) {
            return List.of();
        }
        if (config.data().get(CLASSES) instanceof List<?> names && names.size() == classes) {
            return names.stream().map(String::valueOf).toList();
        }
        return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    }

    /** Names of the classes, in the order of their labels; none if the condition is another. */
    public List<String> classes() {
        return condition instanceof ConditionStage.Classes(var _, List<String> classes) ? classes : List.of();
    }

    /**
     * The classes as tokens.
     *
     * @throws ConfigException if the condition is another
     */
    public ConditionTokens labels() {
        if (condition instanceof ConditionStage.Classes(ConditionTokens tokens, var _)) {
            return tokens;
        }
        throw new ConfigException("this transformer is not conditioned on classes");
    }

    @Override
    public void close() {
        parameters.close();
    }
}
