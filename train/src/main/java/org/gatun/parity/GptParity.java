package org.gatun.parity;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.gatun.gpt.AutoregressiveSampler;
import org.gatun.gpt.Gpt;
import org.gatun.gpt.Prompt;
import org.gatun.gpt.Sampler;
import org.gatun.gpt.SamplingListener;
import org.gatun.gpt.SamplingOptions;
import org.gatun.nn.Parameters;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/** Kind {@code gpt}: logits, loss, gradients, greedy sampling with a cache, probabilities after top-k and top-p. */
final class GptParity {

    private static final Pattern FILTERED = Pattern.compile("filtered_k(\\d+)_p([\\d.]+)");

    /** Compares one fixture. */
    public ParityResult run(Fixture fixture) {
        Comparison comparison = new Comparison(fixture);
        try (TensorScope _ = TensorScope.open();
                Parameters parameters = fixture.parameters(DType.FLOAT64)) {
            Gpt gpt = new Gpt(
                    parameters.root(), GptCase.config(fixture.description().path("config")));
            fixture.load(parameters);
            Tensor logits = gpt.forward(fixture.tensor("in.idx"), false);
            comparison.output("logits", logits);
            Tensor loss = Gpt.loss(logits, fixture.tensor("in.targets"));
            comparison.loss("loss", fixture.description().path("loss").asDouble(), loss.item());
            compareGradients(fixture, comparison, parameters.parameters(), loss);
            compareProbabilities(fixture, comparison, logits.detach().select(1, -1));
            if (fixture.has("out.greedy")) {
                compareGreedy(fixture, comparison, gpt);
            }
        }
        return comparison.result();
    }

    /** Compares the logits alone. */
    ParityResult forwardInFloat32(Fixture fixture) {
        Comparison comparison = new Comparison(fixture, ParityResult.FLOAT32_BOUND);
        try (TensorScope _ = TensorScope.open();
                Parameters parameters = fixture.parameters(DType.FLOAT32)) {
            Gpt gpt = new Gpt(
                    parameters.root(), GptCase.config(fixture.description().path("config")));
            fixture.load(parameters);
            comparison.output("logits", gpt.forward(fixture.tensor("in.idx"), false));
        }
        return comparison.result();
    }

    private static void compareGradients(
            Fixture fixture, Comparison comparison, Map<String, Tensor> parameters, Tensor loss) {
        var norms = fixture.description().path("grad_norm");
        double largest = StreamSupport.stream(norms.spliterator(), false)
                .mapToDouble(norm -> norm.asDouble())
                .max()
                .orElse(0);
        List<String> names = List.copyOf(parameters.keySet());
        List<Tensor> gradients = Autograd.grad(loss, List.copyOf(parameters.values()));
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            comparison.gradient(name, gradients.get(i), largest);
            comparison.gradientNorm(name, norms.path(name).asDouble(Double.NaN), gradients.get(i), largest);
        }
    }

    private static void compareProbabilities(Fixture fixture, Comparison comparison, Tensor logits) {
        for (String name : fixture.names("out.")) {
            Matcher matcher = FILTERED.matcher(name);
            if (matcher.matches()) {
                SamplingOptions options = SamplingOptions.DEFAULT
                        .withTopK(Integer.parseInt(matcher.group(1)))
                        .withTopP(Double.parseDouble(matcher.group(2)));
                comparison.output(name, new Sampler(options).probabilities(logits));
            }
        }
    }

    private static void compareGreedy(Fixture fixture, Comparison comparison, Gpt gpt) {
        int length = Math.toIntExact(fixture.tensors().get("out.greedy").shape()[1]);
        Tensor tokens = new AutoregressiveSampler(gpt, gpt.config().vocabSize())
                .sample(
                        Prompt.of(fixture.tensor("in.cond")),
                        length,
                        SamplingOptions.DEFAULT.withGreedy(true),
                        SamplingListener.NONE);
        comparison.indices("greedy", tokens);
    }
}
