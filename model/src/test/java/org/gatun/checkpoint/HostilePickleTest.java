package org.gatun.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import net.razorvine.pickle.Opcodes;
import net.razorvine.pickle.Unpickler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pickles made to run code, to fill the memory or to take for ever. The time limits only end what would never end. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostilePickleTest {
    @ParameterizedTest
    @CsvSource({
        "os, system",
        "builtins, eval",
        "__builtin__, exec",
        "subprocess, Popen",
        "torch.hub, load",
        "torch.storage, _load_from_bytes",
        // Names that the library itself would construct.
        "decimal, Decimal",
        "datetime, datetime",
        "array, array",
        "exceptions, OSError",
        "builtins, SystemExit",
        "operator, attrgetter",
        "copy_reg, _reconstructor",
        "pytz, timezone",
    })
    void callOfAForeignNameIsInert(String module, String name) {
        PickleAssembler pickle = new PickleAssembler();
        pickle.call(module, name, () -> pickle.text("echo owned"));

        PyTorchCheckpoint read = readZip(pickle.stop());

        assertThat(read.root()).isInstanceOfSatisfying(ForeignObject.class, object -> {
            assertThat(object.name()).isEqualTo(name);
            assertThat(object.arguments()).singleElement().isEqualTo("echo owned");
        });
        assertThat(read.foreignClasses()).hasSize(1);
    }

    @Test
    void foreignNameIsInertByEveryOpcodeThatCalls() {
        PickleAssembler pickle = new PickleAssembler().op(Opcodes.MARK);
        pickle.op(Opcodes.MARK).text("id").op(Opcodes.INST).raw("os\nsystem\n");
        pickle.op(Opcodes.MARK).global("os", "system").text("id").op(Opcodes.OBJ);
        pickle.global("os", "system").text("id").op(Opcodes.TUPLE1).op(Opcodes.NEWOBJ);
        pickle.global("os", "system")
                .text("id")
                .op(Opcodes.TUPLE1)
                .op(Opcodes.EMPTY_DICT)
                .op(Opcodes.NEWOBJ_EX);
        pickle.text("os")
                .text("system")
                .op(Opcodes.STACK_GLOBAL)
                .text("id")
                .op(Opcodes.TUPLE1)
                .op(Opcodes.REDUCE);

        PyTorchCheckpoint read = readZip(pickle.op(Opcodes.TUPLE).stop());

        assertThat((Iterable<?>) read.root())
                .hasSize(5)
                .allSatisfy(object ->
                        assertThat(object).isInstanceOf(ForeignObject.class).hasToString("os.system"));
        assertThat(read.foreignClasses()).containsExactly("os.system");
    }

    @Test
    void constructorRegisteredWithTheLibraryIsNotCalled() {
        Unpickler.registerConstructor("org.gatun.test", "Trap", _ -> {
            throw new AssertionError("the library's constructors must not be reachable");
        });
        PickleAssembler pickle = new PickleAssembler();
        pickle.call("org.gatun.test", "Trap", () -> {});

        assertThat(readZip(pickle.stop()).root()).isInstanceOf(ForeignObject.class);
    }

    @Test
    void stateOfAForeignObjectIsKeptAndItemsAreDropped() {
        PickleAssembler pickle = new PickleAssembler();
        pickle.call("argparse", "Namespace", () -> {});
        pickle.op(Opcodes.EMPTY_DICT).text("lr").integer(1).op(Opcodes.SETITEM).op(Opcodes.BUILD);
        pickle.op(Opcodes.MARK)
                .integer(1)
                .integer(2)
                .op(Opcodes.SETITEMS)
                .integer(3)
                .op(Opcodes.APPEND);

        ForeignObject object = (ForeignObject) readZip(pickle.stop()).root();

        assertThat(object.state()).isEqualTo(Map.of("lr", 1));
    }

    @Test
    void buildDoesNotReachSetstateOfAJavaObject() {
        byte[] pickle = new PickleAssembler()
                .op(Opcodes.EMPTY_LIST)
                .op(Opcodes.EMPTY_DICT)
                .op(Opcodes.BUILD)
                .stop();
        assertThat((Iterable<?>) readZip(pickle).root()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"54, 0x7fffffff", "58, 0x7fffffff", "42, 0x7fffffff", "58, 0xffffffff", "8b, 0x7fffffff"})
    void declaredLengthBeyondTheEndIsRefusedBeforeAnythingIsAllocated(String opcode, String length) {
        byte[] pickle = new PickleAssembler()
                .raw(Integer.parseInt(opcode, 16))
                .int32((int) (long) Long.decode(length))
                .raw("short")
                .stop();
        assertRefused(pickle, "are possible");
    }

    @ParameterizedTest
    @CsvSource({"8d, 9223372036854775807", "8e, 4294967296", "96, -1", "96, -4294967290"})
    void declaredLongLengthBeyondTheEndIsRefused(String opcode, long length) {
        byte[] pickle = new PickleAssembler()
                .raw(Integer.parseInt(opcode, 16))
                .int64(length)
                .raw("short")
                .stop();
        assertRefused(pickle, "are possible");
    }

    @Test
    void millionsOfObjectsAreRefused() {
        PickleAssembler pickle = new PickleAssembler();
        pickle.raw("}".repeat(TorchUnpickler.MAX_OPERATIONS + 1));
        assertRefused(pickle.stop(), "operations");
    }

    @Test
    void copyingOneLongTextOverAndOverIsRefused() {
        PickleAssembler pickle = new PickleAssembler();
        pickle.global("_codecs", "encode").op(Opcodes.BINPUT).raw(0);
        pickle.text("x".repeat(20_000_000))
                .text("latin1")
                .op(Opcodes.TUPLE2)
                .op(Opcodes.BINPUT)
                .raw(1);
        for (int i = 0; i < 100_000; i++) {
            pickle.op(Opcodes.BINGET).raw(0).op(Opcodes.BINGET).raw(1).op(Opcodes.REDUCE);
        }
        assertRefused(pickle.stop(), "operations");
    }

    @Test
    void copyingOneLongListOverAndOverIsRefused() {
        PickleAssembler pickle = new PickleAssembler();
        pickle.global("builtins", "set")
                .op(Opcodes.BINPUT)
                .raw(0)
                .op(Opcodes.EMPTY_LIST)
                .op(Opcodes.MARK);
        pickle.raw("N".repeat(1_000_000))
                .op(Opcodes.APPENDS)
                .op(Opcodes.TUPLE1)
                .op(Opcodes.BINPUT)
                .raw(1);
        for (int i = 0; i < 100_000; i++) {
            pickle.op(Opcodes.BINGET).raw(0).op(Opcodes.BINGET).raw(1).op(Opcodes.REDUCE);
        }
        assertRefused(pickle.stop(), "operations");
    }

    @Test
    void appendingToALongListOverAndOverEnds() {
        PickleAssembler pickle = new PickleAssembler().op(Opcodes.EMPTY_LIST).op(Opcodes.MARK);
        pickle.raw("N".repeat(1_000_000)).op(Opcodes.APPENDS);
        pickle.raw("(Ne".repeat(900_000)).raw("(1".repeat(100_000));
        assertThat((Iterable<?>) readZip(pickle.stop()).root()).hasSize(1_900_000);
    }

    @Test
    void deeplyNestedTuplesAreReadWithoutRecursion() {
        PickleAssembler pickle =
                new PickleAssembler().op(Opcodes.EMPTY_DICT).text("deep").op(Opcodes.NONE);
        pickle.raw("\u0085".repeat(1_000_000)).op(Opcodes.SETITEM);

        PyTorchCheckpoint read = readZip(pickle.stop());

        assertThat(read.otherEntries()).containsExactly("deep");
    }

    @Test
    void deeplyNestedDictionariesAreRefused() {
        PickleAssembler pickle = new PickleAssembler();
        pickle.raw("}K\u0001".repeat(100_000)).op(Opcodes.EMPTY_DICT).raw("s".repeat(100_000));
        assertRefused(pickle.stop(), "nested more than");
    }

    @Test
    void dictionaryThatContainsItselfIsRefused() {
        byte[] pickle = new PickleAssembler()
                .op(Opcodes.EMPTY_DICT)
                .op(Opcodes.BINPUT)
                .raw(0)
                .text("self")
                .op(Opcodes.BINGET)
                .raw(0)
                .op(Opcodes.SETITEM)
                .stop();
        assertRefused(pickle, "nested more than");
    }

    @Test
    void dictionariesThatMultiplyAreRefused() {
        PickleAssembler pickle =
                new PickleAssembler().op(Opcodes.EMPTY_DICT).text("leaf").op(Opcodes.NONE);
        pickle.op(Opcodes.SETITEM).op(Opcodes.BINPUT).raw(0);
        for (int level = 1; level < 14; level++) {
            pickle.op(Opcodes.EMPTY_DICT).op(Opcodes.MARK);
            for (int i = 0; i < 10; i++) {
                pickle.integer(i).op(Opcodes.BINGET).raw(level - 1);
            }
            pickle.op(Opcodes.SETITEMS).op(Opcodes.BINPUT).raw(level);
        }
        assertRefused(pickle.stop(), "more than");
    }

    @Test
    void longNamesThatMultiplyAreRefused() {
        PickleAssembler pickle = new PickleAssembler();
        for (int level = 0; level < 14; level++) {
            pickle.op(Opcodes.EMPTY_DICT).text("x".repeat(4000));
        }
        pickle.op(Opcodes.EMPTY_DICT).op(Opcodes.MARK);
        for (int i = 0; i < 1_000_000; i++) {
            pickle.integer(i).op(Opcodes.NONE);
        }
        assertRefused(pickle.op(Opcodes.SETITEMS).raw("s".repeat(14)).stop(), "characters");
    }

    @Test
    void namesOfClassesThatMultiplyAreRefused() {
        PickleAssembler pickle = new PickleAssembler();
        for (int i = 0; i < 200; i++) {
            pickle.text("m".repeat(400) + i).op(Opcodes.BINPUT).raw(i);
        }
        for (int i = 0; i < 40_000; i++) {
            pickle.op(Opcodes.BINGET)
                    .raw(i / 200)
                    .op(Opcodes.BINGET)
                    .raw(i % 200)
                    .op(Opcodes.STACK_GLOBAL);
        }
        assertRefused(pickle.stop(), "classes and functions");
    }

    @Test
    void pickleBeyondTheLimitIsNamedAsSuch() {
        byte[] pickle = new PickleAssembler()
                .op(Opcodes.UNICODE)
                .raw("x".repeat((int) PickleInput.MAX_LENGTH))
                .stop();
        assertRefused(pickle, "longer than");
    }

    @Test
    void listThatContainsItselfCannotBeAKey() {
        byte[] pickle = new PickleAssembler()
                .op(Opcodes.EMPTY_DICT)
                .op(Opcodes.EMPTY_LIST)
                .op(Opcodes.BINPUT)
                .raw(0)
                .op(Opcodes.BINGET)
                .raw(0)
                .op(Opcodes.APPEND)
                .op(Opcodes.NONE)
                .op(Opcodes.SETITEM)
                .stop();
        // Hashing it would not end: a placeholder takes its place.
        assertThat(((Map<?, ?>) readZip(pickle).root()).keySet().iterator().next())
                .isInstanceOf(ForeignObject.class);
    }

    @Test
    void longDecimalNumberIsRefused() {
        assertRefused(
                new PickleAssembler()
                        .op(Opcodes.LONG)
                        .raw("9".repeat(1_000_000) + "L\n")
                        .stop(),
                "line");
    }

    @ParameterizedTest
    @CsvSource({"0, 13", "13, 1", "9223372036854775807, 2", "1, 9223372036854775807"})
    void tensorBeyondItsStorageIsRefused(long offset, long size) {
        byte[] pickle = new PickleAssembler()
                .tensor("FloatStorage", "0", 12, offset, new long[] {size}, new long[] {1})
                .stop();
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> readZip(pickle, Map.of("0", new byte[48])))
                .withMessageContaining("malformed");
    }

    @Test
    void strideBeyondTheStorageIsRefused() {
        byte[] pickle = new PickleAssembler()
                .tensor("FloatStorage", "0", 12, 0, new long[] {3, 2}, new long[] {1L << 62, 1})
                .stop();
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> readZip(pickle, Map.of("0", new byte[48])))
                .withMessageContaining("malformed");
    }

    @Test
    void smallStorageExpandedToManyGigabytesIsRefused() {
        byte[] pickle = new PickleAssembler()
                .tensor("FloatStorage", "0", 1, 0, new long[] {1L << 40}, new long[] {0})
                .stop();
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> readZip(pickle, Map.of("0", new byte[4])))
                .withMessageContaining("refused");
    }

    @Test
    void storageLargerThanItsEntryIsRefused() {
        byte[] pickle = new PickleAssembler()
                .tensor("FloatStorage", "0", 1L << 60, 0, new long[] {1}, new long[] {1})
                .stop();
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> readZip(pickle, Map.of("0", new byte[48])))
                .withMessageContaining("data/0");
    }

    @Test
    void oneStorageUnderTwoTypesIsCheckedForEach() {
        PickleAssembler pickle = new PickleAssembler().op(Opcodes.EMPTY_DICT).op(Opcodes.MARK);
        pickle.text("bytes").tensor("ByteStorage", "0", 3, 0, new long[] {3}, new long[] {1});
        pickle.text("floats").tensor("FloatStorage", "0", 13, 0, new long[] {12}, new long[] {1});
        byte[] bytes = pickle.op(Opcodes.SETITEMS).stop();
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> readZip(bytes, Map.of("0", new byte[48])))
                .withMessageContaining("storage needs 52")
                .withMessageContaining("data/0");
    }

    @ParameterizedTest
    @CsvSource({
        "'.', IndexOutOfBounds",
        "'', premature end",
        "'t.', IndexOutOfBounds",
        "'(.', missing",
        "'\u0099.', opcode"
    })
    void nonsenseIsRefused(String opcodes, String reason) {
        byte[] pickle = new PickleAssembler().raw(opcodes).bytes();
        assertRefused(pickle, reason);
    }

    @Test
    void everyTruncationOfAPickleIsRefused() {
        PickleAssembler assembler = new PickleAssembler().op(Opcodes.EMPTY_DICT).text("w");
        byte[] pickle = assembler
                .tensor("FloatStorage", "0", 12, 0, new long[] {12}, new long[] {1})
                .op(Opcodes.SETITEM)
                .stop();
        for (int length = 0; length < pickle.length; length++) {
            byte[] shorter = Arrays.copyOf(pickle, length);
            assertThatExceptionOfType(CheckpointException.class)
                    .isThrownBy(() -> readZip(shorter, Map.of("0", new byte[48])));
        }
    }

    private static void assertRefused(byte[] pickle, String reason) {
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> readZip(pickle))
                .withMessageStartingWith("memory: ")
                .withMessageContaining(reason);
    }

    private static PyTorchCheckpoint readZip(byte[] pickle) {
        return readZip(pickle, new HashMap<>());
    }

    private static PyTorchCheckpoint readZip(byte[] pickle, Map<String, byte[]> storages) {
        return PyTorchCheckpoint.readZip(
                TorchFiles.inMemory(TorchFiles.zip(pickle, new LinkedHashMap<>(storages), false)));
    }
}
