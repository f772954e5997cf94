package org.gatun.benchmarks.floor;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gatun.benchmarks.JavaProcess;
import org.gatun.benchmarks.NativeFile;
import org.gatun.torch.LibTorch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A whole process without a JVM: it loads libtorch, runs an operator and ends. */
@State(Scope.Thread)
public class Startup {

    private final Map<String, String> environment =
            Map.of("LD_LIBRARY_PATH", LibTorch.folder().toString());
    private final List<String> command = List.of(NativeFile.of("floor-startup").toString(), shim().toString());

    private static Path shim() {
        return Path.of(System.getProperty("gatun.benchmarks.shim"));
    }

    @Benchmark
    public void startup() {
        JavaProcess.run(command, environment);
    }

    @Benchmark
    public void startupAot() {
        JavaProcess.run(command, environment);
    }
}
