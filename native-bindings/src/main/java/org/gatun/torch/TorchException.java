package org.gatun.torch;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.gatun.torch.ffm.gatun_h;

/** A call that libtorch refused. The message names the operator and the shapes and dtypes of its operands. */
public final class TorchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final long MAX_MESSAGE_BYTES = 4096;
    private static final int MAX_LISTED = 6;

    private TorchException(String message) {
        super(message);
    }

    /**
     * The failure of the calling thread's last call.
     *
     * @param operands tensors, lists of tensors, and null for absent tensors
     */
    static TorchException in(String operator, Object... operands) {
        // First of all: describing the operands calls native code too.
        MemorySegment message = gatun_h.gatun_last_error();
        String reason = message.reinterpret(MAX_MESSAGE_BYTES).getString(0).strip();
        List<String> described = new ArrayList<>();
        for (Object operand : operands) {
            described.add(describe(operand));
        }
        return new TorchException(operator + "(" + String.join(", ", described) + "): " + reason);
    }

    private static String describe(Object operand) {
        return switch (operand) {
            case null -> "absent";
            case Tensor tensor -> tensor.describe();
            case List<?> list
            when list.size() <= MAX_LISTED ->
                list.stream().map(TorchException::describe).toList().toString();
            case List<?> list -> "[" + describe(list.getFirst()) + ", ... " + (list.size() - 1) + " more]";
            default -> operand.toString();
        };
    }
}
