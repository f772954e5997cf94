package org.gatun.checkpoint;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.razorvine.pickle.Opcodes;

/** Damage to the bytes of a file, the same for the same seed. */
final class Mutation {
    private static final long[] EDGES = {
        0,
        1,
        0x7f,
        0x80,
        0xff,
        0x7fff,
        0x8000,
        0xffff,
        0x7fffffffL,
        0x80000000L,
        0xffffffffL,
        1L << 62,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        -1
    };
    private static final String OPCODES = "(.012FIJKLMNPQRSTUVXabcdeghijlopqrstu)]}G"
            + "\u0080\u0081\u0085\u0086\u0087\u0088\u0089\u008a\u008b\u008c\u008f\u0090\u0091\u0092\u0093\u0094\u0095";
    private static final String[] NAMES = {
        "torch._utils _rebuild_tensor_v2",
        "torch._utils _rebuild_tensor_v3",
        "torch._utils _rebuild_parameter",
        "torch._tensor _rebuild_from_type_v2",
        "torch FloatStorage",
        "torch float32",
        "torch Size",
        "torch device",
        "collections OrderedDict",
        "collections defaultdict",
        "builtins set",
        "builtins list",
        "builtins tuple",
        "builtins bytearray",
        "_codecs encode",
        "numpy dtype",
        "numpy.core.multiarray scalar",
        "os system"
    };

    private final Random random;

    Mutation(long seed) {
        this.random = new Random(seed);
    }

    byte[] pick(List<byte[]> corpus) {
        return corpus.get(random.nextInt(corpus.size()));
    }

    byte[] damage(byte[] original) {
        byte[] bytes = original.clone();
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times && bytes.length > 0; i++) {
            bytes = damageOnce(bytes);
        }
        return bytes;
    }

    private byte[] damageOnce(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(8)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt(256);
            case 2 -> putNumber(bytes, at, EDGES[random.nextInt(EDGES.length)], 1 << random.nextInt(4));
            case 3 -> putNumber(bytes, at, random.nextInt(2 * bytes.length), 1 << random.nextInt(4));
            case 4 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 5 -> {
                return splice(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(16)), new byte[0]);
            }
            case 6 -> {
                int end = Math.min(bytes.length, at + 1 + random.nextInt(32));
                int to = random.nextInt(bytes.length);
                return splice(bytes, to, to, Arrays.copyOfRange(bytes, at, end));
            }
            default -> bytes[at] = (byte) OPCODES.charAt(random.nextInt(OPCODES.length()));
        }
        return bytes;
    }

    private static void putNumber(byte[] bytes, int at, long number, int size) {
        for (int i = 0; i < size && at + i < bytes.length; i++) {
            bytes[at + i] = (byte) (number >> (8 * i));
        }
    }

    private static byte[] splice(byte[] bytes, int start, int end, byte[] replacement) {
        byte[] result = Arrays.copyOf(bytes, bytes.length - (end - start) + replacement.length);
        System.arraycopy(replacement, 0, result, start, replacement.length);
        System.arraycopy(bytes, end, result, start + replacement.length, bytes.length - end);
        return result;
    }

    /** A pickle of random opcodes with arguments that are often right. */
    byte[] opcodes() {
        PickleAssembler pickle = new PickleAssembler();
        int count = 1 + random.nextInt(60);
        for (int i = 0; i < count; i++) {
            switch (random.nextInt(12)) {
                case 0 -> pickle.integer(EDGES[random.nextInt(EDGES.length)]);
                case 1 -> pickle.integer(random.nextInt(8));
                case 2 -> pickle.text(random.nextBoolean() ? "0" : "latin1");
                case 3 -> {
                    String[] name = NAMES[random.nextInt(NAMES.length)].split(" ");
                    pickle.global(name[0], name[1]);
                }
                case 4 -> pickle.op(Opcodes.MARK);
                case 5 -> pickle.op(random.nextBoolean() ? Opcodes.TUPLE : Opcodes.TUPLE1);
                case 6 -> pickle.op(Opcodes.REDUCE);
                case 7 ->
                    pickle.op(random.nextBoolean() ? Opcodes.BINPUT : Opcodes.BINGET)
                            .raw(random.nextInt(4));
                case 8 -> pickle.storage("FloatStorage", "0", random.nextInt(14));
                case 9 ->
                    pickle.tensor(
                            "FloatStorage",
                            "0",
                            12,
                            random.nextInt(4),
                            new long[] {random.nextInt(4), random.nextInt(4)},
                            new long[] {random.nextInt(4), random.nextInt(4)});
                case 10 -> pickle.op(Opcodes.EMPTY_DICT);
                default -> pickle.raw(OPCODES.charAt(random.nextInt(OPCODES.length())));
            }
        }
        return pickle.stop();
    }
}
