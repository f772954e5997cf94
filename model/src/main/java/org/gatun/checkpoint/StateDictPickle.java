package org.gatun.checkpoint;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.razorvine.pickle.Opcodes;

/**
 * The pickle (protocol 2, as PyTorch's) of a state dict. The library's pickler writes neither references to Python
 * functions nor persistent ids, which is all that a state dict consists of. The storage of the n-th tensor has the key
 * n.
 */
final class StateDictPickle {
    private static final int PROTOCOL = 2;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private StateDictPickle() {}

    /** {@code OrderedDict} of tensors. */
    static byte[] ofStateDict(Map<String, StoredTensor> tensors) {
        StateDictPickle pickle = new StateDictPickle();
        pickle.begin();
        pickle.stateDict(tensors);
        return pickle.end();
    }

    /** {@code {"epoch": ..., "global_step": ..., "state_dict": OrderedDict}}. */
    static byte[] ofLightning(Map<String, StoredTensor> tensors, long epoch, long globalStep) {
        StateDictPickle pickle = new StateDictPickle();
        pickle.begin();
        pickle.opcode(Opcodes.EMPTY_DICT);
        pickle.opcode(Opcodes.MARK);
        pickle.text("epoch");
        pickle.integer(epoch);
        pickle.text("global_step");
        pickle.integer(globalStep);
        pickle.text("state_dict");
        pickle.stateDict(tensors);
        pickle.opcode(Opcodes.SETITEMS);
        return pickle.end();
    }

    private void begin() {
        opcode(Opcodes.PROTO);
        out.write(PROTOCOL);
    }

    private byte[] end() {
        opcode(Opcodes.STOP);
        return out.toByteArray();
    }

    private void stateDict(Map<String, StoredTensor> tensors) {
        orderedDict();
        opcode(Opcodes.MARK);
        int key = 0;
        for (var entry : tensors.entrySet()) {
            text(entry.getKey());
            tensor(entry.getValue(), Integer.toString(key++));
        }
        opcode(Opcodes.SETITEMS);
    }

    /** {@code _rebuild_tensor_v2(storage, storage_offset, size, stride, requires_grad, backward_hooks)}. */
    private void tensor(StoredTensor tensor, String key) {
        long[] shape = tensor.shape();
        global("torch._utils", "_rebuild_tensor_v2");
        opcode(Opcodes.MARK);
        storage(tensor, key);
        integer(0);
        tuple(shape);
        tuple(contiguousStrides(shape));
        opcode(Opcodes.NEWFALSE);
        orderedDict();
        opcode(Opcodes.TUPLE);
        opcode(Opcodes.REDUCE);
    }

    private void storage(StoredTensor tensor, String key) {
        opcode(Opcodes.MARK);
        text("storage");
        global("torch", StorageType.of(tensor.dtype()).className());
        text(key);
        text("cpu");
        integer(tensor.numel());
        opcode(Opcodes.TUPLE);
        opcode(Opcodes.BINPERSID);
    }

    private void orderedDict() {
        global("collections", "OrderedDict");
        opcode(Opcodes.EMPTY_TUPLE);
        opcode(Opcodes.REDUCE);
    }

    private void tuple(long[] values) {
        opcode(Opcodes.MARK);
        for (long value : values) {
            integer(value);
        }
        opcode(Opcodes.TUPLE);
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

    private void global(String module, String name) {
        opcode(Opcodes.GLOBAL);
        out.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        opcode(Opcodes.BINUNICODE);
        out.writeBytes(littleEndian(Integer.BYTES).putInt(utf8.length).array());
        out.writeBytes(utf8);
    }

    private void integer(long value) {
        if (value == (int) value) {
            opcode(Opcodes.BININT);
            out.writeBytes(littleEndian(Integer.BYTES).putInt((int) value).array());
        } else {
            opcode(Opcodes.LONG1);
            out.write(Long.BYTES);
            out.writeBytes(littleEndian(Long.BYTES).putLong(value).array());
        }
    }

    private void opcode(short opcode) {
        out.write(opcode);
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
