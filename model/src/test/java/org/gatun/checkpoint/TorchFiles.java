package org.gatun.checkpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.razorvine.pickle.Opcodes;

/** PyTorch files around a given pickle, made with the JDK's zip writer, not with ours. */
final class TorchFiles {
    private TorchFiles() {}

    /** A zip archive with the pickle, and storages by key. */
    static byte[] zip(byte[] pickle, Map<String, byte[]> storages, boolean compressed) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("m/data.pkl", pickle);
        storages.forEach((key, bytes) -> entries.put("m/data/" + key, bytes));
        entries.put("m/version", "3\n".getBytes(StandardCharsets.US_ASCII));
        return zipOfEntries(entries, compressed);
    }

    static byte[] zipOfEntries(Map<String, byte[]> entries, boolean compressed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (var item : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(item.getKey());
                if (!compressed) {
                    CRC32 crc = new CRC32();
                    crc.update(item.getValue());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(item.getValue().length);
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(item.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A file of the format before PyTorch 1.6, with storages (numel and bytes) by key. */
    static byte[] legacy(byte[] pickle, Map<String, byte[]> storages, int elementSize) {
        PickleAssembler keys = new PickleAssembler().op(Opcodes.EMPTY_LIST).op(Opcodes.MARK);
        storages.keySet().forEach(keys::text);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(legacyPreamble());
        file.writeBytes(pickle);
        file.writeBytes(keys.op(Opcodes.APPENDS).stop());
        storages.values().forEach(bytes -> {
            for (int shift = 0; shift < 64; shift += 8) {
                file.write((byte) ((long) (bytes.length / elementSize) >> shift));
            }
            file.writeBytes(bytes);
        });
        return file.toByteArray();
    }

    private static byte[] legacyPreamble() {
        ByteArrayOutputStream preamble = new ByteArrayOutputStream();
        preamble.writeBytes(new PickleAssembler()
                .op(Opcodes.LONG1)
                .raw(10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19)
                .stop());
        preamble.writeBytes(new PickleAssembler().integer(1001).stop());
        preamble.writeBytes(new PickleAssembler()
                .op(Opcodes.EMPTY_DICT)
                .text("little_endian")
                .op(Opcodes.NEWTRUE)
                .op(Opcodes.SETITEM)
                .stop());
        return preamble.toByteArray();
    }

    static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A mapped file that is memory only. */
    static MappedFile inMemory(byte[] bytes) {
        MemorySegment memory = Arena.ofAuto().allocate(bytes.length, 64);
        memory.copyFrom(MemorySegment.ofArray(bytes));
        return new MappedFile(Path.of("memory"), memory.asReadOnly());
    }
}
