package org.gatun.run;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatun.checkpoint.StateFile;
import org.gatun.config.ConditionSettings;
import org.gatun.config.SecondStageSettings;

/** Keys of the reference's checkpoints that are no parameters of a network in use, and ours that the reference does not have. */
final class KnownKeys {

    private static final List<Pattern> IGNORABLE = List.of(
            // of training only
            Pattern.compile("(.*\\.)?loss\\..*"),
            Pattern.compile("(.*\\.)?colorize"),
            // constants that the reference keeps as buffers
            Pattern.compile(".*\\.attn\\.mask"),
            Pattern.compile(".*\\.num_batches_tracked"),
            Pattern.compile(".*\\.scaling_layer\\..*"));

    private static final Predicate<String> OPTIONAL =
            name -> name.endsWith(".unused_steps") || name.endsWith(".kmeans_batches_seen");

    private KnownKeys() {}

    static StateFile.Tolerance tolerance() {
        return tolerance(IGNORABLE.stream());
    }

    /** That of a transformer's checkpoint: where the first stage is the condition's, too, the reference writes it twice. */
    static StateFile.Tolerance tolerance(SecondStageSettings settings) {
        boolean twice = settings.condition() instanceof ConditionSettings.FirstStage;
        return tolerance(Stream.concat(
                IGNORABLE.stream(),
                twice ? Stream.of(Pattern.compile(SecondStage.COND_STAGE + "\\..*")) : Stream.empty()));
    }

    private static StateFile.Tolerance tolerance(Stream<Pattern> ignorable) {
        List<Pattern> patterns = ignorable.toList();
        return new StateFile.Tolerance(
                name -> patterns.stream()
                        .anyMatch(pattern -> pattern.matcher(name).matches()),
                OPTIONAL);
    }
}
