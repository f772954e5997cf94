package org.gatun.checkpoint;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The entries of a mapped zip archive. {@link java.util.zip.ZipFile} does not tell where in the file an entry's bytes
 * are, and uncompressed entries are to be used in place.
 *
 * <p>As PyTorch, it does not compare checksums: that would read every byte of a mapped file.
 */
final class ZipArchive {
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int ZIP64_LOCATOR_SIGNATURE = 0x07064b50;
    private static final int ZIP64_LOCATOR_SIZE = 20;
    private static final int ZIP64_END_SIGNATURE = 0x06064b50;
    private static final int ZIP64_END_SIZE = 56;
    private static final int CENTRAL_SIGNATURE = 0x02014b50;
    private static final int CENTRAL_SIZE = 46;
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int LOCAL_SIZE = 30;
    private static final int ZIP64_EXTRA = 1;
    private static final long MAX_UINT16 = 0xFFFFL;
    private static final long MAX_UINT32 = 0xFFFFFFFFL;
    private static final int ENCRYPTED = 1;
    private static final int INFLATE_CHUNK = 1 << 24;

    private final MappedFile file;
    private final CopyBudget copies;
    private final Map<String, ZipMember> members;

    private ZipArchive(MappedFile file, CopyBudget copies, Map<String, ZipMember> members) {
        this.file = file;
        this.copies = copies;
        this.members = members;
    }

    static ZipArchive open(MappedFile file, CopyBudget copies) {
        MemorySegment bytes = file.bytes();
        long end = findEnd(file);
        long count = uint16(bytes, end + 10);
        long size = uint32(bytes, end + 12);
        long offset = uint32(bytes, end + 16);
        if (count == MAX_UINT16 || size == MAX_UINT32 || offset == MAX_UINT32) {
            MemorySegment locator = file.slice(end - ZIP64_LOCATOR_SIZE, ZIP64_LOCATOR_SIZE, "the zip64 locator");
            requireSignature(file, locator, ZIP64_LOCATOR_SIGNATURE, "the zip64 locator");
            MemorySegment zip64 =
                    file.slice(locator.get(LittleEndian.LONG, 8), ZIP64_END_SIZE, "the zip64 end of the archive");
            requireSignature(file, zip64, ZIP64_END_SIGNATURE, "the zip64 end of the archive");
            count = zip64.get(LittleEndian.LONG, 32);
            size = zip64.get(LittleEndian.LONG, 40);
            offset = zip64.get(LittleEndian.LONG, 48);
        }
        MemorySegment directory = file.slice(offset, size, "the zip directory");
        if (count < 0 || count > size / CENTRAL_SIZE) {
            throw file.malformed("its zip directory is too short for " + count + " entries");
        }
        return new ZipArchive(file, copies, readDirectory(file, directory, count));
    }

    /** Entries by name, in the order of the directory. */
    Map<String, ZipMember> members() {
        return members;
    }

    /** The bytes of an entry: a part of the file if it is stored, a copy if it is compressed. */
    MemorySegment bytes(ZipMember member) {
        String what = "zip entry '" + member.name() + "'";
        MemorySegment header = file.slice(member.headerOffset(), LOCAL_SIZE, "the header of " + what);
        requireSignature(file, header, LOCAL_SIGNATURE, "the header of " + what);
        long start = member.headerOffset() + LOCAL_SIZE + uint16(header, 26) + uint16(header, 28);
        MemorySegment stored = file.slice(start, member.compressedSize(), what);
        return switch (member.method()) {
            case ZipMember.STORED -> {
                if (member.size() != member.compressedSize()) {
                    throw file.malformed(what + " is stored, but has two different sizes");
                }
                yield stored;
            }
            case ZipMember.DEFLATED -> inflate(stored, member.size(), what);
            default -> throw file.malformed(what + " is compressed by the unknown method " + member.method());
        };
    }

    private MemorySegment inflate(MemorySegment compressed, long size, String what) {
        if (size < 0) {
            throw file.malformed(what + " declares a negative size");
        }
        MemorySegment result = copies.allocate(size, what);
        try (Inflater inflater = new Inflater(true)) {
            long read = 0;
            long written = 0;
            while (written < size) {
                if (inflater.needsInput()) {
                    long length = Math.min(INFLATE_CHUNK, compressed.byteSize() - read);
                    inflater.setInput(compressed.asSlice(read, length).asByteBuffer());
                    read += length;
                }
                ByteBuffer target = result.asSlice(written, Math.min(INFLATE_CHUNK, size - written))
                        .asByteBuffer();
                int count = inflater.inflate(target);
                if (count == 0
                        && (inflater.finished() || inflater.needsDictionary() || read == compressed.byteSize())) {
                    throw file.malformed(what + " is truncated");
                }
                written += count;
            }
        } catch (DataFormatException e) {
            throw file.malformed(what + " cannot be decompressed: " + e.getMessage(), e);
        }
        return result;
    }

    /** The end record stands last, but for a comment of at most 65535 bytes. */
    private static long findEnd(MappedFile file) {
        MemorySegment bytes = file.bytes();
        long last = bytes.byteSize() - END_SIZE;
        for (long at = last; at >= Math.max(0, last - MAX_UINT16); at--) {
            if (bytes.get(LittleEndian.INT, at) == END_SIGNATURE && uint16(bytes, at + 20) == last - at) {
                return at;
            }
        }
        throw file.malformed("is a zip archive without its end: truncated");
    }

    private static Map<String, ZipMember> readDirectory(MappedFile file, MemorySegment directory, long count) {
        Map<String, ZipMember> members = new LinkedHashMap<>();
        long at = 0;
        for (long i = 0; i < count; i++) {
            if (directory.byteSize() - at < CENTRAL_SIZE) {
                throw file.malformed("its zip directory ends after " + i + " of " + count + " entries");
            }
            MemorySegment fixed = directory.asSlice(at, CENTRAL_SIZE);
            requireSignature(file, fixed, CENTRAL_SIGNATURE, "entry " + i + " of the zip directory");
            long nameLength = uint16(fixed, 28);
            long extraLength = uint16(fixed, 30);
            long length = CENTRAL_SIZE + nameLength + extraLength + uint16(fixed, 32);
            if (length > directory.byteSize() - at) {
                throw file.malformed("entry " + i + " of its zip directory reaches past the end");
            }
            String name = new String(
                    directory.asSlice(at + CENTRAL_SIZE, nameLength).toArray(JAVA_BYTE), StandardCharsets.UTF_8);
            if ((uint16(fixed, 8) & ENCRYPTED) != 0) {
                throw file.malformed("zip entry '" + name + "' is encrypted");
            }
            MemorySegment extra = directory.asSlice(at + CENTRAL_SIZE + nameLength, extraLength);
            if (members.put(name, member(file, name, fixed, extra)) != null) {
                throw file.malformed("has two zip entries '" + name + "'");
            }
            at += length;
        }
        return members;
    }

    private static ZipMember member(MappedFile file, String name, MemorySegment fixed, MemorySegment extra) {
        long compressedSize = uint32(fixed, 20);
        long size = uint32(fixed, 24);
        long headerOffset = uint32(fixed, 42);
        if (size == MAX_UINT32 || compressedSize == MAX_UINT32 || headerOffset == MAX_UINT32) {
            // The zip64 field holds those of the three that do not fit, in this order.
            MemorySegment wide = zip64Extra(file, name, extra);
            long at = 0;
            if (size == MAX_UINT32) {
                size = zip64Value(file, name, wide, at);
                at += Long.BYTES;
            }
            if (compressedSize == MAX_UINT32) {
                compressedSize = zip64Value(file, name, wide, at);
                at += Long.BYTES;
            }
            if (headerOffset == MAX_UINT32) {
                headerOffset = zip64Value(file, name, wide, at);
            }
        }
        return new ZipMember(name, (int) uint16(fixed, 10), compressedSize, size, headerOffset);
    }

    private static MemorySegment zip64Extra(MappedFile file, String name, MemorySegment extra) {
        long at = 0;
        while (extra.byteSize() - at >= 4) {
            long length = Math.min(uint16(extra, at + 2), extra.byteSize() - at - 4);
            if (uint16(extra, at) == ZIP64_EXTRA) {
                return extra.asSlice(at + 4, length);
            }
            at += 4 + length;
        }
        throw file.malformed("zip entry '" + name + "' lacks its zip64 sizes");
    }

    private static long zip64Value(MappedFile file, String name, MemorySegment wide, long at) {
        if (wide.byteSize() - at < Long.BYTES) {
            throw file.malformed("the zip64 sizes of zip entry '" + name + "' are truncated");
        }
        return wide.get(LittleEndian.LONG, at);
    }

    private static void requireSignature(MappedFile file, MemorySegment bytes, int signature, String what) {
        if (bytes.get(LittleEndian.INT, 0) != signature) {
            throw file.malformed(what + " is not where it should be: truncated or malformed");
        }
    }

    private static long uint16(MemorySegment bytes, long at) {
        return Short.toUnsignedLong(bytes.get(LittleEndian.SHORT, at));
    }

    private static long uint32(MemorySegment bytes, long at) {
        return Integer.toUnsignedLong(bytes.get(LittleEndian.INT, at));
    }
}
