package org.gatun.torch;

import java.util.Locale;
import java.util.function.IntFunction;

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
        append(elements(tensor), tensor.shape(), 0, 0, isLong(tensor), out);
        return out.append(']').toString();
    }

    /** Also without an element a tensor may have more rows than one wants to see: those before the first size of 0. */
    private static boolean isLong(Tensor tensor) {
        long rows = 1;
        for (long size : tensor.shape()) {
            if (size == 0) {
                break;
            }
            rows *= size;
        }
        return rows > MAX_WHOLE;
    }

    /** The text of element i. */
    private static IntFunction<String> elements(Tensor tensor) {
        if (tensor.dtype().isFloatingPoint()) {
            double[] values = tensor.toDoubleArray();
            return i -> String.format(Locale.ROOT, "%.5g", values[i]);
        }
        long[] values = tensor.toLongArray();
        return i -> Long.toString(values[i]);
    }

    private static void append(
            IntFunction<String> elements, long[] shape, int dim, int offset, boolean shorten, StringBuilder out) {
        if (dim == shape.length) {
            out.append(elements.apply(offset));
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
            append(elements, shape, dim + 1, offset + i * stride, shorten, out);
        }
        out.append(']');
    }
}
