package org.gatun.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import net.razorvine.pickle.Opcodes;
import org.gatun.torch.DType;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Reads damaged files of every format: each is either read, all elements included, or refused with a
 * {@link CheckpointException}. {@code -Dgatun.fuzz.seconds=300} goes on for that long, a format each;
 * {@code -Dgatun.fuzz.seed} repeats a failure.
 */
class WeightFileFuzzTest {
    private static final int SHORT_FORM = 4_000;
    private static final long DEFAULT_SEED = 20210601;

    enum Target {
        SAFETENSORS,
        ZIP,
        ZIP_COMPRESSED,
        LEGACY,
        PICKLE,
        OPCODES
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Target.class)
    @Timeout(value = 2, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void damagedFileIsReadOrRefused(Target target) throws IOException {
        List<byte[]> corpus = corpus(target);
        long firstSeed = Long.getLong("gatun.fuzz.seed", DEFAULT_SEED);
        Duration longForm = Duration.ofSeconds(Integer.getInteger("gatun.fuzz.seconds", 0));
        long start = System.nanoTime();
        long read = 0;
        long refused = 0;
        for (long seed = firstSeed;
                seed < firstSeed + SHORT_FORM || System.nanoTime() - start < longForm.toNanos();
                seed++) {
            if (survives(target, new Mutation(seed), corpus, seed)) {
                read++;
            } else {
                refused++;
            }
        }
        // Damage that is never noticed, or always, would mean that the mutations do not test the reader.
        assertThat(refused).isPositive();
        assertThat(read).isPositive();
    }

    private static boolean survives(Target target, Mutation mutation, List<byte[]> corpus, long seed) {
        byte[] file = switch (target) {
            case SAFETENSORS, ZIP, ZIP_COMPRESSED, LEGACY -> mutation.damage(mutation.pick(corpus));
            case PICKLE -> zipOf(mutation.damage(mutation.pick(corpus)));
            case OPCODES -> zipOf(mutation.opcodes());
        };
        try {
            WeightFile read = FormatDetection.open(TorchFiles.inMemory(file));
            read.metadata();
            long sum = 0;
            for (StoredTensor tensor : read.tensors().values()) {
                sum += tensor.hashCode();
                for (byte element : TensorData.bytes(tensor)) {
                    sum += element;
                }
            }
            return sum != Long.MIN_VALUE;
        } catch (CheckpointException e) {
            assertThat(e.getMessage()).startsWith("memory: ").hasSizeLessThan(200_000);
            return false;
        } catch (RuntimeException | Error e) {
            return fail("seed " + seed + " of " + target + ": " + e, e);
        }
    }

    private List<byte[]> corpus(Target target) throws IOException {
        return switch (target) {
            case SAFETENSORS -> List.of(safetensors());
            case ZIP -> List.of(written(), zipOf(pickle()), lightning());
            case ZIP_COMPRESSED -> List.of(TorchFiles.zip(pickle(), storages(), true));
            case LEGACY -> List.of(TorchFiles.legacy(pickle(), storages(), 4));
            case PICKLE, OPCODES -> List.of(pickle());
        };
    }

    private byte[] safetensors() throws IOException {
        Path file = folder.resolve("a.safetensors");
        Safetensors.write(file, TensorData.ofEveryKind(), Map.of("case", "{}"));
        return Files.readAllBytes(file);
    }

    private byte[] written() throws IOException {
        Path file = folder.resolve("a.pt");
        PyTorchCheckpoint.writeStateDict(file, TensorData.ofEveryKind());
        return Files.readAllBytes(file);
    }

    private byte[] lightning() throws IOException {
        Path file = folder.resolve("a.ckpt");
        PyTorchCheckpoint.writeLightning(file, Map.of("w", TensorData.counting(DType.FLOAT16, 2, 2)), 1, 2);
        return Files.readAllBytes(file);
    }

    private static byte[] zipOf(byte[] pickle) {
        return TorchFiles.zip(pickle, storages(), false);
    }

    private static Map<String, byte[]> storages() {
        Map<String, byte[]> storages = new LinkedHashMap<>();
        storages.put("0", new byte[48]);
        storages.put("1", new byte[12]);
        return storages;
    }

    /** A checkpoint with something of everything. */
    private static byte[] pickle() {
        PickleAssembler pickle =
                new PickleAssembler().op(Opcodes.EMPTY_DICT).op(Opcodes.BINPUT).raw(0);
        pickle.op(Opcodes.MARK).text("epoch").integer(3).text("global_step").integer(1L << 40);
        pickle.text("callbacks")
                .op(Opcodes.EMPTY_DICT)
                .global("lightning", "Checkpoint")
                .text("x");
        pickle.op(Opcodes.SETITEM).text("state_dict").global("collections", "OrderedDict");
        pickle.op(Opcodes.EMPTY_TUPLE)
                .op(Opcodes.REDUCE)
                .op(Opcodes.BINPUT)
                .raw(1)
                .op(Opcodes.MARK);
        pickle.text("a").tensor("FloatStorage", "0", 12, 0, new long[] {3, 4}, new long[] {4, 1});
        pickle.text("b").tensor("FloatStorage", "0", 12, 1, new long[] {2, 2}, new long[] {2, 3});
        pickle.text("c")
                .call(
                        "torch._utils",
                        "_rebuild_parameter",
                        () -> pickle.tensor("FloatStorage", "1", 3, 0, new long[] {3}, new long[] {1})
                                .op(Opcodes.NEWTRUE)
                                .op(Opcodes.NONE));
        pickle.op(Opcodes.SETITEMS).op(Opcodes.EMPTY_DICT).op(Opcodes.BUILD);
        pickle.text("bytes")
                .call("_codecs", "encode", () -> pickle.text("\u00e9\u0001").text("latin1"));
        pickle.text("list").op(Opcodes.EMPTY_LIST).op(Opcodes.MARK).integer(1).op(Opcodes.BINFLOAT);
        pickle.raw(0x3f, 0xf0, 0, 0, 0, 0, 0, 0).op(Opcodes.APPENDS);
        pickle.text("size").call("torch", "Size", () -> pickle.tuple(1, 2));
        pickle.text("set").call("builtins", "set", () -> pickle.op(Opcodes.EMPTY_LIST));
        return pickle.op(Opcodes.SETITEMS).stop();
    }
}
