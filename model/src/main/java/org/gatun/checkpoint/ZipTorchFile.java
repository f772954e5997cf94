package org.gatun.checkpoint;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/** The zip format of {@code torch.save}: {@code NAME/data.pkl}, and {@code NAME/data/KEY} for each storage. */
final class ZipTorchFile {
    private static final String PICKLE = "data.pkl";

    private ZipTorchFile() {}

    static PickledObject read(MappedFile file) {
        CopyBudget copies = new CopyBudget(file);
        ZipArchive archive = ZipArchive.open(file, copies);
        String root = root(file, archive);
        if (archive.members().containsKey(root + "constants.pkl")) {
            throw file.malformed("is a TorchScript archive, a program with weights;"
                    + " save its state_dict() with torch.save instead");
        }
        requireLittleEndian(file, archive, root);
        StoredTensors tensors = new StoredTensors(file, storage -> storage(file, archive, root, storage), copies);
        TorchGlobals globals = new TorchGlobals(tensors);
        MemorySegment pickle = archive.bytes(archive.members().get(root + PICKLE));
        Object value = new TorchUnpickler(file, new PickleInput(pickle, 0), globals).read();
        return new PickledObject(value, globals.foreign());
    }

    /** Everything lies in one folder, named after the file as it was first called. */
    private static String root(MappedFile file, ZipArchive archive) {
        for (String name : archive.members().keySet()) {
            if (name.endsWith("/" + PICKLE) && name.indexOf('/') == name.length() - PICKLE.length() - 1) {
                return name.substring(0, name.length() - PICKLE.length());
            }
        }
        throw file.malformed("is a zip archive, but not one of torch.save: it has no " + PICKLE + " in a folder");
    }

    private static void requireLittleEndian(MappedFile file, ZipArchive archive, String root) {
        ZipMember member = archive.members().get(root + "byteorder");
        if (member != null) {
            MemorySegment order = archive.bytes(member);
            if (!new String(order.asSlice(0, Math.min(order.byteSize(), 16)).toArray(JAVA_BYTE), StandardCharsets.UTF_8)
                    .equals("little")) {
                throw file.malformed("was not saved on a little-endian machine, which Gatun does not read");
            }
        }
    }

    private static MemorySegment storage(MappedFile file, ZipArchive archive, String root, StorageReference storage) {
        ZipMember member = archive.members().get(root + "data/" + storage.key());
        if (member == null) {
            throw file.malformed("has no entry 'data/" + storage.key() + "', which a tensor needs");
        }
        MemorySegment bytes = archive.bytes(member);
        if (bytes.byteSize() < storage.byteSize()) {
            throw file.malformed("entry 'data/%s' has %d bytes, and its storage needs %d"
                    .formatted(storage.key(), bytes.byteSize(), storage.byteSize()));
        }
        return bytes;
    }
}
