package org.gatun.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.gatun.checkpoint.StoredTensor;
import org.gatun.checkpoint.WeightFile;
import org.gatun.torch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs in processes that are ended from outside, or that the system refuses to let write. */
final class EndedProcessTest {

    private static final int ELEMENTS = 200_000;
    private static final String ENDLESS = "1000000000";
    private static final int KILLS = 6;

    @TempDir
    private Path folder;

    private Process start(List<String> before, String steps) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ToyRun.class.getName()));
        command.addAll(List.of(folder.toString(), Integer.toString(ELEMENTS), steps));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start();
    }

    private Path output() {
        return folder.resolve("output.txt");
    }

    private Path states() {
        return new RunDirectory(folder).trainingStates();
    }

    /** The step of the newest checkpoint, all of which was written after that step; 0 without one. */
    private long newestStep() {
        Optional<Path> newest = new Checkpoints(states(), 1).newest();
        if (newest.isEmpty()) {
            return 0;
        }
        WeightFile file = WeightFile.open(newest.get());
        long step = Long.parseLong(file.metadata().get("global_step"));
        StoredTensor count = file.tensor(ToyTask.COUNT);
        try (Tensor tensor = Tensor.copyOf(count.data(), count.dtype(), count.shape())) {
            assertThat(tensor.toFloatArray()).hasSize(ELEMENTS).containsOnly(step);
        }
        return step;
    }

    private void awaitStepAfter(long step, Process process) {
        while (process.isAlive() && name().compareTo(String.format("step-%09d", step + 1)) < 0) {
            Thread.onSpinWait();
        }
        assertThat(process.isAlive()).as("still running").isTrue();
    }

    private String name() {
        return new Checkpoints(states(), 1)
                .newest()
                .map(path -> path.getFileName().toString())
                .orElse("");
    }

    @Test
    void afterAKillAtAnyMomentThereIsACheckpointToGoOnFrom() throws Exception {
        SplittableRandom random = new SplittableRandom(0);
        long before = 0;
        for (int i = 0; i < KILLS; i++) {
            Process process = start(List.of(), ENDLESS);
            awaitStepAfter(before + random.nextInt(8), process);
            process.destroyForcibly().waitFor();
            long after = newestStep();
            assertThat(after).isGreaterThan(before);
            assertThat(output()).content().contains(before == 0 ? "beginning anew" : "Going on after step " + before);
            before = after;
        }
    }

    @Test
    void aSignalEndsTheRunAfterTheStepWithACheckpoint() throws Exception {
        Process process = start(List.of(), ENDLESS);
        awaitStepAfter(3, process);
        process.destroy(); // SIGTERM
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output()).content().contains("stopped after step " + newestStep());
    }

    /** A limit of the size of files is what an ordinary user can have of a full disk. */
    @Test
    void aCheckpointThatCannotBeWrittenIsReportedAndTheOlderOneStays() throws Exception {
        assertThat(start(List.of(), "3").waitFor()).isZero();
        assertThat(newestStep()).isEqualTo(3);

        List<String> limited = List.of("bash", "-c", "ulimit -f 400 && exec \"$@\"", "bash");
        assertThat(start(limited, "5").waitFor()).isEqualTo(2);
        assertThat(output())
                .content()
                .contains("NO CHECKPOINT after step 4: ", "cannot be written", "File too large", "step-000000003");
        assertThat(newestStep()).isEqualTo(3);
        try (var files = Files.list(states())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("step-000000002.safetensors", "step-000000003.safetensors");
        }
        assertThat(start(List.of(), "5").waitFor())
                .as("when there is room again")
                .isZero();
        assertThat(newestStep()).isEqualTo(5);
    }
}
