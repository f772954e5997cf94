package org.gatun.checkpoint;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Collection;
import net.razorvine.pickle.Opcodes;

/** Writes the format of {@code torch.save} before PyTorch 1.6, which every version reads; {@link LegacyTorchFile} describes it. */
final class LegacyTorchWriter {

    private LegacyTorchWriter() {}

    /** The n-th tensor's elements become the storage with key n. */
    static void write(Path path, byte[] pickle, Collection<StoredTensor> tensors) {
        AtomicFile.write(path, sink -> {
            sink.write(new byte[] {(byte) Opcodes.PROTO, 2});
            sink.write(LegacyTorchFile.MAGIC_NUMBER);
            sink.write(
                    new PickleOutput().integer(LegacyTorchFile.PROTOCOL_VERSION).stop());
            sink.write(machine());
            sink.write(pickle);
            sink.write(keys(tensors.size()));
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment numel = arena.allocate(Long.BYTES);
                for (StoredTensor tensor : tensors) {
                    numel.set(LittleEndian.LONG, 0, tensor.numel());
                    sink.write(numel);
                    sink.write(tensor.data());
                }
            }
        });
    }

    private static byte[] machine() {
        PickleOutput out = new PickleOutput().opcode(Opcodes.EMPTY_DICT).opcode(Opcodes.MARK);
        out.text("protocol_version").integer(LegacyTorchFile.PROTOCOL_VERSION);
        out.text("little_endian").opcode(Opcodes.NEWTRUE);
        out.text("type_sizes").opcode(Opcodes.EMPTY_DICT).opcode(Opcodes.MARK);
        out.text("short").integer(Short.BYTES);
        out.text("int").integer(Integer.BYTES);
        out.text("long").integer(Integer.BYTES); // as PyTorch writes it everywhere
        return out.opcode(Opcodes.SETITEMS).opcode(Opcodes.SETITEMS).stop();
    }

    private static byte[] keys(int count) {
        PickleOutput out = new PickleOutput().opcode(Opcodes.EMPTY_LIST).opcode(Opcodes.MARK);
        for (int key = 0; key < count; key++) {
            out.text(Integer.toString(key));
        }
        return out.opcode(Opcodes.APPENDS).stop();
    }
}
