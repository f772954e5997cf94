package org.gatun.train;

import java.nio.file.Path;
import java.time.Duration;

/** A process that trains a {@link ToyTask}, for tests that end it: folder, elements, steps. It goes on if there is a checkpoint. */
final class ToyRun {

    private ToyRun() {}

    public static void main(String[] args) {
        RunDirectory run = RunDirectory.create(Path.of(args[0]));
        LoopSettings settings = new LoopSettings(1, 1, Duration.ofHours(1), 2, true);
        try (Interruption interruption = Interruption.open();
                ToyTask task = new ToyTask(Integer.parseInt(args[1]), Long.MAX_VALUE);
                TrainingLoop loop = new TrainingLoop(task, run, settings, System.out::println)) {
            boolean finished = loop.run(Budget.ofSteps(Long.parseLong(args[2])), interruption);
            System.out.println((finished ? "finished after step " : "stopped after step ") + task.stepsDone());
        } catch (RuntimeException e) {
            System.out.println(e.getMessage());
            System.exit(2);
        }
    }
}
