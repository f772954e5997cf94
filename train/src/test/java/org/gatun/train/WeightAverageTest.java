package org.gatun.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.gatun.nn.Init;
import org.gatun.nn.Parameters;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WeightAverageTest {

    private Parameters parameters;
    private Tensor weight;
    private Tensor count;

    @BeforeEach
    void build() {
        parameters = new Parameters(Device.CPU, DType.FLOAT32);
        weight = parameters.root().parameter("weight", Init.ZEROS, 1);
        try (Tensor zero = Torch.zeros(new long[0], DType.INT64)) {
            count = parameters.root().buffer("count", zero);
        }
    }

    @AfterEach
    void close() {
        parameters.close();
    }

    private void set(double value) {
        try (var _ = Autograd.noGrad()) {
            weight.fill_(value);
            count.fill_(value);
        }
    }

    @Test
    void followsParametersAndCopiesBuffers() {
        try (WeightAverage average = new WeightAverage(parameters, 0.9)) {
            double expected = 0;
            for (int n = 1; n <= 200; n++) {
                set(n);
                average.update(n);
                double kept = Math.min(0.9, (1.0 + n) / (10 + n));
                expected = kept * expected + (1 - kept) * n;
            }
            Map<String, Tensor> state = average.state();
            assertThat(state.get("average.weight").item()).isCloseTo(expected, within(1e-3));
            assertThat(expected).isCloseTo(200 - 9, within(0.1)); // nine steps behind
            assertThat(state.get("average.count").itemLong()).isEqualTo(200);
        }
    }

    @Test
    void standsInTheNetworkUntilTheGuardIsClosed() {
        try (WeightAverage average = new WeightAverage(parameters, 0.5)) {
            set(8);
            average.update(100);
            long before = Tensor.liveCount();
            try (WeightAverage.Applied _ = average.apply();
                    TensorScope _ = TensorScope.open()) {
                assertThat(weight.item()).isEqualTo(4);
            }
            assertThat(weight.item()).isEqualTo(8);
            assertThat(weight.requiresGrad()).isTrue();
            assertThat(Tensor.liveCount()).isEqualTo(before);
            average.copyToNetwork();
            assertThat(weight.item()).isEqualTo(4);
        }
    }
}
