package org.gatun.run;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.gatun.checkpoint.StateFile;

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
            name -> name.endsWith(".unused_steps") || name.endsWith(".kmeans_initialized");

    private KnownKeys() {}

    static StateFile.Tolerance tolerance() {
        return new StateFile.Tolerance(
                name -> IGNORABLE.stream()
                        .anyMatch(pattern -> pattern.matcher(name).matches()),
                OPTIONAL);
    }
}
