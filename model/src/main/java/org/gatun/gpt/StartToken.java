package org.gatun.gpt;

import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.Torch;

/**
 * No condition: one and the same token before every sequence, the reference's {@code sos_token} (0 there by default).
 *
 * @param token its number in the transformer's vocabulary
 */
public record StartToken(long token) {

    public StartToken {
        if (token < 0) {
            throw new IllegalArgumentException("sos_token must not be negative: " + token);
        }
    }

    /** int64 (batch, 1). */
    public Tensor tokens(long batch, Device device) {
        return Torch.full(new long[] {batch, 1}, token, DType.INT64, device);
    }
}
