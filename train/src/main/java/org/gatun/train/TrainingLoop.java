package org.gatun.train;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.gatun.torch.TensorScope;

/** Steps until a budget is used up, with what both stages need around them: progress, losses, evaluations and curves. */
final class TrainingLoop {

    /** Steps between two readings of the losses: each waits for the device. */
    private static final int LOG_EVERY = 10;

    private final TrainingTask task;
    private final RunDirectory run;
    private final MetricLog metrics;

    TrainingLoop(TrainingTask task, RunDirectory run, MetricLog metrics) {
        this.task = task;
        this.run = run;
        this.metrics = metrics;
    }

    /** Trains; the last thing that happens is an evaluation. */
    void run(Budget budget) {
        long begin = System.nanoTime();
        int evaluations = 0;
        try (Progress progress = new Progress(task.name())) {
            double used = 0;
            while (used < 1) {
                step(used);
                Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
                used = budget.used(task.stepsDone(), elapsed);
                progress.update(used, message(elapsed, used));
                if (used == 1 || task.evaluations().due(task.stepsDone(), used, evaluations)) {
                    evaluations++;
                    evaluate();
                }
            }
        }
    }

    private void step(double used) {
        long step = task.stepsDone();
        try (TensorScope _ = TensorScope.open()) {
            Supplier<Map<String, Double>> losses = task.step(used);
            if (step % LOG_EVERY == 0) {
                metrics.addAll(step, losses.get());
            }
        }
    }

    private void evaluate() {
        metrics.addAll(task.stepsDone(), task.evaluate());
        Curves.write(task.panels(metrics), run.losses());
    }

    private String message(Duration elapsed, double used) {
        double seconds = elapsed.toNanos() / 1e9;
        return String.format(
                Locale.ROOT,
                "step %d, %.0f pictures/s, %s, %s left",
                task.stepsDone(),
                task.stepsDone() * task.batchSize() / seconds,
                task.summary(metrics),
                TimeLeft.text(seconds * (1 - used) / used));
    }
}
