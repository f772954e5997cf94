package org.gatun.checkpoint;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.razorvine.pickle.Opcodes;

/**
 * The format of {@code torch.save} before PyTorch 1.6: pickles of a magic number, a protocol version, facts about the
 * machine, the object, and the storages' keys; then for each key the number of elements (8 bytes) and the elements.
 *
 * <p>Where the storages are is known only after the object's pickle, and their element types only from it. So it is
 * read twice: once for the storages that it declares, once for the tensors.
 */
final class LegacyTorchFile {
    /** The end of a pickle of 0x1950a86a20f9469cfc6c: LONG1 of ten bytes, STOP. */
    static final byte[] MAGIC_NUMBER = {
        (byte) 0x8a, 10, 0x6c, (byte) 0xfc, (byte) 0x9c, 0x46, (byte) 0xf9, 0x20, 0x6a, (byte) 0xa8, 0x50, 0x19, '.'
    };

    /** PROTO and its number. */
    private static final int PROTO_LENGTH = 2;

    /** FRAME and its length, which protocols 4 and 5 write. */
    private static final int FRAME_LENGTH = 9;

    static final long PROTOCOL_VERSION = 1001;

    private final MappedFile file;
    private long position;

    private LegacyTorchFile(MappedFile file) {
        this.file = file;
    }

    static boolean hasMagicNumber(byte[] prefix) {
        int start = magicNumberStart(prefix);
        int end = start + MAGIC_NUMBER.length;
        return prefix.length >= end
                && prefix[0] == (byte) Opcodes.PROTO
                && Arrays.equals(prefix, start, end, MAGIC_NUMBER, 0, MAGIC_NUMBER.length);
    }

    private static int magicNumberStart(byte[] prefix) {
        boolean framed = prefix.length > PROTO_LENGTH && prefix[PROTO_LENGTH] == (byte) Opcodes.FRAME;
        return PROTO_LENGTH + (framed ? FRAME_LENGTH : 0);
    }

    static PickledObject read(MappedFile file) {
        return new LegacyTorchFile(file).read();
    }

    private PickledObject read() {
        byte[] start = file.bytes().asSlice(0, PROTO_LENGTH + 1).toArray(JAVA_BYTE);
        position = magicNumberStart(start) + MAGIC_NUMBER.length;
        StorageDeclarations declarations = new StorageDeclarations();
        if (!(unpickle(new TorchGlobals(declarations)) instanceof Number version)
                || version.longValue() != PROTOCOL_VERSION) {
            throw file.malformed("has an unknown version of PyTorch's legacy format");
        }
        if (!(unpickle(new TorchGlobals(declarations)) instanceof Map<?, ?> machine)
                || !Boolean.TRUE.equals(machine.get("little_endian"))) {
            throw file.malformed("was not saved on a little-endian machine, which Gatun does not read");
        }
        long objectPosition = position;
        unpickle(new TorchGlobals(declarations));
        Object keys = unpickle(new TorchGlobals(declarations));
        Map<String, MemorySegment> storages = storages(keys, declarations);

        position = objectPosition;
        TorchGlobals globals =
                new TorchGlobals(new StoredTensors(file, storage -> bytes(storages, storage), new CopyBudget(file)));
        return new PickledObject(unpickle(globals), globals.foreign());
    }

    private Object unpickle(TorchGlobals globals) {
        PickleInput input = new PickleInput(file.bytes(), position);
        Object value = new TorchUnpickler(file, input, globals).read();
        position = input.position();
        return value;
    }

    private Map<String, MemorySegment> storages(Object keys, StorageDeclarations declarations) {
        if (!(keys instanceof List<?> list)) {
            throw file.malformed("its list of storages is not a list");
        }
        Map<String, MemorySegment> storages = HashMap.newHashMap(list.size());
        for (Object item : list) {
            if (!(item instanceof String key) || !declarations.contains(key)) {
                throw file.malformed("its list of storages has one that no tensor uses");
            }
            StorageReference storage = declarations.get(key);
            String what = "storage '" + key + "'";
            long numel = file.slice(position, Long.BYTES, "the size of " + what).get(LittleEndian.LONG, 0);
            if (numel != storage.numel()) {
                throw file.malformed("%s has %d elements, and its tensors need %d: truncated or malformed"
                        .formatted(what, numel, storage.numel()));
            }
            position += Long.BYTES;
            if (storages.put(key, file.slice(position, storage.byteSize(), what)) != null) {
                throw file.malformed("has " + what + " twice");
            }
            position += storage.byteSize();
        }
        return storages;
    }

    private MemorySegment bytes(Map<String, MemorySegment> storages, StorageReference storage) {
        MemorySegment bytes = storages.get(storage.key());
        if (bytes == null || bytes.byteSize() < storage.byteSize()) {
            throw file.malformed("has no storage '" + storage.key() + "' of " + storage.byteSize() + " bytes");
        }
        return bytes;
    }
}
