package org.gatun.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.razorvine.pickle.Opcodes;
import org.gatun.torch.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PyTorchCheckpointTest {
    private static final byte[] TWELVE_FLOATS = floatBytes(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"lightning-zip.ckpt", "lightning-legacy.ckpt"})
    void lightningFixtureIsReadAsPyTorchReadsIt(String name) throws NoSuchAlgorithmException {
        PyTorchCheckpoint checkpoint = PyTorchCheckpoint.open(ParityFolder.file(name));

        assertThat(checkpoint.epoch()).hasValue(3);
        assertThat(checkpoint.globalStep()).hasValue(1234);
        assertThat(checkpoint.metadata())
                .containsEntry("pytorch-lightning_version", "1.0.8")
                .containsEntry("numpy_scalar", "2.5");
        assertThat(checkpoint.foreignClasses())
                .containsExactly("pytorch_lightning.callbacks.model_checkpoint.ModelCheckpoint");
        assertThat(checkpoint.otherEntries()).isEmpty();
        assertThat(checkpoint.stateDict()).hasSize(171);
        // SHA-256 over names and elements, as torch.load and numpy give them.
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        checkpoint.stateDict().forEach((key, tensor) -> {
            digest.update(key.getBytes(StandardCharsets.UTF_8));
            digest.update(TensorData.bytes(tensor));
        });
        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo("37f6c05e753bfe54eae7f6a8ab494f0aa2938b00638b2180c8c985fa3fc31914");
    }

    @Test
    void lightningFixtureIsTheVqganFixtureAfterItsThreeSteps() {
        PyTorchCheckpoint checkpoint = PyTorchCheckpoint.open(ParityFolder.file("lightning-zip.ckpt"));

        double sum = 0;
        for (float value : TensorData.floats(checkpoint.tensor("quantize.embedding.weight"))) {
            sum += value;
        }
        // train.param_sum_after in vqgan-f2.safetensors
        assertThat(sum).isCloseTo(18.572374414125704, within(1e-4));
        assertThat(checkpoint
                        .tensor("loss.discriminator.main.3.num_batches_tracked")
                        .dtype())
                .isEqualTo(DType.INT64);
    }

    @Test
    void foreignClassOfTheFixtureIsAnInertKey() {
        PyTorchCheckpoint checkpoint = PyTorchCheckpoint.open(ParityFolder.file("lightning-zip.ckpt"));

        Map<?, ?> callbacks = (Map<?, ?>) ((Map<?, ?>) checkpoint.root()).get("callbacks");

        ForeignObject key = (ForeignObject) callbacks.keySet().iterator().next();
        assertThat(key.qualifiedName()).isEqualTo("pytorch_lightning.callbacks.model_checkpoint.ModelCheckpoint");
        Map<?, ?> state = (Map<?, ?>) callbacks.get(key);
        assertThat(state.get("best_model_path")).isEqualTo("x.ckpt");
        assertThat(TensorData.floats((StoredTensor) state.get("best_model_score")))
                .containsExactly(0.5f);
    }

    @Test
    void dtypesFixtureIsReadAsPyTorchReadsIt() {
        Map<String, StoredTensor> tensors =
                PyTorchCheckpoint.open(ParityFolder.file("dtypes.pt")).stateDict();

        assertThat(tensors.keySet()).containsExactly("a", "view", "shared", "bf", "i8", "scalar", "empty", "bool");
        assertThat(tensors.get("a")).hasToString("float16[2, 3]");
        assertThat(halves(tensors.get("a"))).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(tensors.get("view")).hasToString("float32[2, 3]");
        assertThat(TensorData.floats(tensors.get("view"))).containsExactly(6, 8, 10, 12, 14, 16);
        assertThat(tensors.get("shared").data().address())
                .isEqualTo(tensors.get("a").data().address());
        assertThat(tensors.get("bf")).hasToString("bfloat16[4]");
        assertThat(tensors.get("bf").data().toArray(ValueLayout.JAVA_SHORT)).containsExactly(0, 0x3f80, 0x4000, 0x4040);
        assertThat(tensors.get("i8").dtype()).isEqualTo(DType.INT8);
        assertThat(TensorData.bytes(tensors.get("i8"))).containsExactly(-1, 2);
        assertThat(tensors.get("scalar").shape()).isEmpty();
        assertThat(tensors.get("scalar").data().get(ValueLayout.JAVA_LONG, 0)).isEqualTo(7);
        assertThat(tensors.get("empty")).hasToString("float32[0, 3]");
        assertThat(tensors.get("bool").dtype()).isEqualTo(DType.BOOL);
        assertThat(TensorData.bytes(tensors.get("bool"))).containsExactly(1, 0);
    }

    @Test
    void writtenStateDictIsReadBack() {
        Path file = folder.resolve("model.pt");
        Map<String, StoredTensor> tensors = TensorData.ofEveryKind();

        PyTorchCheckpoint.writeStateDict(file, tensors);
        PyTorchCheckpoint read = PyTorchCheckpoint.open(file);

        assertThat(read.stateDict()).containsExactlyEntriesOf(tensors);
        assertThat(read.format()).isEqualTo(WeightFormat.PYTORCH_ZIP);
        assertThat(read.foreignClasses()).isEmpty();
        read.stateDict().values().stream().filter(tensor -> tensor.numel() > 0).forEach(tensor -> {
            assertThat(tensor.data().isMapped()).isTrue();
            assertThat(tensor.data().address() % 64).isZero();
        });
    }

    @Test
    void writtenLightningCheckpointHasItsEpochAndStep() {
        Path file = folder.resolve("last.ckpt");
        Map<String, StoredTensor> tensors = TensorData.ofEveryKind();

        PyTorchCheckpoint.writeLightning(file, tensors, 7, 5_000_000_000L);
        PyTorchCheckpoint read = PyTorchCheckpoint.open(file);

        assertThat(read.stateDict()).containsExactlyEntriesOf(tensors);
        assertThat(read.epoch()).hasValue(7);
        assertThat(read.globalStep()).hasValue(5_000_000_000L);
        assertThat(read.metadata()).isEqualTo(Map.of("epoch", "7", "global_step", "5000000000"));
    }

    @Test
    void archiveOfMoreEntriesThanPlainZipAllowsIsReadBack() {
        Path file = folder.resolve("many.pt");
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        StoredTensor one = TensorData.floats(new long[] {1}, 1);
        for (int i = 0; i < 70_000; i++) {
            tensors.put("p" + i, one);
        }

        PyTorchCheckpoint.writeStateDict(file, tensors);

        assertThat(PyTorchCheckpoint.open(file).names()).hasSize(70_000);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void stridedAndSharedTensorsAreReadFromStoredAndCompressedArchives(boolean compressed) {
        byte[] file = TorchFiles.zip(viewsPickle(), Map.of("0", TWELVE_FLOATS), compressed);
        checkViews(PyTorchCheckpoint.readZip(TorchFiles.inMemory(file)));
    }

    @Test
    void stridedAndSharedTensorsAreReadFromTheLegacyFormat() {
        byte[] file = TorchFiles.legacy(viewsPickle(), Map.of("0", TWELVE_FLOATS), 4);
        checkViews(PyTorchCheckpoint.readLegacy(TorchFiles.inMemory(file)));
    }

    @Test
    void legacyFileOfAProtocolWithFramesIsRead() {
        byte[] file = TorchFiles.legacy(viewsPickle(), Map.of("0", TWELVE_FLOATS), 4);
        byte[] framed = new byte[file.length + 9];
        // PROTO 4, then FRAME of 13 bytes, as pickle writes for protocol 4.
        System.arraycopy(new byte[] {(byte) 0x80, 4, (byte) 0x95, 13, 0, 0, 0, 0, 0, 0, 0}, 0, framed, 0, 11);
        System.arraycopy(file, 2, framed, 11, file.length - 2);

        checkViews((PyTorchCheckpoint) FormatDetection.open(TorchFiles.inMemory(framed)));
    }

    private static byte[] viewsPickle() {
        PickleAssembler pickle = new PickleAssembler().op(Opcodes.EMPTY_DICT).op(Opcodes.MARK);
        pickle.text("whole").tensor("FloatStorage", "0", 12, 0, new long[] {3, 4}, new long[] {4, 1});
        pickle.text("row").tensor("FloatStorage", "0", 12, 4, new long[] {4}, new long[] {1});
        pickle.text("transposed").tensor("FloatStorage", "0", 12, 0, new long[] {4, 3}, new long[] {1, 4});
        pickle.text("column").tensor("FloatStorage", "0", 12, 3, new long[] {3, 1}, new long[] {4, 1});
        pickle.text("expanded").tensor("FloatStorage", "0", 12, 11, new long[] {2, 2}, new long[] {0, 0});
        return pickle.op(Opcodes.SETITEMS).stop();
    }

    private static void checkViews(PyTorchCheckpoint read) {
        assertThat(TensorData.floats(read.tensor("whole"))).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(TensorData.floats(read.tensor("row"))).containsExactly(4, 5, 6, 7);
        assertThat(TensorData.floats(read.tensor("transposed"))).containsExactly(0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11);
        assertThat(TensorData.floats(read.tensor("column"))).containsExactly(3, 7, 11);
        assertThat(TensorData.floats(read.tensor("expanded"))).containsExactly(11, 11, 11, 11);
        assertThat(read.tensor("row").data().address())
                .isEqualTo(read.tensor("whole").data().address() + 16);
    }

    @Test
    void parametersAndUntypedStoragesAreRead() {
        PickleAssembler pickle = new PickleAssembler().op(Opcodes.EMPTY_DICT).op(Opcodes.MARK);
        pickle.text("parameter")
                .call(
                        "torch._utils",
                        "_rebuild_parameter",
                        () -> pickle.tensor("FloatStorage", "0", 12, 0, new long[] {12}, new long[] {1})
                                .op(Opcodes.NEWTRUE)
                                .op(Opcodes.NONE));
        pickle.text("untyped")
                .call(
                        "torch._utils",
                        "_rebuild_tensor_v3",
                        () -> pickle.storage("UntypedStorage", "1", 48)
                                .integer(1)
                                .tuple(2)
                                .tuple(1)
                                .op(Opcodes.NEWFALSE)
                                .op(Opcodes.NONE)
                                .global("torch", "float32"));

        PyTorchCheckpoint read =
                readZip(pickle.op(Opcodes.SETITEMS).stop(), Map.of("0", TWELVE_FLOATS, "1", TWELVE_FLOATS));

        assertThat(read.tensor("parameter").shape()).containsExactly(12);
        assertThat(TensorData.floats(read.tensor("untyped"))).containsExactly(1, 2);
        assertThat(read.foreignClasses()).isEmpty();
    }

    @Test
    void attributesOfATensorAreLeftOut() {
        PickleAssembler pickle = new PickleAssembler().op(Opcodes.EMPTY_DICT).text("w");
        pickle.call("torch._tensor", "_rebuild_from_type_v2", () -> {
            pickle.global("torch._utils", "_rebuild_tensor_v2")
                    .global("torch", "Tensor")
                    .op(Opcodes.MARK);
            pickle.storage("FloatStorage", "0", 12).integer(0).tuple(2).tuple(1).op(Opcodes.NEWFALSE);
            pickle.op(Opcodes.NONE).op(Opcodes.TUPLE).op(Opcodes.EMPTY_DICT);
        });

        PyTorchCheckpoint read = readZip(pickle.op(Opcodes.SETITEM).stop(), Map.of("0", TWELVE_FLOATS));

        assertThat(TensorData.floats(read.tensor("w"))).containsExactly(0, 1);
        assertThat(read.foreignClasses()).isEmpty();
    }

    @Test
    void tensorWithALazyConjugationIsRefused() {
        PickleAssembler pickle = new PickleAssembler();
        pickle.call("torch._utils", "_rebuild_tensor_v2", () -> {
            pickle.storage("FloatStorage", "0", 12).integer(0).tuple(2).tuple(1).op(Opcodes.NEWFALSE);
            pickle.op(Opcodes.NONE)
                    .op(Opcodes.EMPTY_DICT)
                    .text("neg")
                    .op(Opcodes.NEWTRUE)
                    .op(Opcodes.SETITEM);
        });
        byte[] bytes = pickle.stop();

        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> readZip(bytes, Map.of("0", TWELVE_FLOATS)))
                .withMessageContaining("resolve_neg");
    }

    @Test
    void legacyViewOfAStorageIsRead() {
        PickleAssembler pickle = new PickleAssembler().op(Opcodes.EMPTY_DICT).text("part");
        pickle.call(
                "torch._utils",
                "_rebuild_tensor",
                () -> pickle.op(Opcodes.MARK)
                        .text("storage")
                        .global("torch", "FloatStorage")
                        .text("0")
                        .text("cpu")
                        .integer(12)
                        .op(Opcodes.MARK)
                        .text("view")
                        .integer(5)
                        .integer(3)
                        .op(Opcodes.TUPLE)
                        .op(Opcodes.TUPLE)
                        .op(Opcodes.BINPERSID)
                        .integer(1)
                        .tuple(2)
                        .tuple(1));
        byte[] file = TorchFiles.legacy(pickle.op(Opcodes.SETITEM).stop(), Map.of("0", TWELVE_FLOATS), 4);

        assertThat(TensorData.floats(
                        PyTorchCheckpoint.readLegacy(TorchFiles.inMemory(file)).tensor("part")))
                .containsExactly(6, 7);
    }

    @Test
    void tensorOfAnElementTypeThatGatunLacksIsListedAndTheRestIsRead() {
        PickleAssembler pickle = new PickleAssembler().op(Opcodes.EMPTY_DICT).op(Opcodes.MARK);
        pickle.text("complex").tensor("ComplexFloatStorage", "1", 6, 0, new long[] {6}, new long[] {1});
        pickle.text("real").tensor("FloatStorage", "0", 12, 0, new long[] {12}, new long[] {1});
        byte[] bytes = pickle.op(Opcodes.SETITEMS).stop();
        Map<String, byte[]> storages = new LinkedHashMap<>();
        storages.put("0", TWELVE_FLOATS);
        storages.put("1", TWELVE_FLOATS);

        PyTorchCheckpoint read = readZip(bytes, storages);

        assertThat(read.names()).containsExactly("real");
        assertThat(read.otherEntries()).containsExactly("complex");
        assertThat(read.foreignClasses()).containsExactly("torch.ComplexFloatStorage");
    }

    @Test
    void nestedDictionariesAreJoinedByDots() {
        PickleAssembler pickle = new PickleAssembler().op(Opcodes.EMPTY_DICT).op(Opcodes.MARK);
        pickle.text("generator").op(Opcodes.EMPTY_DICT).text("weight");
        pickle.tensor("FloatStorage", "0", 12, 0, new long[] {12}, new long[] {1})
                .op(Opcodes.SETITEM);
        pickle.text("note").text("hello");

        PyTorchCheckpoint read = readZip(pickle.op(Opcodes.SETITEMS).stop(), Map.of("0", TWELVE_FLOATS));

        assertThat(read.names()).containsExactly("generator.weight");
        assertThat(read.otherEntries()).containsExactly("note");
        assertThat(read.metadata()).isEqualTo(Map.of("note", "hello"));
        assertThat(read.epoch()).isEmpty();
    }

    @Test
    void treeHasThePlainTypesOfJava() {
        PickleAssembler pickle = new PickleAssembler().op(Opcodes.EMPTY_DICT).op(Opcodes.MARK);
        pickle.text("dtype").global("torch", "bfloat16");
        pickle.text("size").call("torch", "Size", () -> pickle.tuple(2, 3));
        pickle.text("device").call("torch", "device", () -> pickle.text("cuda").integer(1));
        pickle.text("set")
                .call(
                        "__builtin__",
                        "set",
                        () -> pickle.op(Opcodes.EMPTY_LIST).integer(4).op(Opcodes.APPEND));
        pickle.text("bytes")
                .call("_codecs", "encode", () -> pickle.text("\u00e9").text("latin1"));
        pickle.text("none").op(Opcodes.NONE);

        Map<?, ?> root = (Map<?, ?>)
                readZip(pickle.op(Opcodes.SETITEMS).stop(), Map.of()).root();

        assertThat(root.get("dtype")).isEqualTo(DType.BFLOAT16);
        assertThat(root.get("size")).isEqualTo(List.of(2, 3));
        assertThat(root.get("device")).isEqualTo("cuda:1");
        assertThat(root.get("set")).isEqualTo(Set.of(4));
        assertThat(root.get("bytes")).isEqualTo(new byte[] {(byte) 0xe9});
        assertThat(root.keySet().stream().map(Object::toString)).contains("none");
    }

    @Test
    void fileOfOneTensorSaysThatItIsNoDictionary() {
        byte[] pickle = new PickleAssembler()
                .tensor("FloatStorage", "0", 12, 0, new long[] {12}, new long[] {1})
                .stop();
        PyTorchCheckpoint read = readZip(pickle, Map.of("0", TWELVE_FLOATS));

        assertThat(read.root()).isInstanceOf(StoredTensor.class);
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(read::stateDict)
                .withMessageContaining("state_dict()");
    }

    @Test
    void pickledModuleSaysWhichClassItIs() {
        PickleAssembler pickle = new PickleAssembler();
        pickle.call("taming.models.vqgan", "VQModel", () -> {});
        pickle.op(Opcodes.EMPTY_DICT).op(Opcodes.BUILD);

        PyTorchCheckpoint read = readZip(pickle.stop(), Map.of());

        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(read::names)
                .withMessageContaining("taming.models.vqgan.VQModel");
    }

    @Test
    void twoTensorsThatGetOneNameAreRefused() {
        PickleAssembler pickle = new PickleAssembler().op(Opcodes.EMPTY_DICT).op(Opcodes.MARK);
        pickle.text("a.b").tensor("FloatStorage", "0", 12, 0, new long[] {12}, new long[] {1});
        pickle.text("a").op(Opcodes.EMPTY_DICT).text("b");
        pickle.tensor("FloatStorage", "0", 12, 0, new long[] {12}, new long[] {1})
                .op(Opcodes.SETITEM);
        byte[] bytes = pickle.op(Opcodes.SETITEMS).stop();

        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> readZip(bytes, Map.of("0", TWELVE_FLOATS)))
                .withMessageContaining("two tensors are called 'a.b'");
    }

    private static PyTorchCheckpoint readZip(byte[] pickle, Map<String, byte[]> storages) {
        return PyTorchCheckpoint.readZip(TorchFiles.inMemory(TorchFiles.zip(pickle, storages, false)));
    }

    private static float[] halves(StoredTensor tensor) {
        short[] bits = tensor.data().toArray(ValueLayout.JAVA_SHORT);
        float[] values = new float[bits.length];
        for (int i = 0; i < bits.length; i++) {
            values[i] = Float.float16ToFloat(bits[i]);
        }
        return values;
    }

    private static byte[] floatBytes(float... values) {
        return TensorData.bytes(TensorData.floats(new long[] {values.length}, values));
    }
}
