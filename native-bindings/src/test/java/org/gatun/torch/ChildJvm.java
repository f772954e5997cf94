package org.gatun.torch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A JVM of its own, on the class path of this one, for what happens once in a process or could end it. */
final class ChildJvm {

    /** How it ended, and all that it printed. */
    record Result(int exitStatus, String output) {}

    private static final long TIMEOUT_SECONDS = 300;

    private final Class<?> main;
    private final List<String> options = new ArrayList<>(List.of("--enable-native-access=ALL-UNNAMED"));
    private final Map<String, String> environment;
    private final ProcessBuilder builder = new ProcessBuilder();

    ChildJvm(Class<?> main) {
        this.main = main;
        this.environment = builder.environment();
    }

    ChildJvm option(String option) {
        options.add(option);
        return this;
    }

    /** A heap that is all resident from the start, so that only native memory can grow. */
    ChildJvm withResidentHeap() {
        options.addAll(List.of("-XX:+UseSerialGC", "-Xms64m", "-Xmx64m", "-XX:+AlwaysPreTouch"));
        return this;
    }

    ChildJvm environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    ChildJvm without(String name) {
        environment.remove(name);
        return this;
    }

    Result run(String... arguments) throws IOException, InterruptedException {
        return start(arguments).await();
    }

    Started start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("gatun-child", ".log");
        return new Started(
                builder.command(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start(),
                output);
    }

    /** One that runs. */
    record Started(Process process, Path output) {

        Result await() throws IOException, InterruptedException {
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            String text = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            return new Result(process.exitValue(), text);
        }
    }
}
