package org.gatun.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.gatun.checkpoint.StoredTensor;
import org.gatun.checkpoint.WeightFile;
import org.gatun.torch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs in processes that are ended from outside, or that the system refuses to let write. */
final class EndedProcessTest {

    private static final int ELEMENTS = 200_000;
    private static final String ENDLESS = "1000000000";
    private static final int KILLS = 20;

    /** About the time that a checkpoint takes. */
    private static final long SAVE_NANOS = 10_000_000;

    @TempDir
    private Path folder;

    /** One of them, with what it said. */
    private record Started(Process process, BufferedReader output, List<String> lines) {

        /** Reads until it says that it has saved after {@code step} or later. */
        void awaitStep(long step) throws IOException {
            String line;
            do {
                line = output.readLine();
                assertThat(line).as("a line after %s", lines).isNotNull();
                lines.add(line);
            } while (!line.startsWith(ToyTask.SAVED) || Long.parseLong(line.substring(ToyTask.SAVED.length())) < step);
        }

        /** Its exit status, after it has said all. */
        int await() throws IOException, InterruptedException {
            output.lines().forEach(lines::add);
            output.close();
            return process.waitFor();
        }
    }

    private Started start(List<String> before, String steps) throws IOException {
        return start(before, ELEMENTS, steps);
    }

    private Started start(List<String> before, int elements, String steps) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ToyRun.class.getName()));
        command.addAll(List.of(folder.toString(), Integer.toString(elements), steps));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new Started(process, process.inputReader(), new ArrayList<>());
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

    @Test
    void afterAKillAtAnyMomentThereIsACheckpointToGoOnFrom() throws Exception {
        SplittableRandom random = new SplittableRandom(0);
        long before = 0;
        for (int i = 0; i < KILLS; i++) {
            Started started = start(List.of(), ENDLESS);
            started.awaitStep(before + 1 + random.nextInt(4));
            LockSupport.parkNanos(random.nextLong(SAVE_NANOS)); // the next checkpoint is being written
            started.process().toHandle().destroyForcibly(); // which leaves what it said
            started.await();
            long after = newestStep();
            assertThat(after).isGreaterThan(before);
            assertThat(started.lines())
                    .contains(
                            before == 0
                                    ? "There is no checkpoint yet in " + states() + ": beginning anew"
                                    : "Going on after step " + before);
            before = after;
        }
    }

    @Test
    void aSignalEndsTheRunAfterTheStepWithACheckpoint() throws Exception {
        Started started = start(List.of(), ENDLESS);
        started.awaitStep(3);
        started.process().toHandle().destroy(); // SIGTERM
        started.await();
        assertThat(started.lines()).contains("stopped after step " + newestStep());
    }

    @Test
    void metricsThatCannotBeWrittenAreReportedAndTheRunGoesOn() throws Exception {
        Started limited = start(List.of("bash", "-c", "ulimit -f 16 && exec \"$@\"", "bash"), 1, "250");
        assertThat(limited.await()).as("of %s", limited.lines()).isZero();
        assertThat(limited.lines())
                .filteredOn(line -> line.startsWith("NOT WRITTEN"))
                .hasSizeBetween(1, 5) // not at each step
                .allSatisfy(line -> assertThat(line).contains("File too large"));
        assertThat(limited.lines()).contains("finished after step 250");
        assertThat(new Checkpoints(states(), 1).newest().orElseThrow()).hasFileName("step-000000250.safetensors");
    }

    /** A limit of the size of files is what an ordinary user can have of a full disk. */
    @Test
    void aCheckpointThatCannotBeWrittenIsReportedAndTheOlderOneStays() throws Exception {
        assertThat(start(List.of(), "3").await()).isZero();
        assertThat(newestStep()).isEqualTo(3);

        Started limited = start(List.of("bash", "-c", "ulimit -f 400 && exec \"$@\"", "bash"), "5");
        assertThat(limited.await()).isEqualTo(2);
        assertThat(limited.lines())
                .anySatisfy(line -> assertThat(line)
                        .contains(
                                "NO CHECKPOINT after step 4: ",
                                "cannot be written",
                                "File too large",
                                "step-000000003"));
        assertThat(newestStep()).isEqualTo(3);
        try (var files = Files.list(states())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("step-000000002.safetensors", "step-000000003.safetensors");
        }
        assertThat(start(List.of(), "5").await()).as("when there is room again").isZero();
        assertThat(newestStep()).isEqualTo(5);
    }
}
