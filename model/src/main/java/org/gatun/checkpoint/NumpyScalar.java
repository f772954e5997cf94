package org.gatun.checkpoint;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;

/** Numbers that were pickled as numpy scalars: {@code numpy.core.multiarray.scalar(dtype, bytes)}. */
final class NumpyScalar {
    private NumpyScalar() {}

    /** The number, or empty if the arguments are not a little-endian number of a common type. */
    static Optional<Object> of(List<?> arguments) {
        if (arguments.size() != 2
                || !(arguments.get(0) instanceof ForeignObject dtype)
                || dtype.arguments().isEmpty()
                || !(dtype.arguments().getFirst() instanceof String code)
                || !(arguments.get(1) instanceof byte[] bytes)
                || isBigEndian(dtype)) {
            return Optional.empty();
        }
        MemorySegment data = MemorySegment.ofArray(bytes);
        return Optional.ofNullable(
                switch (code + "/" + bytes.length) {
                    case "f8/8" -> Double.longBitsToDouble(data.get(LittleEndian.LONG, 0));
                    case "f4/4" -> Float.intBitsToFloat(data.get(LittleEndian.INT, 0));
                    case "i8/8" -> data.get(LittleEndian.LONG, 0);
                    case "i4/4" -> data.get(LittleEndian.INT, 0);
                    case "i2/2" -> (int) data.get(LittleEndian.SHORT, 0);
                    case "i1/1" -> (int) data.get(ValueLayout.JAVA_BYTE, 0);
                    case "u1/1" -> Byte.toUnsignedInt(data.get(ValueLayout.JAVA_BYTE, 0));
                    case "b1/1" -> data.get(ValueLayout.JAVA_BYTE, 0) != 0;
                    default -> null;
                });
    }

    /** numpy's pickled dtype state is {@code (version, byte order, ...)}. */
    private static boolean isBigEndian(ForeignObject dtype) {
        return dtype.state() instanceof List<?> state && state.size() > 1 && ">".equals(state.get(1));
    }
}
