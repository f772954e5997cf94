package org.gatun.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A way to call libtorch, in processes of its own. */
sealed interface MeasuredSystem permits JmhSystem, PythonSystem {

    /** All names, in the order of the report. */
    List<String> NAMES = List.of("floor", "ffm", "ffm-critical", "jni", "javacpp", "djl", "cpython");

    String name();

    /** What it runs, with the versions. */
    String version();

    boolean has(Case measured);

    /**
     * Measures a case in a new process.
     *
     * @param result the file that is written, as JMH writes its results
     * @param log what the process says
     * @return whether all went well; if not, the log tells
     */
    boolean measure(Case measured, Path result, Path log) throws IOException, InterruptedException;
}
