package org.gatun.benchmarks;

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

    /** The command that measures cases, all of them {@link Case#once()} or none, and writes a file as JMH writes its results. */
    List<String> command(List<Case> cases, Effort effort, Path result);
}
