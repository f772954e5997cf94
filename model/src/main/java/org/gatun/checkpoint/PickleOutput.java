package org.gatun.checkpoint;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import net.razorvine.pickle.Opcodes;

/** Writes one pickle, opcode by opcode, in protocol 2 as PyTorch does. */
final class PickleOutput {
    private static final int PROTOCOL = 2;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    PickleOutput() {
        opcode(Opcodes.PROTO);
        out.write(PROTOCOL);
    }

    /** Ends the pickle; its bytes. */
    byte[] stop() {
        opcode(Opcodes.STOP);
        return out.toByteArray();
    }

    PickleOutput opcode(short opcode) {
        out.write(opcode);
        return this;
    }

    /** A reference to a class or function. */
    PickleOutput global(String module, String name) {
        opcode(Opcodes.GLOBAL);
        out.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    PickleOutput text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        opcode(Opcodes.BINUNICODE);
        out.writeBytes(littleEndian(Integer.BYTES).putInt(utf8.length).array());
        out.writeBytes(utf8);
        return this;
    }

    PickleOutput integer(long value) {
        if (value == (int) value) {
            opcode(Opcodes.BININT);
            out.writeBytes(littleEndian(Integer.BYTES).putInt((int) value).array());
        } else {
            opcode(Opcodes.LONG1);
            out.write(Long.BYTES);
            out.writeBytes(littleEndian(Long.BYTES).putLong(value).array());
        }
        return this;
    }

    PickleOutput tuple(long[] values) {
        opcode(Opcodes.MARK);
        for (long value : values) {
            integer(value);
        }
        return opcode(Opcodes.TUPLE);
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
