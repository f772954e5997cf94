package org.gatun.config;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gatun.gpt.AlternateParsingOrder;
import org.gatun.gpt.CodeOrder;
import org.gatun.gpt.RandomOrder;
import org.gatun.gpt.RasterOrder;
import org.gatun.gpt.SpiralOrder;
import org.gatun.gpt.SubsampleOrder;
import org.gatun.gpt.ZCurveOrder;

/** {@code permuter_config}. */
final class PermuterCodec {

    private static final String MODULE = "taming.modules.transformer.permuter.";

    static final ClassTable<PermuterSettings> CLASSES = classes();

    private PermuterCodec() {}

    private static ClassTable<PermuterSettings> classes() {
        ClassTable<PermuterSettings> classes = new ClassTable<PermuterSettings>().with(MODULE + "Identity", params -> {
            params.known();
            return new PermuterSettings.Identity();
        });
        for (CodeOrder order : new CodeOrder[] {
            new SubsampleOrder(),
            new ZCurveOrder(),
            new SpiralOrder(SpiralOrder.Direction.OUT),
            new SpiralOrder(SpiralOrder.Direction.IN),
            new RandomOrder(),
            new AlternateParsingOrder()
        }) {
            classes.with(target(order), params -> {
                params.known("H", "W");
                return new PermuterSettings.Permuted(order, params.integer("H", 1), params.integer("W", 1));
            });
        }
        return classes;
    }

    private static String target(CodeOrder order) {
        return MODULE
                + switch (order) {
                    case RasterOrder _ -> "Identity";
                    case SubsampleOrder _ -> "Subsample";
                    case ZCurveOrder _ -> "ZCurve";
                    case SpiralOrder(SpiralOrder.Direction direction) ->
                        switch (direction) {
                            case OUT -> "SpiralOut";
                            case IN -> "SpiralIn";
                        };
                    case RandomOrder _ -> "Random";
                    case AlternateParsingOrder _ -> "AlternateParsing";
                };
    }

    static Map<String, Object> write(PermuterSettings permuter) {
        Map<String, Object> params = new LinkedHashMap<>();
        if (permuter instanceof PermuterSettings.Permuted permuted) {
            params.put("H", permuted.height());
            params.put("W", permuted.width());
        }
        return ClassTable.write(target(permuter.order()), params);
    }
}
