package org.gatun.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoopStateTest {

    private final LoopState state = new LoopState(7, Duration.ofSeconds(30), Duration.ofSeconds(29), 512);

    @Test
    void isReadAsItWasWritten() {
        assertThat(LoopState.of(state.texts())).isEqualTo(state);
    }

    /** Written before evaluations followed the time of the last step. */
    @Test
    void anOlderCheckpointGoesOn() {
        Map<String, String> older = new HashMap<>(state.texts());
        older.remove("elapsed_at_step_nanos");
        older.put("evaluations", "3");

        assertThat(LoopState.of(older))
                .isEqualTo(new LoopState(7, Duration.ofSeconds(30), Duration.ofSeconds(30), 512));
    }
}
