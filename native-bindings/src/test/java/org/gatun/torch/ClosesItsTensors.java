package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Of a test with {@code @ExtendWith}: as many tensors are open after it as before. */
final class ClosesItsTensors implements BeforeEachCallback, AfterEachCallback {

    private long live;

    @Override
    public void beforeEach(ExtensionContext context) {
        live = Tensor.liveCount();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        assertThat(Tensor.liveCount()).as("open tensors").isEqualTo(live);
    }
}
