package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceTest {

    @ParameterizedTest
    @CsvSource({"cpu, CPU, -1, cpu", "cuda, CUDA, 0, cuda:0", "cuda:0, CUDA, 0, cuda:0", "cuda:11, CUDA, 11, cuda:11"})
    void parsesWhatPyTorchPrints(String text, DeviceType type, int index, String printed) {
        assertThat(Device.parse(text)).isEqualTo(new Device(type, index)).hasToString(printed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gpu", "CPU", "cpu:0", "cuda:", "cuda:-1", "cuda:x", " cuda", "cuda:1234"})
    void refusesOtherTexts(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Device.parse(text))
                .withMessage("not a device: \"" + text + "\" (cpu, cuda or cuda:N)");
    }

    @Test
    void anIndexMustFitItsType() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Device(DeviceType.CPU, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Device.cuda(-1))
                .withMessage("no device index -1 on cuda");
        assertThatIllegalArgumentException().isThrownBy(() -> Device.cuda(128));
    }

    @Test
    void typesAreLibtorchsNumbers() {
        for (DeviceType type : DeviceType.values()) {
            assertThat(DeviceType.ofCode(type.code())).isEqualTo(type);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> DeviceType.ofCode(2));
    }
}
