package org.gatun.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gatun.gpt.SamplingOptions;

/**
 * A piece of work of a fixed shape. Those with a size of 256, or with 24 layers or more, are meant for a GPU, and run on a CPU all the
 * same.
 *
 * @param name what users call it
 * @param workload makes it ready
 */
public record BenchCase(String name, Function<BenchSetting, Workload> workload) {

    private static final SamplingOptions SMALL_SAMPLING = SamplingOptions.DEFAULT.withTopK(100);

    private static final SamplingOptions CIN_SAMPLING =
            SamplingOptions.DEFAULT.withTopK(600).withTopP(0.92);

    /** All of them, the small ones first. */
    public static final List<BenchCase> ALL = List.of(
            new BenchCase("vqgan-64-b8", s -> new VqganWorkload(VqganWorkload.small(), false, 8, s)),
            new BenchCase("vqgan-64-b8-lpips", s -> new VqganWorkload(VqganWorkload.small(), true, 8, s)),
            new BenchCase("gpt-8l-b16", s -> new GptWorkload(GptShape.SMALL, 16, s)),
            new BenchCase("sample-8l-b1", s -> sampling(GptShape.SMALL, 1, SMALL_SAMPLING, s)),
            new BenchCase("sample-8l-b16", s -> sampling(GptShape.SMALL, 16, SMALL_SAMPLING, s)),
            new BenchCase("vqgan-f16-256-b12", s -> new VqganWorkload(VqganWorkload.imageNet(), true, 12, s)),
            new BenchCase("vqgan-f16-256-b32", s -> new VqganWorkload(VqganWorkload.imageNet(), true, 32, s)),
            new BenchCase("gpt-24l-b32", s -> new GptWorkload(GptShape.MEDIUM, 32, s)),
            new BenchCase("sample-24l-b25", s -> sampling(GptShape.MEDIUM, 25, SamplingOptions.DEFAULT, s)),
            new BenchCase("sample-cin-b25", s -> sampling(GptShape.CIN, 25, CIN_SAMPLING, s)));

    private static Workload sampling(GptShape shape, int batch, SamplingOptions options, BenchSetting setting) {
        return new SamplingWorkload(shape, batch, options, setting);
    }

    /** The one of that name. */
    public static Optional<BenchCase> named(String name) {
        return ALL.stream().filter(each -> each.name.equals(name)).findFirst();
    }
}
