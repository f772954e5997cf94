package org.gatun.run;

import java.util.List;
import java.util.stream.IntStream;
import org.gatun.checkpoint.StateFile;
import org.gatun.checkpoint.WeightFile;
import org.gatun.config.ConditionSettings;
import org.gatun.config.ConfigException;
import org.gatun.config.ProjectConfig;
import org.gatun.config.RunFolder;
import org.gatun.config.TransformerSettings;
import org.gatun.gpt.ClassLabels;
import org.gatun.gpt.CodeTransformer;
import org.gatun.gpt.CodeTransformerConfig;
import org.gatun.nn.Parameters;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.vqgan.VqModel;

/**
 * A trained class-conditional transformer with its first stage, to be sampled. It owns its parameters.
 *
 * @param parameters of both networks; they record no gradients
 * @param classes names of the classes, in the order of their labels
 */
public record SecondStage(
        Parameters parameters,
        CodeTransformer transformer,
        VqModel firstStage,
        ClassLabels labels,
        List<String> classes)
        implements AutoCloseable {

    /** Where the names of the classes stand in a run's configuration, below {@code data}. */
    public static final String CLASSES = "classes";

    /**
     * Loads the one of a run.
     *
     * @throws ConfigException if the configuration is wrong, or describes something else
     * @throws org.gatun.checkpoint.CheckpointException if the weights can't be read, or don't fit the configuration
     */
    public static SecondStage load(RunFolder run, Device device) {
        ProjectConfig config = ProjectConfig.load(run.configFiles());
        TransformerSettings settings = config.transformer();
        if (!(settings.effectiveCondition() instanceof ConditionSettings.ClassLabel condition)) {
            throw new ConfigException(run.root() + ": only transformers conditioned on classes can be sampled yet");
        }
        CodeTransformerConfig shape = settings.toCodeTransformerConfig();
        Parameters parameters = new Parameters(device, DType.FLOAT32);
        try {
            CodeTransformer transformer = new CodeTransformer(parameters.root(), shape);
            VqModel firstStage = new VqModel(
                    parameters.root().at("first_stage_model"),
                    settings.firstStage().toVqModelConfig());
            StateFile.load(WeightFile.open(run.checkpoint()), parameters.stateDict(), KnownKeys.tolerance());
            parameters.requiresGrad(false);
            ClassLabels labels = labels(shape, condition.nClasses());
            return new SecondStage(parameters, transformer, firstStage, labels, classNames(config, labels.classes()));
        } catch (RuntimeException e) {
            parameters.close();
            throw e;
        }
    }

    /** Tokens of their own behind the codes where the vocabulary has room for them, otherwise those of the codes. */
    private static ClassLabels labels(CodeTransformerConfig shape, int classes) {
        ClassLabels own = new ClassLabels(classes, shape.codebookSize());
        return own.vocabulary() <= shape.gpt().vocabSize() ? own : new ClassLabels(classes, 0);
    }

    private static List<String> classNames(ProjectConfig config, int classes) {
        if (config.data().get(CLASSES) instanceof List<?> names && names.size() == classes) {
            return names.stream().map(String::valueOf).toList();
        }
        return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    }

    @Override
    public void close() {
        parameters.close();
    }
}
