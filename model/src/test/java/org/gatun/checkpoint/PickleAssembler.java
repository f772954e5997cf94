package org.gatun.checkpoint;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import net.razorvine.pickle.Opcodes;

/** Writes pickles opcode by opcode, malformed ones too. */
final class PickleAssembler {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    PickleAssembler() {
        op(Opcodes.PROTO).raw(2);
    }

    PickleAssembler op(short opcode) {
        out.write(opcode);
        return this;
    }

    PickleAssembler raw(int... bytes) {
        for (int b : bytes) {
            out.write(b);
        }
        return this;
    }

    PickleAssembler raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    PickleAssembler raw(String ascii) {
        return raw(ascii.getBytes(StandardCharsets.ISO_8859_1));
    }

    PickleAssembler int32(int value) {
        return raw(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array());
    }

    PickleAssembler int64(long value) {
        return raw(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array());
    }

    PickleAssembler global(String module, String name) {
        return op(Opcodes.GLOBAL).raw(module + "\n" + name + "\n");
    }

    PickleAssembler text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return op(Opcodes.BINUNICODE).int32(utf8.length).raw(utf8);
    }

    PickleAssembler integer(long value) {
        return value == (int) value
                ? op(Opcodes.BININT).int32((int) value)
                : op(Opcodes.LONG1).raw(8).int64(value);
    }

    PickleAssembler tuple(long... values) {
        op(Opcodes.MARK);
        for (long value : values) {
            integer(value);
        }
        return op(Opcodes.TUPLE);
    }

    /** A call of a name with what the block pushes. */
    PickleAssembler call(String module, String name, Runnable arguments) {
        global(module, name).op(Opcodes.MARK);
        arguments.run();
        return op(Opcodes.TUPLE).op(Opcodes.REDUCE);
    }

    PickleAssembler storage(String storageClass, String key, long numel) {
        op(Opcodes.MARK).text("storage").global("torch", storageClass).text(key).text("cpu");
        return integer(numel).op(Opcodes.TUPLE).op(Opcodes.BINPERSID);
    }

    /** A tensor over a storage, as {@code torch.save} writes it. */
    PickleAssembler tensor(String storageClass, String key, long numel, long offset, long[] shape, long[] strides) {
        return call(
                "torch._utils",
                "_rebuild_tensor_v2",
                () -> storage(storageClass, key, numel)
                        .integer(offset)
                        .tuple(shape)
                        .tuple(strides)
                        .op(Opcodes.NEWFALSE)
                        .global("collections", "OrderedDict")
                        .op(Opcodes.EMPTY_TUPLE)
                        .op(Opcodes.REDUCE));
    }

    byte[] stop() {
        op(Opcodes.STOP);
        return bytes();
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
