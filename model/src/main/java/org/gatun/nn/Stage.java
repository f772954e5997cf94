package org.gatun.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/**
 * A part of a network between two tensors, with its parameters: what {@link Checkpointing} computes again as a whole.
 *
 * @param parameters all that it computes with, and no other part does
 * @param forward from its input, and whether it is trained, to its output, of the innermost open scope
 */
public record Stage(List<Tensor> parameters, BiFunction<Tensor, Boolean, Tensor> forward) {

    /** A part whose parameters are those below some places. */
    public static Stage at(BiFunction<Tensor, Boolean, Tensor> forward, ParameterPath... places) {
        List<Tensor> own = new ArrayList<>();
        for (ParameterPath place : places) {
            place.parameters().parameters().forEach((name, parameter) -> {
                if (name.startsWith(place.prefix())) {
                    own.add(parameter);
                }
            });
        }
        return new Stage(List.copyOf(own), forward);
    }

    /** The output of the last of {@code stages}, each of which reads that of the one before. */
    public static Tensor forward(List<Stage> stages, Tensor x, boolean training) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor h = x;
            for (Stage stage : stages) {
                h = stage.forward.apply(h, training);
            }
            return scope.moveToOuter(h);
        }
    }
}
