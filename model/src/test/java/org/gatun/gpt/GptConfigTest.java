package org.gatun.gpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class GptConfigTest {

    @Test
    void headsShareTheWidth() {
        assertThat(new GptConfig(10, 8, 1, 4, 32).headDim()).isEqualTo(8);
    }

    @Test
    void widthThatHeadsDoNotDivideIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GptConfig(10, 8, 1, 3, 32))
                .withMessage("n_embd 32 does not divide into n_head 3 heads");
    }

    @Test
    void sizesBelowOneAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GptConfig(0, 8, 1, 4, 32))
                .withMessage("vocab_size must be at least 1, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GptConfig(10, 8, 0, 4, 32))
                .withMessage("n_layer must be at least 1, not 0");
    }

    @Test
    void dropoutOfEverythingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GptConfig(10, 8, 1, 4, 32, 0, 1, 0, 0))
                .withMessage("resid_pdrop must be in [0, 1), not 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GptConfig(10, 8, 1, 4, 32, Double.NaN, 0, 0, 0))
                .withMessageContaining("embd_pdrop");
    }

    @Test
    void moreUnmaskedPositionsThanTheBlockHasAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GptConfig(10, 8, 1, 4, 32, 0, 0, 0, 9))
                .withMessage("n_unmasked 9 must be in 0..block_size, which is 8");
    }
}
