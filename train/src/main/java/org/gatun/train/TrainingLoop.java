package org.gatun.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gatun.checkpoint.CheckpointException;
import org.gatun.optim.SkippedSteps;
import org.gatun.tensorboard.EventFile;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/**
 * Steps until a budget is used up, with what both stages need around them: progress, losses, evaluations, curves and checkpoints. A run
 * that resumes goes on as if it had never stopped.
 */
final class TrainingLoop implements AutoCloseable {

    /** So many steps without a finite loss, one after the other, are no accident any more. */
    private static final long MAX_SKIPPED_IN_A_ROW = 50;

    private static final String METRICS = "metrics";

    private final TrainingTask task;
    private final RunDirectory run;
    private final LoopSettings settings;
    private final Consumer<String> log;
    private final Checkpoints checkpoints;
    private final RandomStates random;
    private final LoopState begin;
    private final MetricLog metrics;
    private final EventFile events;
    private final UnreadableReport unreadable;
    private final Throughput throughput = new Throughput();
    private final long beginNanos = System.nanoTime();
    private final Set<String> troubles = new HashSet<>();
    private Duration elapsedAtStep;
    private long lastSaved;
    private long lastSavedNanos = beginNanos;

    /**
     * A new run, or one that goes on from its newest checkpoint, if there is one and the settings say so.
     *
     * @param task the caller's
     * @param log told what happens, a line at a time
     */
    TrainingLoop(TrainingTask task, RunDirectory run, LoopSettings settings, Consumer<String> log) {
        this.task = task;
        this.run = run;
        this.settings = settings;
        this.log = log;
        this.checkpoints = new Checkpoints(run.trainingStates(), settings.keep());
        this.random = new RandomStates(task.device());
        this.begin = settings.resume() ? restore() : LoopState.START;
        this.elapsedAtStep = begin.elapsedAtStep();
        this.lastSaved = begin.steps();
        this.metrics = new MetricLog(run.metrics(), begin.metricsBytes());
        this.events = EventFile.create(run.events(), begin.steps(), Clock.systemUTC());
        this.unreadable = new UnreadableReport(run.unreadable(), log);
    }

    private LoopState restore() {
        try (TensorScope _ = TensorScope.open()) {
            Map<String, Tensor> randomStates = random.read();
            Map<String, Tensor> tensors = new LinkedHashMap<>(task.state());
            tensors.putAll(randomStates);
            Map<String, String> texts = checkpoints.restore(tensors).orElse(null);
            if (texts == null) {
                log.accept("There is no checkpoint yet in " + run.trainingStates() + ": beginning anew");
                return LoopState.START;
            }
            random.write(randomStates);
            LoopState state = LoopState.of(texts);
            task.resume(state.steps(), texts);
            log.accept("Going on after step " + state.steps());
            return state;
        }
    }

    MetricLog metrics() {
        return metrics;
    }

    /**
     * Trains.
     *
     * @param interrupted asked after each step whether to stop early
     * @return whether the budget is used up; the last thing that then happened is an evaluation. Either way there is a checkpoint
     * @throws TrainingException if step after step had no finite loss
     * @throws CheckpointException if the last checkpoint cannot be written
     */
    boolean run(Budget budget, BooleanSupplier interrupted) {
        try (Progress progress = new Progress(task.name())) {
            double seen =
                    budget.used(task.stepsDone(), elapsedAtStep); // where it is known whether an evaluation was due
            double used = budget.used(task.stepsDone(), elapsed());
            boolean evaluated = false;
            tryWrite("unreadable", () -> unreadable.update(task.unreadable()));
            while (used < 1) {
                step(used);
                elapsedAtStep = elapsed();
                used = budget.used(task.stepsDone(), elapsedAtStep);
                progress.update(used, message(used));
                evaluated = used == 1 || task.evaluations().due(task.stepsDone(), seen, used);
                seen = used;
                if (evaluated) {
                    evaluate(used == 1);
                }
                if (interrupted.getAsBoolean() && used < 1) {
                    save();
                    return false;
                }
                if (used < 1 && isTimeToSave()) {
                    trySave();
                }
            }
            if (!evaluated) { // nothing was left to do
                evaluate(true);
            }
            save();
            return true;
        }
    }

    private void step(double used) {
        long step = task.stepsDone();
        long stepBegin = System.nanoTime();
        try (TensorScope _ = TensorScope.open()) {
            Supplier<Map<String, Double>> losses = task.step(used);
            boolean isRead = step % settings.logEvery() == 0;
            Map<String, Double> values = isRead ? losses.get() : Map.of();
            throughput.add(task.batchSize(), task.stepFlops(), System.nanoTime() - stepBegin);
            if (isRead) {
                throughput.read();
                tryWrite(METRICS, () -> {
                    record(step, values);
                    recordThroughput(step);
                    unreadable.update(task.unreadable());
                });
                checkSkipped(step);
            }
        }
    }

    /** Only for the eye: a run that goes on writes the same metrics as one that never stopped, and no two are equally fast. */
    private void recordThroughput(long step) {
        events.scalar("pictures_per_second", step, throughput.picturesPerSecond());
        if (settings.peak() != null) {
            events.scalar("share_of_arithmetic_peak", step, shareOfPeak());
        }
    }

    private double shareOfPeak() {
        return throughput.flopsPerSecond() / settings.peak().flops();
    }

    private void checkSkipped(long step) {
        long total = task.skipped().stream().mapToLong(SkippedSteps::total).sum();
        if (total > 0) {
            tryWrite(METRICS, () -> record(step, Map.of("skipped_steps", (double) total)));
        }
        long inARow =
                task.skipped().stream().mapToLong(SkippedSteps::inARow).max().orElse(0);
        if (inARow >= MAX_SKIPPED_IN_A_ROW) {
            throw new TrainingException(
                    "the last " + inARow + " steps were skipped, because a loss or a gradient was not"
                            + " a finite number: a lower learning rate may help. No weight has been changed since; the newest"
                            + " checkpoint is "
                            + checkpoints.newest().map(Object::toString).orElse("not written yet"));
        }
    }

    private void evaluate(boolean isLast) {
        long step = task.stepsDone();
        Evaluation evaluation = task.evaluate(isLast);
        tryWrite(METRICS, () -> {
            record(step, evaluation.values());
            evaluation.histograms().forEach((name, counts) -> events.histogram(name, step, counts));
        });
        evaluation
                .pictures()
                .forEach((name, picture) -> tryWrite(name, () -> events.png(name, step, bytes(picture.get()))));
        tryWrite("curves", () -> Curves.write(task.panels(metrics), run.losses()));
        // The pictures that were drawn are megabytes of the old generation by now, and the serial collector lets that
        // grow to the heap's limit before it looks for garbage there.
        System.gc();
    }

    /**
     * What is for the eye is no reason to stop a run: on a full disk there may be room again later.
     *
     * @param what is written; of each the user is told once, until it can be written again
     */
    private void tryWrite(String what, Runnable writing) {
        attempt(what, writing, "NOT WRITTEN after step " + task.stepsDone() + ", and perhaps more that follows");
    }

    private void attempt(String what, Runnable action, String trouble) {
        try {
            action.run();
            troubles.remove(what);
        } catch (UncheckedIOException e) {
            if (troubles.add(what)) {
                log.accept(trouble + ": " + e.getMessage() + ": " + e.getCause().getMessage());
            }
        }
    }

    private void record(long step, Map<String, Double> values) {
        metrics.addAll(step, values);
        values.forEach((name, value) -> events.scalar(name, step, value));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private boolean isTimeToSave() {
        return task.stepsDone() - lastSaved >= settings.saveEvery()
                || System.nanoTime() - lastSavedNanos >= settings.saveInterval().toNanos();
    }

    /** A full disk is no reason to stop: there may be room again at the next checkpoint. */
    private void trySave() {
        try {
            save();
        } catch (CheckpointException e) {
            lastSaved = task.stepsDone();
            lastSavedNanos = System.nanoTime();
            log.accept("NO CHECKPOINT after step " + task.stepsDone() + ": " + e.getMessage() + ". The newest is "
                    + checkpoints.newest().map(Object::toString).orElse("still to be written"));
        }
    }

    private void save() {
        tryWrite("metrics on disk", metrics::force); // the checkpoint says how long they are
        LoopState state = new LoopState(task.stepsDone(), elapsed(), elapsedAtStep, metrics.length());
        Map<String, String> texts = new LinkedHashMap<>(state.texts());
        texts.putAll(task.position());
        try (TensorScope _ = TensorScope.open()) {
            Map<String, Tensor> tensors = new LinkedHashMap<>(task.state());
            tensors.putAll(random.read());
            checkpoints.save(task.stepsDone(), tensors, texts);
        }
        attempt(
                "older checkpoints",
                checkpoints::deleteOlder,
                "NOT DELETED"); // before anything else wants room on the disk
        task.saveWeights(run.checkpoint());
        lastSaved = task.stepsDone();
        lastSavedNanos = System.nanoTime();
    }

    private Duration elapsed() {
        return begin.elapsed().plusNanos(System.nanoTime() - beginNanos);
    }

    private String message(double used) {
        double total = elapsed().toNanos() / 1e9;
        return String.format(
                Locale.ROOT,
                "step %d, %.1f pictures/s%s, %s, %s left",
                task.stepsDone(),
                throughput.picturesPerSecond(),
                settings.peak() == null ? "" : String.format(Locale.ROOT, " (%.0f%% of peak)", 100 * shareOfPeak()),
                task.summary(metrics),
                TimeLeft.text(total * (1 - used) / used));
    }

    @Override
    public void close() {
        events.close();
        metrics.close();
    }
}
