package org.gatun.parity;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gatun.checkpoint.CheckpointException;
import org.gatun.torch.TorchException;

/** Runs each kind of fixture by what was built for it. */
public final class ParityRunner {

    private static final Map<String, Function<Fixture, ParityResult>> KINDS = Map.of(
            "vqgan", new VqganParity()::run,
            "lpips", new LpipsParity()::run,
            "gumbel", new GumbelParity()::run,
            "gpt", new GptParity()::run,
            "sliding_window", new SlidingWindowParity()::run,
            "permuters", new PermutersParity()::run);

    private static final Map<String, Function<Fixture, ParityResult>> FORWARD_IN_FLOAT32 = Map.of(
            "vqgan", new VqganParity()::forwardInFloat32,
            "lpips", new LpipsParity()::forwardInFloat32,
            "gumbel", new GumbelParity()::forwardInFloat32,
            "gpt", new GptParity()::forwardInFloat32);

    private ParityRunner() {}

    /** The comparison of the forward pass in float32, or nothing if a case of this kind has no numbers to round. */
    public static Optional<ParityResult> runForwardInFloat32(Fixture fixture) {
        return Optional.ofNullable(FORWARD_IN_FLOAT32.get(fixture.kind())).map(kind -> compare(kind, fixture));
    }

    /** The comparison in float64, or nothing if fixtures of this kind can't be run yet. */
    public static Optional<ParityResult> run(Fixture fixture) {
        return Optional.ofNullable(KINDS.get(fixture.kind())).map(kind -> compare(kind, fixture));
    }

    /** A case that can't be computed does not agree; the cases after it are compared all the same. */
    private static ParityResult compare(Function<Fixture, ParityResult> kind, Fixture fixture) {
        try {
            return kind.apply(fixture);
        } catch (IllegalArgumentException | CheckpointException | TorchException e) {
            return ParityResult.notComputed(fixture, e);
        }
    }
}
