package org.gatun.checkpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * A zip archive of uncompressed entries whose bytes begin at multiples of 64, so that a reader can map them, as PyTorch
 * lays them out; zip64 where sizes, offsets or the number of entries need it.
 */
final class StoredZipWriter {
    private static final int ALIGNMENT = 64;
    private static final long CHUNK = 1L << 26;

    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int LOCAL_SIZE = 30;
    private static final int CENTRAL_SIGNATURE = 0x02014b50;
    private static final int CENTRAL_SIZE = 46;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int ZIP64_END_SIGNATURE = 0x06064b50;
    private static final int ZIP64_END_SIZE = 56;
    private static final int ZIP64_LOCATOR_SIGNATURE = 0x07064b50;
    private static final int ZIP64_LOCATOR_SIZE = 20;

    private static final short VERSION = 20;
    private static final short VERSION_ZIP64 = 45;
    private static final short UTF8_NAMES = 0x0800;
    private static final short MIDNIGHT = 0;
    /** Day 1 of month 1 of 1980, the first that the format can express. */
    private static final short FIRST_OF_JANUARY_1980 = 0x21;

    private static final short ZIP64_EXTRA = 1;
    private static final int EXTRA_HEADER = 4;
    /** The field that PyTorch pads with: the letters FB. */
    private static final short PADDING_EXTRA = 0x4246;

    private static final long MAX_UINT16 = 0xFFFFL;
    private static final long MAX_UINT32 = 0xFFFFFFFFL;

    private final FileSink sink;
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private long entries;

    StoredZipWriter(FileSink sink) {
        this.sink = sink;
    }

    void add(String name, MemorySegment bytes) throws IOException {
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        long offset = sink.position();
        long size = bytes.byteSize();
        int crc = crc32(bytes);
        boolean wideSize = size >= MAX_UINT32;

        int wideLength = wideSize ? EXTRA_HEADER + 2 * Long.BYTES : 0;
        long unpadded = offset + LOCAL_SIZE + nameBytes.length + wideLength + EXTRA_HEADER;
        int padding = (int) (-unpadded & (ALIGNMENT - 1));
        ByteBuffer local = littleEndian(LOCAL_SIZE + nameBytes.length + wideLength + EXTRA_HEADER + padding);
        local.putInt(LOCAL_SIGNATURE);
        putCommon(local, wideSize ? VERSION_ZIP64 : VERSION, crc, size);
        local.putShort((short) nameBytes.length).putShort((short) (wideLength + EXTRA_HEADER + padding));
        local.put(nameBytes);
        if (wideSize) {
            local.putShort(ZIP64_EXTRA)
                    .putShort((short) (2 * Long.BYTES))
                    .putLong(size)
                    .putLong(size);
        }
        local.putShort(PADDING_EXTRA).putShort((short) padding);
        sink.write(local.array());
        sink.write(bytes);

        addToDirectory(nameBytes, crc, size, offset);
    }

    private void addToDirectory(byte[] name, int crc, long size, long offset) {
        boolean wideSize = size >= MAX_UINT32;
        boolean wideOffset = offset >= MAX_UINT32;
        int wideLength = (wideSize ? 2 * Long.BYTES : 0) + (wideOffset ? Long.BYTES : 0);
        int extraLength = wideLength == 0 ? 0 : EXTRA_HEADER + wideLength;
        short version = wideLength == 0 ? VERSION : VERSION_ZIP64;
        ByteBuffer central = littleEndian(CENTRAL_SIZE + name.length + extraLength);
        central.putInt(CENTRAL_SIGNATURE).putShort(version);
        putCommon(central, version, crc, size);
        central.putShort((short) name.length).putShort((short) extraLength);
        // No comment, first disk, no internal or external attributes.
        central.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
        central.putInt(uint32(offset));
        central.put(name);
        if (wideLength > 0) {
            central.putShort(ZIP64_EXTRA).putShort((short) wideLength);
            if (wideSize) {
                central.putLong(size).putLong(size);
            }
            if (wideOffset) {
                central.putLong(offset);
            }
        }
        directory.writeBytes(central.array());
        entries++;
    }

    /** Writes the directory; nothing can be added after it. */
    void finish() throws IOException {
        long offset = sink.position();
        long size = directory.size();
        sink.write(directory.toByteArray());
        if (entries >= MAX_UINT16 || offset >= MAX_UINT32) {
            ByteBuffer zip64 = littleEndian(ZIP64_END_SIZE + ZIP64_LOCATOR_SIZE);
            zip64.putInt(ZIP64_END_SIGNATURE).putLong(ZIP64_END_SIZE - 12);
            zip64.putShort(VERSION_ZIP64).putShort(VERSION_ZIP64).putInt(0).putInt(0);
            zip64.putLong(entries).putLong(entries).putLong(size).putLong(offset);
            zip64.putInt(ZIP64_LOCATOR_SIGNATURE)
                    .putInt(0)
                    .putLong(offset + size)
                    .putInt(1);
            sink.write(zip64.array());
        }
        ByteBuffer end = littleEndian(END_SIZE);
        short count = (short) Math.min(entries, MAX_UINT16);
        end.putInt(END_SIGNATURE).putShort((short) 0).putShort((short) 0);
        end.putShort(count).putShort(count);
        end.putInt(uint32(size)).putInt(uint32(offset)).putShort((short) 0);
        sink.write(end.array());
    }

    /** What the local and the central header have in common, from the version needed to the sizes. */
    private static void putCommon(ByteBuffer header, short version, int crc, long size) {
        header.putShort(version).putShort(UTF8_NAMES).putShort((short) ZipMember.STORED);
        header.putShort(MIDNIGHT).putShort(FIRST_OF_JANUARY_1980);
        header.putInt(crc).putInt(uint32(size)).putInt(uint32(size));
    }

    private static int uint32(long value) {
        return (int) Math.min(value, MAX_UINT32);
    }

    private static int crc32(MemorySegment bytes) {
        CRC32 crc = new CRC32();
        for (long offset = 0; offset < bytes.byteSize(); offset += CHUNK) {
            crc.update(bytes.asSlice(offset, Math.min(CHUNK, bytes.byteSize() - offset))
                    .asByteBuffer());
        }
        return (int) crc.getValue();
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
