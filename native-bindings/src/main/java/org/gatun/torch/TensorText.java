package org.gatun.torch;

import java.util.Locale;

/** Prints a tensor for people: nested as its dimensions are, long dimensions shortened in the middle. */
final class TensorText {

    private static final int EDGE = 3;
    private static final long MAX_WHOLE = 200;

    private TensorText() {}

    static String of(Tensor tensor) {
        if (tensor.numel() > 1_000_000) {
            return "Tensor[" + tensor.describe() + "]";
        }
        StringBuilder out =
                new StringBuilder("Tensor[").append(tensor.describe()).append(": ");
        double[] values = tensor.toDoubleArray();
        boolean whole = !tensor.dtype().isFloatingPoint();
        append(values, tensor.shape(), 0, 0, tensor.numel() > MAX_WHOLE, whole, out);
        return out.append(']').toString();
    }

    private static void append(
            double[] values, long[] shape, int dim, int offset, boolean shorten, boolean whole, StringBuilder out) {
        if (dim == shape.length) {
            out.append(
                    whole ? Long.toString((long) values[offset]) : String.format(Locale.ROOT, "%.5g", values[offset]));
            return;
        }
        int stride = 1;
        for (int i = dim + 1; i < shape.length; i++) {
            stride *= (int) shape[i];
        }
        int size = (int) shape[dim];
        out.append('[');
        for (int i = 0; i < size; i++) {
            if (shorten && size > 2 * EDGE && i == EDGE) {
                out.append(", ...");
                i = size - EDGE;
            }
            if (i > 0) {
                out.append(", ");
            }
            append(values, shape, dim + 1, offset + i * stride, shorten, whole, out);
        }
        out.append(']');
    }
}
