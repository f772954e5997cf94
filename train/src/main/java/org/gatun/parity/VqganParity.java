package org.gatun.parity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.gatun.checkpoint.StateFile;
import org.gatun.nn.Parameters;
import org.gatun.optim.Adam;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.vqgan.Lpips;
import org.gatun.vqgan.TrainingOrder;
import org.gatun.vqgan.VqModel;
import org.gatun.vqgan.VqganLoss;
import org.gatun.vqgan.VqganStep;
import org.gatun.vqgan.quantize.Quantization;

/** Kind {@code vqgan}: the first stage, its gradients, and three steps of training in the reference's order. */
final class VqganParity {

    private static final double ADAM_EPS = 1e-8;

    /** What the reference logs under a second name. */
    private static final Map<String, String> SYNONYMS = Map.of("rec_loss", "nll_loss");

    /** Compares one fixture. */
    public ParityResult run(Fixture fixture) {
        Comparison comparison = new Comparison(fixture);
        VqganCase config = VqganCase.read(fixture.description());
        try (TensorScope _ = TensorScope.open();
                Parameters parameters = fixture.parameters(DType.FLOAT64);
                Parameters lossParameters = fixture.parameters(DType.FLOAT64);
                Parameters lpipsParameters = fixture.parameters(DType.FLOAT64)) {
            VqModel model = new VqModel(parameters.root(), config.model());
            Lpips lpips = null;
            if (config.loss().perceptualWeight() != 0) {
                lpips = new Lpips(lpipsParameters.root());
                HashedWeights.fill(lpipsParameters);
            }
            VqganLoss loss = new VqganLoss(lossParameters.root().at("loss"), config.loss(), lpips);
            load(fixture, parameters, lossParameters);
            Tensor x = fixture.float64("in.x");
            compareForward(fixture, comparison, parameters, model, x);
            JsonNode train = fixture.description().path("train");
            if (!train.isMissingNode()) {
                compareTraining(train, comparison, config, parameters, lossParameters, model, loss, x);
            }
        }
        return comparison.result();
    }

    /** Compares encoder and decoder alone, the latter from the codes of the fixture. */
    ParityResult forwardInFloat32(Fixture fixture) {
        Comparison comparison = new Comparison(fixture, ParityResult.FLOAT32_BOUND);
        VqganCase config = VqganCase.read(fixture.description());
        try (TensorScope _ = TensorScope.open();
                var _ = Autograd.noGrad();
                Parameters parameters = fixture.parameters(DType.FLOAT32)) {
            VqModel model = new VqModel(parameters.root(), config.model());
            fixture.load(parameters.stateDict(), new StateFile.Tolerance(name -> name.startsWith("loss."), _ -> false));
            Tensor x = fixture.float32("in.x");
            comparison.output("h", model.encoderOutput(x, false));
            comparison.output("z", model.features(x, false));
            comparison.countIndices("indices", model.encode(x, false).indices().flatten());
            comparison.output("rec", model.decode(fixture.float32("out.quant"), false));
        }
        return comparison.result();
    }

    private static void load(Fixture fixture, Parameters parameters, Parameters lossParameters) {
        Map<String, Tensor> state = new LinkedHashMap<>(parameters.stateDict());
        state.putAll(lossParameters.stateDict());
        fixture.load(state, new StateFile.Tolerance(_ -> false, name -> name.endsWith(".num_batches_tracked")));
    }

    private static void compareForward(
            Fixture fixture, Comparison comparison, Parameters parameters, VqModel model, Tensor x) {
        comparison.output("h", model.encoderOutput(x, false));
        comparison.output("z", model.features(x, false));
        Quantization codes = model.encode(x, true);
        Tensor rec = model.decode(codes.quantized(), true);
        comparison.indices("indices", codes.indices().flatten());
        comparison.output("quant", codes.quantized());
        comparison.output("qloss", codes.loss().view(1));
        comparison.output("rec", rec);

        Tensor total = x.l1_loss(rec).add(codes.loss());
        comparison.loss(
                "l1_plus_qloss", fixture.description().path("l1_plus_qloss").asDouble(), total.item());
        List<String> names = List.copyOf(parameters.parameters().keySet());
        List<Tensor> grads = Autograd.grad(total, parameters.parameterList());
        JsonNode norms = fixture.description().path("grad_norm");
        double largest = StreamSupport.stream(norms.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .max()
                .orElse(0);
        for (int i = 0; i < names.size(); i++) {
            comparison.gradient(names.get(i), grads.get(i), largest);
            comparison.gradientNorm(names.get(i), norms.path(names.get(i)).asDouble(Double.NaN), grads.get(i), largest);
        }
    }

    private static void compareTraining(
            JsonNode train,
            Comparison comparison,
            VqganCase config,
            Parameters parameters,
            Parameters lossParameters,
            VqModel model,
            VqganLoss loss,
            Tensor x) {
        try (Adam autoencoder = adam(config, parameters);
                Adam discriminator = adam(config, lossParameters)) {
            VqganStep step = new VqganStep(model, loss, autoencoder, discriminator, TrainingOrder.REFERENCE);
            List<String> names = new ArrayList<>();
            train.path("names").forEach(name -> names.add(name.asText()));
            JsonNode rows = train.path("rows");
            for (int i = 0; i < rows.size(); i++) {
                Map<String, Double> losses = step.run(x, i).read();
                for (int k = 0; k < names.size(); k++) {
                    String name = names.get(k);
                    comparison.trainingLoss(
                            name + " of step " + i,
                            rows.path(i).path(k).asDouble(),
                            losses.getOrDefault(SYNONYMS.getOrDefault(name, name), Double.NaN));
                }
            }
        }
        Map<String, Tensor> trained = new LinkedHashMap<>(parameters.parameters());
        trained.putAll(lossParameters.parameters());
        train.path("param_sum_after")
                .properties()
                .forEach(sum -> comparison.trainingLoss(
                        "sum of " + sum.getKey(),
                        sum.getValue().asDouble(),
                        trained.get(sum.getKey()).sum().item()));
    }

    private static Adam adam(VqganCase config, Parameters parameters) {
        return new Adam(config.lr(), config.beta1(), config.beta2(), ADAM_EPS).add(parameters.parameters(), 0);
    }
}
