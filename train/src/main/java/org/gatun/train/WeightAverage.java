package org.gatun.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatun.nn.Parameters;
import org.gatun.torch.Autograd;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/**
 * The exponential moving average of a network's parameters over the steps of its training; buffers are the newest ones. In the first steps
 * it forgets faster, min(decay, (1 + n) / (10 + n)) after n steps, so that the random weights of the beginning are soon gone.
 *
 * <p>It owns the average, not the network.
 */
final class WeightAverage implements AutoCloseable {

    private static final String PREFIX = "average.";

    private final double decay;
    private final Map<String, Tensor> network;
    private final WeightCopy average;
    private final List<Tensor> parameters;
    private final List<Tensor> averagedParameters;
    private final List<Tensor> buffers;
    private final List<Tensor> copiedBuffers;

    /** @param parameters of the network, which begin the average */
    WeightAverage(Parameters parameters, double decay) {
        this.decay = decay;
        this.network = parameters.stateDict();
        this.average = new WeightCopy(network);
        this.parameters = parameters.parameterList();
        this.averagedParameters = copiesOf(parameters.parameters());
        this.buffers = List.copyOf(parameters.buffers().values());
        this.copiedBuffers = copiesOf(parameters.buffers());
    }

    private List<Tensor> copiesOf(Map<String, Tensor> tensors) {
        return tensors.keySet().stream().map(average.tensors()::get).toList();
    }

    /**
     * Follows the network; nothing waits for the device.
     *
     * @param steps how many have been done, this one included
     */
    void update(long steps) {
        double kept = Math.min(decay, (1.0 + steps) / (10.0 + steps));
        try (TensorScope _ = TensorScope.open();
                var _ = Autograd.noGrad()) {
            Torch._foreach_lerp_(averagedParameters, parameters, 1 - kept);
            if (!buffers.isEmpty()) {
                Torch._foreach_copy_(copiedBuffers, buffers);
            }
        }
    }

    /** Puts the average into the network until the result is closed, which puts the network's own weights back. */
    Applied apply() {
        return new Applied();
    }

    /** Puts the average into the network for good. */
    void copyToNetwork() {
        average.copyToNetwork();
    }

    /** The average by the names of a checkpoint; not to be closed. */
    Map<String, Tensor> state() {
        Map<String, Tensor> state = new LinkedHashMap<>();
        average.tensors().forEach((name, tensor) -> state.put(PREFIX + name, tensor));
        return state;
    }

    @Override
    public void close() {
        average.close();
    }

    /** While it is open the network holds the average. */
    final class Applied implements AutoCloseable {

        private final WeightCopy own = new WeightCopy(network);

        private Applied() {
            average.copyToNetwork();
        }

        @Override
        public void close() {
            own.copyToNetwork();
            own.close();
        }
    }
}
