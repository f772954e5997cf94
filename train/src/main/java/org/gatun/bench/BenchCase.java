package org.gatun.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.gatun.gpt.SamplingOptions;
import org.gatun.torch.Device;
import org.gatun.train.Precision;

/**
 * A piece of work of a fixed shape. Those with a size of 256, or with 24 layers or more, are meant for a GPU, and run on a CPU all the
 * same.
 *
 * @param name what users call it
 * @param workload makes it ready on a device in a precision
 */
public record BenchCase(String name, BiFunction<Device, Precision, Workload> workload) {

    private static final SamplingOptions CIN_SAMPLING =
            SamplingOptions.DEFAULT.withTopK(600).withTopP(0.92);

    /** All of them, the small ones first. */
    public static final List<BenchCase> ALL = List.of(
            new BenchCase("vqgan-64-b8", (d, p) -> new VqganWorkload(VqganWorkload.small(), false, 8, p, d)),
            new BenchCase("vqgan-64-b8-lpips", (d, p) -> new VqganWorkload(VqganWorkload.small(), true, 8, p, d)),
            new BenchCase("gpt-8l-b16", (d, p) -> new GptWorkload(GptShape.SMALL, 16, p, d)),
            new BenchCase("sample-8l-b1", (d, p) -> sampling(GptShape.SMALL, 1, SamplingOptions.DEFAULT, p, d)),
            new BenchCase("sample-8l-b16", (d, p) -> sampling(GptShape.SMALL, 16, SamplingOptions.DEFAULT, p, d)),
            new BenchCase("vqgan-f16-256-b12", (d, p) -> new VqganWorkload(VqganWorkload.imageNet(), true, 12, p, d)),
            new BenchCase("vqgan-f16-256-b32", (d, p) -> new VqganWorkload(VqganWorkload.imageNet(), true, 32, p, d)),
            new BenchCase("gpt-24l-b32", (d, p) -> new GptWorkload(GptShape.MEDIUM, 32, p, d)),
            new BenchCase("sample-24l-b25", (d, p) -> sampling(GptShape.MEDIUM, 25, SamplingOptions.DEFAULT, p, d)),
            new BenchCase("sample-cin-b25", (d, p) -> sampling(GptShape.CIN, 25, CIN_SAMPLING, p, d)));

    private static Workload sampling(
            GptShape shape, int batch, SamplingOptions options, Precision precision, Device device) {
        return new SamplingWorkload(shape, batch, options, precision, device);
    }

    /** The one of that name. */
    public static Optional<BenchCase> named(String name) {
        return ALL.stream().filter(each -> each.name.equals(name)).findFirst();
    }
}
