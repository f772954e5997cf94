package org.gatun.checkpoint;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Tells the formats of weight files apart by their first bytes. */
final class FormatDetection {
    private static final byte[] ZIP_ENTRY = {'P', 'K', 3, 4};
    private static final byte[] ZIP_EMPTY = {'P', 'K', 5, 6};
    private static final int PREFIX = 64;

    private FormatDetection() {}

    static WeightFile open(MappedFile file) {
        try {
            return openKnownFormat(file);
        } catch (OutOfMemoryError e) {
            // Every reader is bounded, but a heap may be smaller than the bounds.
            throw file.malformed("needs more memory than the Java heap has; raise -Xmx", e);
        }
    }

    private static WeightFile openKnownFormat(MappedFile file) {
        byte[] prefix = prefix(file.bytes());
        if (prefix.length > 8 && prefix[8] == '{') {
            return Safetensors.read(file);
        }
        if (startsWith(prefix, ZIP_ENTRY) || startsWith(prefix, ZIP_EMPTY)) {
            return PyTorchCheckpoint.readZip(file);
        }
        if (LegacyTorchFile.hasMagicNumber(prefix)) {
            return PyTorchCheckpoint.readLegacy(file);
        }
        throw file.malformed(explain(prefix));
    }

    private static String explain(byte[] prefix) {
        String text = new String(prefix, StandardCharsets.ISO_8859_1);
        if (text.startsWith("version https://git-lfs")) {
            return "is a Git LFS pointer, not the file itself; fetch the file with `git lfs pull`";
        }
        if (text.stripLeading().startsWith("<")) {
            return "is a web page, not a weight file; download the file again";
        }
        String start = HexFormat.ofDelimiter(" ").formatHex(Arrays.copyOf(prefix, Math.min(prefix.length, 8)));
        return "is of an unknown format (it begins with " + start
                + "); Gatun reads safetensors and the zip and pickle formats of torch.save";
    }

    private static byte[] prefix(MemorySegment bytes) {
        return bytes.asSlice(0, Math.min(PREFIX, bytes.byteSize())).toArray(JAVA_BYTE);
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}
