package org.gatun.parity;

import org.gatun.gpt.Gpt;
import org.gatun.gpt.MapPrompt;
import org.gatun.gpt.SamplingListener;
import org.gatun.gpt.SamplingOptions;
import org.gatun.gpt.SlidingWindowSampler;
import org.gatun.gpt.WindowCondition;
import org.gatun.nn.Parameters;
import org.gatun.torch.DType;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/** Kind {@code sliding_window}: the greedy indices of a map larger than the window, with another map as the condition. */
final class SlidingWindowParity {

    /** Compares one fixture. */
    public ParityResult run(Fixture fixture) {
        Comparison comparison = new Comparison(fixture);
        try (TensorScope _ = TensorScope.open();
                Parameters parameters = fixture.parameters(DType.FLOAT64)) {
            Gpt gpt = new Gpt(
                    parameters.root(), GptCase.config(fixture.description().path("config")));
            fixture.load(parameters);
            Tensor condition = fixture.tensor("in.cond");
            MapPrompt prompt = MapPrompt.of(
                    Math.toIntExact(condition.size(1)),
                    Math.toIntExact(condition.size(2)),
                    new WindowCondition.CodeMap(condition));
            int window = fixture.description().path("window").asInt(16);
            Tensor indices = new SlidingWindowSampler(gpt, gpt.config().vocabSize(), window)
                    .sample(prompt, SamplingOptions.DEFAULT.withGreedy(true), SamplingListener.NONE);
            comparison.indices("indices", indices);
        }
        return comparison.result();
    }
}
