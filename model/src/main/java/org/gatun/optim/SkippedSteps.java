package org.gatun.optim;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/** Counts the steps that an optimizer left out because a gradient was not finite. The counts stay on the device until they are read. */
public final class SkippedSteps implements AutoCloseable {

    private final Tensor total;
    private final Tensor inARow;

    SkippedSteps(Device device) {
        try (TensorScope scope = TensorScope.open()) {
            this.total = scope.keep(Torch.zeros(new long[0], DType.FLOAT32, device));
            this.inARow = scope.keep(Torch.zeros(new long[0], DType.FLOAT32, device));
        }
    }

    /** @param skipped a float32 scalar: 1 for a step that was left out, 0 for one that was done */
    void count(Tensor skipped) {
        try (TensorScope _ = TensorScope.open();
                var _ = Autograd.noGrad()) {
            total.add_(skipped);
            inARow.add_(1).mul_(skipped);
        }
    }

    /** All of them; waits for the device. */
    public long total() {
        return (long) total.item();
    }

    /** Those since the last step that was done; waits for the device. */
    public long inARow() {
        return (long) inARow.item();
    }

    Map<String, Tensor> state() {
        Map<String, Tensor> state = new LinkedHashMap<>();
        state.put("skipped.total", total);
        state.put("skipped.in_a_row", inARow);
        return state;
    }

    @Override
    public void close() {
        total.close();
        inARow.close();
    }
}
