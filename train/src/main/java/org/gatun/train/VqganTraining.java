package org.gatun.train;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.gatun.checkpoint.StateFile;
import org.gatun.nn.Parameters;
import org.gatun.optim.Adam;
import org.gatun.torch.Autocast;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Generator;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.gatun.vqgan.LossConfig;
import org.gatun.vqgan.Lpips;
import org.gatun.vqgan.VqModel;
import org.gatun.vqgan.VqganLoss;
import org.gatun.vqgan.VqganLosses;
import org.gatun.vqgan.VqganStep;

/** A first stage in training: networks, optimizers and the number of steps done. It owns the memory of all of them. */
public final class VqganTraining implements AutoCloseable {

    // The discriminator's, as in arXiv 2012.09841's implementation; GANs want little momentum.
    private static final double DISCRIMINATOR_BETA1 = 0.5;
    private static final double DISCRIMINATOR_BETA2 = 0.9;
    private static final double EPS = 1e-8;

    private final VqganSettings settings;
    private final Device device;
    private final Parameters parameters;
    private final Parameters lossParameters;
    private final VqModel model;
    private final Adam autoencoderOptimizer;
    private final Adam discriminatorOptimizer;
    private final VqganStep step;
    private final WeightAverage average; // or null
    private final Tensor discFactor;
    private final RepeatedStep repeated;

    /** Steps while the codebook is not there yet. */
    private final RepeatedStep changing;

    /** Of the step that ran last; of a captured one the same tensors each time. */
    private VqganLosses losses;

    private long stepsDone;

    /** The losses with the discriminator's start as it is by now. */
    private LossConfig schedule;

    private double discShare = Double.POSITIVE_INFINITY;

    /**
     * Fresh networks, after seeding libtorch's generators.
     *
     * @param lpips the perceptual distance, the caller's, or null if the settings do without
     */
    public VqganTraining(VqganSettings settings, Device device, Lpips lpips) {
        this(settings, device, lpips, false, _ -> {});
    }

    /**
     * The same, with steps of one shape if that is wanted, which a GPU replays as CUDA graphs.
     *
     * @param log told once if that can't be done
     */
    public VqganTraining(VqganSettings settings, Device device, Lpips lpips, boolean cudaGraphs, Consumer<String> log) {
        this.settings = settings;
        this.schedule = settings.loss();
        this.device = device;
        Generator.manualSeed(settings.seed());
        this.parameters = new Parameters(device, DType.FLOAT32);
        this.lossParameters = new Parameters(device, DType.FLOAT32);
        this.model = new VqModel(parameters.root(), settings.model());
        VqganLoss loss = new VqganLoss(lossParameters.root().at("loss"), settings.loss(), lpips);
        this.autoencoderOptimizer = adam(parameters, settings.beta1(), settings.beta2());
        this.discriminatorOptimizer = adam(lossParameters, DISCRIMINATOR_BETA1, DISCRIMINATOR_BETA2);
        this.step = new VqganStep(
                model,
                loss,
                autoencoderOptimizer,
                discriminatorOptimizer,
                settings.order(),
                settings.update().accumulate(),
                settings.update().checkpointActivations());
        double emaDecay = settings.update().emaDecay();
        this.average = emaDecay == 0 ? null : new WeightAverage(parameters, emaDecay);
        try (TensorScope scope = TensorScope.open()) {
            this.discFactor = scope.keep(Torch.zeros(new long[0], DType.FLOAT32, device));
        }
        boolean repeatable = !model.quantizer().followsSchedule();
        if (cudaGraphs && !repeatable) {
            log.accept("NOTE: the quantizer changes from step to step: no CUDA graphs");
        }
        this.repeated = new RepeatedStep(device, cudaGraphs && repeatable, this::work, log);
        this.changing = new RepeatedStep(device, false, this::work, log);
    }

    /**
     * Lets the discriminator come in once a share of the run is over, unless {@code disc_start} comes first: how many steps fit into a
     * time is not known before.
     */
    public VqganTraining startDiscriminatorAfter(double share) {
        discShare = share;
        return this;
    }

    private Adam adam(Parameters trained, double beta1, double beta2) {
        Adam adam = new Adam(settings.learningRate().peak(), beta1, beta2, EPS).add(trained.parameters(), 0);
        double maxGradNorm = settings.update().maxGradNorm();
        return maxGradNorm > 0 ? adam.clipGradNorm(maxGradNorm) : adam;
    }

    /**
     * One step.
     *
     * @param x (B, 3, H, W) in [-1, 1] on {@link #device()}, {@link VqganSettings#stepSize()} pictures
     * @param used share of the run that is over, for the learning rate
     * @return what was measured; its tensors hold until the next step or {@link #close}, and are not to be closed
     */
    public VqganLosses step(Tensor x, double used) {
        double rate = settings.learningRate().at(stepsDone, used);
        autoencoderOptimizer.setLr(rate);
        discriminatorOptimizer.setLr(rate);
        model.quantizer().beginStep(stepsDone);
        if (used >= discShare && stepsDone < schedule.discStart()) {
            schedule = schedule.withDiscStart(stepsDone);
        }
        double factor = schedule.discFactor(stepsDone);
        boolean adversarial = step.hasDiscriminator(factor);
        try (var _ = Autograd.noGrad()) {
            discFactor.fill_(factor);
        }
        RepeatedStep steps = repeated;
        if (model.quantizer().gathers()) {
            steps = changing;
        } else {
            changing.close();
        }
        steps.run(adversarial, adversarial ? List.of(x, discFactor) : List.of(x));
        stepsDone++;
        if (average != null) {
            average.update(stepsDone);
        }
        return losses;
    }

    /** @param inputs pictures and, with a discriminator, its factor */
    private List<Tensor> work(List<Tensor> inputs) {
        try (Autocast _ = settings.precision().open(device)) {
            losses = step.run(inputs.getFirst(), null, inputs.size() == 1 ? null : inputs.getLast());
            return losses.tensors().toList();
        }
    }

    /** Whether steps are replays of a CUDA graph by now. */
    public boolean isCaptured() {
        return repeated.isCaptured();
    }

    /** The network as it is evaluated and saved: with its averaged weights, if there are any, until the result is closed; may be null. */
    WeightAverage.Applied averaged() {
        return average == null ? null : average.apply();
    }

    /** Puts the averaged weights, if there are any, into the network: training is over. */
    void finish() {
        if (average != null) {
            average.copyToNetwork();
        }
    }

    public VqganSettings settings() {
        return settings;
    }

    /** The losses, with the step at which the discriminator has come in or will. */
    public LossConfig loss() {
        return schedule;
    }

    public Device device() {
        return device;
    }

    public VqModel model() {
        return model;
    }

    /** The first stage's tensors by name, without the discriminator's; not to be closed. */
    public Map<String, Tensor> weights() {
        return parameters.stateDict();
    }

    /** The number of trainable numbers of encoder, decoder and codebook. */
    public long parameterCount() {
        return parameters.count();
    }

    public long stepsDone() {
        return stepsDone;
    }

    /** Both optimizers. */
    List<Adam> optimizers() {
        return List.of(autoencoderOptimizer, discriminatorOptimizer);
    }

    /** All tensors that change in training, by name; not to be closed. */
    Map<String, Tensor> state() {
        Map<String, Tensor> state = allWeights();
        autoencoderOptimizer.state().forEach((name, tensor) -> state.put("optimizer.autoencoder." + name, tensor));
        discriminatorOptimizer.state().forEach((name, tensor) -> state.put("optimizer.discriminator." + name, tensor));
        if (average != null) {
            state.putAll(average.state());
        }
        return state;
    }

    /** Goes on after so many steps; {@link #state} and {@link #loss} are what they were then. */
    void resume(long steps, long discStart) {
        stepsDone = steps;
        schedule = schedule.withDiscStart(discStart);
    }

    private Map<String, Tensor> allWeights() {
        Map<String, Tensor> weights = new LinkedHashMap<>(parameters.stateDict());
        weights.putAll(lossParameters.stateDict());
        return weights;
    }

    /** Writes the weights, averaged if the settings say so, and the discriminator's, under the reference's names. */
    public void save(Path file) {
        try (var _ = averaged()) {
            StateFile.save(file, allWeights(), Map.of("global_step", Long.toString(stepsDone)));
        }
    }

    @Override
    public void close() {
        repeated.close();
        changing.close();
        discFactor.close();
        if (average != null) {
            average.close();
        }
        autoencoderOptimizer.close();
        discriminatorOptimizer.close();
        parameters.close();
        lossParameters.close();
    }
}
