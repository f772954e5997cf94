package org.gatun.examples;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * An ONNX file of one operator, {@code vectors = Gather(codebook, codes)}, written here so that nothing need be fetched. ONNX files are
 * protocol buffers: a field is its number and a wire type in one byte, then a number, or a length and that many bytes. The numbers of
 * the fields are those of onnx.proto.
 */
final class LookupModel {

    static final String CODES = "codes";
    static final String CODEBOOK = "codebook";
    static final String VECTORS = "vectors";

    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final int IR_VERSION = 8;
    private static final int OPERATOR_SET = 13;

    private LookupModel() {}

    /** Codes (L) int64 and a codebook (K, D) float32 to vectors (L, D). */
    static byte[] bytes(int codes, int dim) {
        Message gather = new Message().text(1, CODEBOOK).text(1, CODES).text(2, VECTORS).text(4, "Gather");
        Message graph = new Message()
                .message(1, gather)
                .text(2, "lookup")
                .message(11, value(CODEBOOK, FLOAT, fixed(codes), fixed(dim)))
                .message(11, value(CODES, INT64, named("L")))
                .message(12, value(VECTORS, FLOAT, named("L"), fixed(dim)));
        return new Message()
                .number(1, IR_VERSION)
                .message(7, graph)
                .message(8, new Message().text(1, "").number(2, OPERATOR_SET))
                .bytes();
    }

    /** ValueInfoProto: a name, and a TypeProto that holds a tensor's element type and shape. */
    private static Message value(String name, int elementType, Message... dimensions) {
        Message shape = new Message();
        for (Message dimension : dimensions) {
            shape.message(1, dimension);
        }
        Message tensor = new Message().number(1, elementType).message(2, shape);
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }

    private static Message fixed(int size) {
        return new Message().number(1, size);
    }

    private static Message named(String name) {
        return new Message().text(2, name);
    }

    /** A protocol buffer message that grows field by field. */
    private static final class Message {

        private static final int VARINT = 0;
        private static final int LENGTH_DELIMITED = 2;

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message number(int field, int value) {
            varint(field << 3 | VARINT);
            varint(value);
            return this;
        }

        Message text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message value) {
            return bytes(field, value.bytes());
        }

        private Message bytes(int field, byte[] value) {
            varint(field << 3 | LENGTH_DELIMITED);
            varint(value.length);
            out.writeBytes(value);
            return this;
        }

        /** Seven bits a byte, the lowest first; the eighth says that more follow. */
        private void varint(int value) {
            while (value >= 0x80) {
                out.write(value & 0x7f | 0x80);
                value >>>= 7;
            }
            out.write(value);
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }
}
