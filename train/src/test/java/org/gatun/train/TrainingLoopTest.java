package org.gatun.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gatun.torch.Generator;
import org.gatun.torch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainingLoopTest {

    private static final int STEPS = 40;

    @TempDir
    private Path folder;

    private final List<String> log = new ArrayList<>();

    private static LoopSettings settings(boolean resume) {
        return new LoopSettings(3, 7, Duration.ofHours(1), 2, resume);
    }

    /** The weights after a run, or a part of it. */
    private float[] run(String name, boolean resume, long stopAfter) {
        if (!resume) {
            Generator.manualSeed(7);
        }
        RunDirectory run = RunDirectory.create(folder.resolve(name));
        try (ToyTask task = new ToyTask(1, Long.MAX_VALUE);
                TrainingLoop loop = new TrainingLoop(task, run, settings(resume), log::add)) {
            boolean finished = loop.run(Budget.ofSteps(STEPS), () -> task.stepsDone() == stopAfter);
            assertThat(finished).isEqualTo(stopAfter > STEPS);
            return task.weights();
        }
    }

    private String metrics(String name) throws IOException {
        return Files.readString(folder.resolve(name).resolve("metrics.csv"));
    }

    @Test
    void anInterruptedRunGoesOnAsIfItHadNotBeen() throws IOException {
        float[] unbroken = run("unbroken", false, Long.MAX_VALUE);
        run("broken", false, 11);
        Generator.manualSeed(99); // another process has other random numbers
        run("broken", true, 25);
        float[] resumed = run("broken", true, Long.MAX_VALUE);

        assertThat(resumed).containsExactly(unbroken);
        assertThat(metrics("broken")).isEqualTo(metrics("unbroken"));
        assertThat(log).contains("Going on after step 11", "Going on after step 25");
    }

    @Test
    void whatWasMeasuredAfterTheCheckpointIsMeasuredAgain() throws IOException {
        run("unbroken", false, Long.MAX_VALUE);
        Path metrics = folder.resolve("unbroken/metrics.csv");
        String whole = Files.readString(metrics);
        Files.delete(new Checkpoints(folder.resolve("unbroken/checkpoints/training"), 2)
                .newest()
                .orElseThrow());

        run("unbroken", true, Long.MAX_VALUE);
        assertThat(log).contains("Going on after step 35");
        assertThat(metrics).hasContent(whole);
    }

    @Test
    void theNewestCheckpointsAreKept() throws IOException {
        run("run", false, Long.MAX_VALUE);
        try (var files = Files.list(folder.resolve("run/checkpoints/training"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("step-000000035.safetensors", "step-000000040.safetensors");
        }
        assertThat(folder.resolve("run/checkpoints/last.safetensors")).isNotEmptyFile();
    }

    @Test
    void stepsThatAreNotFiniteAreSkippedAndTooManyEndTheRun() {
        long before = Tensor.liveCount();
        RunDirectory run = RunDirectory.create(folder.resolve("broken"));
        try (ToyTask task = new ToyTask(1, 10);
                TrainingLoop loop = new TrainingLoop(task, run, settings(false), log::add)) {
            assertThatThrownBy(() -> loop.run(Budget.ofSteps(1000), () -> false))
                    .isInstanceOf(TrainingException.class)
                    .hasMessageContaining("not a finite number")
                    .hasMessageContaining("step-000000056.safetensors");
            assertThat(task.weights()).doesNotContain(Float.NaN);
            assertThat(loop.metrics().last("skipped_steps")).isEqualTo(51);
        }
        assertThat(Tensor.liveCount()).isEqualTo(before);
    }
}
