package org.gatun.checkpoint;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads NumPy's {@code .npy} files (format 1.0, 2.0 and 3.0) as far as lists of integers need it: one axis, int32 or int64, little-endian. */
public final class NumpyFile {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int VERSION_AT = MAGIC.length;
    private static final int LENGTH_AT = VERSION_AT + 2;
    private static final int MAX_HEADER = 1 << 16;

    /** The header is a Python dictionary; NumPy writes its keys in this order. */
    private static final Pattern HEADER = Pattern.compile(
            "\\{'descr': *'([^']{1,16})', *'fortran_order': *(?:True|False), *'shape': *\\(([\\d, ]*)\\),? *\\}\\s*");

    private static final Pattern ONE_AXIS = Pattern.compile("(\\d{1,9}),");

    private NumpyFile() {}

    /**
     * The numbers of an array of one axis.
     *
     * @throws CheckpointException if the file can't be read, is no {@code .npy} file or a damaged one, or holds something else, also a
     *     number beyond 32 bits
     */
    public static List<Integer> readIntegers(Path file) {
        MappedFile mapped = MappedFile.open(file);
        MemorySegment beginning = mapped.slice(0, LENGTH_AT, "the beginning");
        if (MemorySegment.mismatch(beginning, 0, MAGIC.length, MemorySegment.ofArray(MAGIC), 0, MAGIC.length) != -1) {
            throw mapped.malformed("is no .npy file");
        }
        int version = beginning.get(ValueLayout.JAVA_BYTE, VERSION_AT);
        if (version < 1 || version > 3) {
            throw mapped.malformed("is of version " + version + " of the .npy format; known are 1 to 3");
        }
        int lengthSize = version == 1 ? Short.BYTES : Integer.BYTES;
        MemorySegment lengthBytes = mapped.slice(LENGTH_AT, lengthSize, "the header's length");
        long length = version == 1
                ? Short.toUnsignedLong(lengthBytes.get(LittleEndian.SHORT, 0))
                : Integer.toUnsignedLong(lengthBytes.get(LittleEndian.INT, 0));
        if (length > MAX_HEADER) {
            throw mapped.malformed("has a header of " + length + " bytes");
        }
        long headerAt = LENGTH_AT + lengthSize;
        byte[] header = mapped.slice(headerAt, length, "the header").toArray(ValueLayout.JAVA_BYTE);
        return numbers(mapped, new String(header, StandardCharsets.UTF_8), headerAt + length);
    }

    private static List<Integer> numbers(MappedFile file, String header, long dataAt) {
        Matcher fields = HEADER.matcher(header);
        if (!fields.matches()) {
            throw file.malformed("has a header that is none of NumPy's");
        }
        String descr = fields.group(1);
        int itemSize = switch (descr) {
            case "<i4" -> Integer.BYTES;
            case "<i8" -> Long.BYTES;
            default -> throw file.malformed("holds '" + descr + "'; needed are int32 ('<i4') or int64 ('<i8')");
        };
        Matcher shape = ONE_AXIS.matcher(fields.group(2).strip());
        if (!shape.matches()) {
            throw file.malformed("has the shape (" + fields.group(2) + "); needed is one axis");
        }
        int count = Integer.parseInt(shape.group(1));
        MemorySegment data = file.slice(dataAt, (long) count * itemSize, "the numbers");
        if (dataAt + data.byteSize() != file.size()) {
            throw file.malformed("has bytes behind its numbers");
        }
        List<Integer> numbers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long number = itemSize == Long.BYTES
                    ? data.get(LittleEndian.LONG, (long) i * Long.BYTES)
                    : data.get(LittleEndian.INT, (long) i * Integer.BYTES);
            if (number != (int) number) {
                throw file.malformed("has the number " + number + ", beyond 32 bits");
            }
            numbers.add((int) number);
        }
        return numbers;
    }
}
