package org.gatun.checkpoint;

import java.util.Map;
import net.razorvine.pickle.Opcodes;

/**
 * The pickle of a state dict. The library's pickler writes neither references to Python functions nor persistent ids, which is all that
 * a state dict consists of. The storage of the n-th tensor has the key n.
 */
final class StateDictPickle {
    /** Which storages' descriptions it is for: the older format's have one value more. */
    private final boolean legacy;

    private final PickleOutput out = new PickleOutput();

    private StateDictPickle(boolean legacy) {
        this.legacy = legacy;
    }

    /** {@code OrderedDict} of tensors. */
    static byte[] ofStateDict(Map<String, StoredTensor> tensors, boolean legacy) {
        StateDictPickle pickle = new StateDictPickle(legacy);
        pickle.stateDict(tensors);
        return pickle.out.stop();
    }

    /** {@code {"epoch": ..., "global_step": ..., "state_dict": OrderedDict}}. */
    static byte[] ofLightning(Map<String, StoredTensor> tensors, long epoch, long globalStep, boolean legacy) {
        StateDictPickle pickle = new StateDictPickle(legacy);
        pickle.out.opcode(Opcodes.EMPTY_DICT).opcode(Opcodes.MARK);
        pickle.out.text("epoch").integer(epoch);
        pickle.out.text("global_step").integer(globalStep);
        pickle.out.text("state_dict");
        pickle.stateDict(tensors);
        pickle.out.opcode(Opcodes.SETITEMS);
        return pickle.out.stop();
    }

    private void stateDict(Map<String, StoredTensor> tensors) {
        orderedDict();
        out.opcode(Opcodes.MARK);
        int key = 0;
        for (var entry : tensors.entrySet()) {
            out.text(entry.getKey());
            tensor(entry.getValue(), Integer.toString(key++));
        }
        out.opcode(Opcodes.SETITEMS);
    }

    /** {@code _rebuild_tensor_v2(storage, storage_offset, size, stride, requires_grad, backward_hooks)}. */
    private void tensor(StoredTensor tensor, String key) {
        long[] shape = tensor.shape();
        out.global("torch._utils", "_rebuild_tensor_v2").opcode(Opcodes.MARK);
        storage(tensor, key);
        out.integer(0);
        out.tuple(shape);
        out.tuple(contiguousStrides(shape));
        out.opcode(Opcodes.NEWFALSE);
        orderedDict();
        out.opcode(Opcodes.TUPLE).opcode(Opcodes.REDUCE);
    }

    private void storage(StoredTensor tensor, String key) {
        out.opcode(Opcodes.MARK).text("storage");
        out.global("torch", StorageType.of(tensor.dtype()).className());
        out.text(key).text("cpu").integer(tensor.numel());
        if (legacy) {
            out.opcode(Opcodes.NONE); // it is no view of another storage
        }
        out.opcode(Opcodes.TUPLE).opcode(Opcodes.BINPERSID);
    }

    private void orderedDict() {
        out.global("collections", "OrderedDict").opcode(Opcodes.EMPTY_TUPLE).opcode(Opcodes.REDUCE);
    }

    private static long[] contiguousStrides(long[] shape) {
        long[] strides = new long[shape.length];
        long stride = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= Math.max(shape[i], 1);
        }
        return strides;
    }
}
