package org.gatun.gpt;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatun.nn.Parameters;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.junit.jupiter.api.Test;

final class GptFlopsTest {

    @Test
    void everyMatrixCountsThreeTimesAMultiplicationAndAnAddition() {
        GptConfig config = new GptConfig(50, 16, 2, 2, 8);
        try (Parameters parameters = new Parameters(Device.CPU, DType.FLOAT32)) {
            new Gpt(parameters.root(), config);
            double matrices = 2 * 12 * 8 * 8 + 8 * 50; // attention and MLP of two blocks, the head
            double attention = 12 * 2 * 8 * 16;
            assertThat(GptFlops.training(config, parameters.stateDict(), 16))
                    .isEqualTo(16 * (6 * matrices + attention));
        }
    }
}
