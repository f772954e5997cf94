package org.gatun.config;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gatun.vqgan.quantize.AntiCollapse;
import org.gatun.vqgan.quantize.EntropyLoss;
import org.gatun.vqgan.quantize.GradientEstimator;
import org.gatun.vqgan.quantize.QuantizerConfig;

/**
 * The quantizer of a first stage. {@code n_embed}, {@code embed_dim}, {@code kl_weight} and {@code temperature_scheduler_config} are the
 * reference's; what it has no argument for stands in a mapping of ours beside them, {@code quantizer}. Without it the quantizer is the
 * reference's. Its keys, by the class and, where there is a choice, by {@code kind}:
 *
 * <ul>
 *   <li>{@code VQModel}, {@code nearest}: {@code beta}, {@code legacy}
 *   <li>{@code VQModel}, {@code normalized}: {@code beta}, {@code entropy_loss_ratio}, {@code entropy_temperature}
 *   <li>both: {@code simvq}
 *   <li>{@code EMAVQ}: {@code beta}, {@code decay}, {@code eps}
 *   <li>these three: {@code kmeans_batches}, {@code restart_after}, {@code gradient}
 *   <li>{@code GumbelVQ}: {@code straight_through}
 *   <li>all: {@code unknown_index}, which {@link RemapCodec} reads
 * </ul>
 */
final class QuantizerCodec {

    static final String QUANTIZER = "quantizer";

    private static final double BETA = 0.25;
    private static final double KL_WEIGHT = 1e-8;

    private static final String NEAREST = "nearest";
    private static final String NORMALIZED = "normalized";

    private static final List<String> OF_NEAREST = List.of("beta", "legacy", "simvq");
    private static final List<String> OF_NORMALIZED =
            List.of("beta", "entropy_loss_ratio", "entropy_temperature", "simvq");
    private static final List<String> OF_MOVING_AVERAGE = List.of("beta", "decay", "eps");
    private static final List<String> OF_SEARCH = List.of("kmeans_batches", "restart_after", "gradient");

    private QuantizerCodec() {}

    /** @param section our mapping, whose keys this declares */
    static QuantizerConfig read(FirstStageClass type, Section params, Section section) {
        int numCodes = params.integer("n_embed", 1);
        int dim = params.integer("embed_dim", 1);
        return switch (type) {
            case GUMBEL_VQ -> {
                known(section, Stream.of(List.of("straight_through")));
                yield section.build(() -> new QuantizerConfig.Gumbel(
                        numCodes,
                        dim,
                        params.number("kl_weight", KL_WEIGHT),
                        section.flag("straight_through", true),
                        ScheduleCodec.CLASSES.read(params.section("temperature_scheduler_config"))));
            }
            case EMA_VQ -> {
                known(section, Stream.of(OF_MOVING_AVERAGE, OF_SEARCH));
                yield section.build(() -> new QuantizerConfig.MovingAverage(
                        numCodes,
                        dim,
                        section.number("beta", BETA),
                        section.number("decay", QuantizerConfig.MovingAverage.DEFAULT_DECAY),
                        section.number("eps", QuantizerConfig.MovingAverage.DEFAULT_EPS),
                        antiCollapse(section, false)));
            }
            case VQ_MODEL, VQ_SEGMENTATION_MODEL, VQ_NO_DISC_MODEL -> byKind(numCodes, dim, section);
        };
    }

    private static void known(Section section, Stream<List<String>> keys) {
        section.known(Stream.concat(keys.flatMap(List::stream), Stream.of(RemapCodec.UNKNOWN_INDEX))
                .toArray(String[]::new));
    }

    private static QuantizerConfig byKind(int numCodes, int dim, Section section) {
        known(section, Stream.of(List.of("kind"), OF_NEAREST, OF_NORMALIZED, OF_SEARCH));
        String kind = section.text("kind", NEAREST);
        return switch (kind) {
            case NEAREST -> {
                refuse(section, kind, OF_NORMALIZED, OF_NEAREST);
                yield section.build(() -> new QuantizerConfig.Nearest(
                        numCodes,
                        dim,
                        section.number("beta", BETA),
                        section.flag("legacy", true),
                        antiCollapse(section, section.flag("simvq", false))));
            }
            case NORMALIZED -> {
                refuse(section, kind, OF_NEAREST, OF_NORMALIZED);
                yield section.build(() -> new QuantizerConfig.Normalized(
                        numCodes,
                        dim,
                        section.number("beta", BETA),
                        new EntropyLoss(
                                section.number("entropy_loss_ratio", 0),
                                section.number("entropy_temperature", EntropyLoss.NONE.temperature())),
                        antiCollapse(section, section.flag("simvq", false))));
            }
            default ->
                throw section.invalid(
                        "kind",
                        "is the unknown " + Quoted.of(kind) + new KnownNames(List.of(NEAREST, NORMALIZED)).hint(kind));
        };
    }

    /** A key of another kind only. */
    private static void refuse(Section section, String kind, List<String> others, List<String> own) {
        Set<String> foreign = new LinkedHashSet<>(others);
        own.forEach(foreign::remove);
        for (String key : foreign) {
            if (section.has(key)) {
                throw section.invalid(key, "has no meaning for the kind '" + kind + "'");
            }
        }
    }

    private static AntiCollapse antiCollapse(Section section, boolean simvq) {
        return new AntiCollapse(
                simvq,
                section.integer("kmeans_batches", 0, 0),
                section.integer("restart_after", 0, 0),
                gradient(section));
    }

    private static GradientEstimator gradient(Section section) {
        String name = section.text("gradient", GradientEstimator.STRAIGHT_THROUGH.configName());
        List<String> known = Arrays.stream(GradientEstimator.values())
                .map(GradientEstimator::configName)
                .toList();
        return Arrays.stream(GradientEstimator.values())
                .filter(estimator -> estimator.configName().equals(name))
                .findFirst()
                .orElseThrow(() -> section.invalid(
                        "gradient", "is the unknown " + Quoted.of(name) + new KnownNames(known).hint(name)));
    }

    /** The arguments of the reference go into {@code params}, ours into {@code section}, which stays empty if the reference's suffice. */
    static void write(QuantizerConfig config, Map<String, Object> params, Map<String, Object> section) {
        params.put("embed_dim", config.dim());
        params.put("n_embed", config.numCodes());
        switch (config) {
            case QuantizerConfig.Nearest(int numCodes, int dim, double beta, boolean legacy, var antiCollapse) -> {
                if (!config.equals(new QuantizerConfig.Nearest(numCodes, dim, BETA, true))) {
                    section.put("kind", NEAREST);
                    section.put("beta", beta);
                    section.put("legacy", legacy);
                    write(antiCollapse, section);
                }
            }
            case QuantizerConfig.Normalized(var _, var _, double beta, EntropyLoss entropy, var antiCollapse) -> {
                section.put("kind", NORMALIZED);
                section.put("beta", beta);
                if (!entropy.equals(EntropyLoss.NONE)) {
                    section.put("entropy_loss_ratio", entropy.ratio());
                    section.put("entropy_temperature", entropy.temperature());
                }
                write(antiCollapse, section);
            }
            case QuantizerConfig.MovingAverage(
                    int numCodes,
                    int dim,
                    double beta,
                    double decay,
                    double eps,
                    var antiCollapse) -> {
                if (!config.equals(new QuantizerConfig.MovingAverage(numCodes, dim, BETA))) {
                    section.put("beta", beta);
                    section.put("decay", decay);
                    section.put("eps", eps);
                    write(antiCollapse, section);
                }
            }
            case QuantizerConfig.Gumbel(var _, var _, double klWeight, boolean straightThrough, var temperature) -> {
                params.put("kl_weight", klWeight);
                params.put("temperature_scheduler_config", ScheduleCodec.write(temperature));
                if (!straightThrough) {
                    section.put("straight_through", false);
                }
            }
            case QuantizerConfig.Remapped _ ->
                throw new IllegalArgumentException("the file of a remapping stands beside the quantizer");
        }
    }

    private static void write(AntiCollapse options, Map<String, Object> section) {
        Map<String, Object> used = new LinkedHashMap<>();
        used.put("simvq", options.simvq());
        used.put("kmeans_batches", options.kmeansBatches());
        used.put("restart_after", options.restartAfter());
        used.put("gradient", options.gradient().configName());
        used.values().removeAll(List.of(false, 0, GradientEstimator.STRAIGHT_THROUGH.configName()));
        section.putAll(used);
    }
}
