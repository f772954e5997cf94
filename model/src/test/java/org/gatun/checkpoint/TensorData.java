package org.gatun.checkpoint;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatun.torch.DType;

/** Tensors made in tests, and their elements. */
final class TensorData {
    private TensorData() {}

    static StoredTensor floats(long[] shape, float... values) {
        return new StoredTensor(DType.FLOAT32, shape, Arena.ofAuto().allocateFrom(ValueLayout.JAVA_FLOAT, values));
    }

    static StoredTensor longs(long[] shape, long... values) {
        return new StoredTensor(DType.INT64, shape, Arena.ofAuto().allocateFrom(ValueLayout.JAVA_LONG, values));
    }

    /** Bytes 1, 2, 3, ... as elements of any type. */
    static StoredTensor counting(DType dtype, long... shape) {
        MemorySegment data = Arena.ofAuto().allocate(StoredTensor.byteSize(dtype, shape), 64);
        for (long i = 0; i < data.byteSize(); i++) {
            data.set(JAVA_BYTE, i, (byte) (i + 1));
        }
        return new StoredTensor(dtype, shape, data);
    }

    /** One tensor of every element type, a scalar and one without elements. */
    static Map<String, StoredTensor> ofEveryKind() {
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        for (DType dtype : DType.values()) {
            tensors.put("layer." + dtype.torchName() + ".wëight", counting(dtype, 3, 5));
        }
        tensors.put("scalar", longs(new long[0], 1234567890123L));
        tensors.put("empty", floats(new long[] {0, 3}));
        return tensors;
    }

    static float[] floats(StoredTensor tensor) {
        return tensor.data().toArray(ValueLayout.JAVA_FLOAT);
    }

    static byte[] bytes(StoredTensor tensor) {
        return tensor.data().toArray(JAVA_BYTE);
    }
}
