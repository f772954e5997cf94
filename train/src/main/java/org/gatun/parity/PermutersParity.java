package org.gatun.parity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.gatun.gpt.AlternateParsingOrder;
import org.gatun.gpt.CodeOrder;
import org.gatun.gpt.CoordinateCondition;
import org.gatun.gpt.Permuter;
import org.gatun.gpt.RandomOrder;
import org.gatun.gpt.RasterOrder;
import org.gatun.gpt.SpiralOrder;
import org.gatun.gpt.SubsampleOrder;
import org.gatun.gpt.ZCurveOrder;
import org.gatun.nn.Parameters;
import org.gatun.torch.DType;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/** Kind {@code permuters}: the orders of indices, forwards and backwards, and the coordinate condition. */
final class PermutersParity {

    private static final Map<String, CodeOrder> ORDERS = Map.of(
            "Identity", new RasterOrder(),
            "Subsample", new SubsampleOrder(),
            "ZCurve", new ZCurveOrder(),
            "SpiralOut", new SpiralOrder(SpiralOrder.Direction.OUT),
            "SpiralIn", new SpiralOrder(SpiralOrder.Direction.IN),
            "Random", new RandomOrder(),
            "AlternateParsing", new AlternateParsingOrder());

    /** Compares one fixture. */
    public ParityResult run(Fixture fixture) {
        Comparison comparison = new Comparison(fixture);
        JsonNode description = fixture.description();
        int height = description.path("H").asInt();
        int width = description.path("W").asInt();
        ORDERS.forEach((name, order) -> {
            if (fixture.has("out." + name + ".forward")) {
                compareOrder(fixture, comparison, name, order, height, width);
            }
        });
        if (fixture.has("in.coord")) {
            JsonNode coord = description.path("coord");
            compareCoordinates(
                    fixture,
                    comparison,
                    new CoordinateCondition(
                            coord.path("n_embed").asInt(),
                            coord.path("down_factor").asInt()));
        }
        return comparison.result();
    }

    private static void compareOrder(
            Fixture fixture, Comparison comparison, String name, CodeOrder order, int height, int width) {
        try (TensorScope _ = TensorScope.open();
                Parameters parameters = fixture.parameters(DType.FLOAT64)) {
            Permuter permuter = new Permuter(parameters.root(), order, height, width);
            Tensor raster =
                    Torch.arange((long) height * width, null, fixture.device()).unsqueeze(0);
            comparison.indices(name + ".forward", permuter.forward(raster));
            comparison.indices(name + ".backward", permuter.reverse(raster));
        }
    }

    private static void compareCoordinates(Fixture fixture, Comparison comparison, CoordinateCondition condition) {
        try (TensorScope _ = TensorScope.open()) {
            Tensor indices = condition.encode(fixture.tensor("in.coord"));
            comparison.indices("coord_indices", indices);
            comparison.output("coord_decoded", condition.decode(indices));
        }
    }
}
