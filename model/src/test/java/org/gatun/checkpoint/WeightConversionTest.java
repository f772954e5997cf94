package org.gatun.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;
import net.razorvine.pickle.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightConversionTest {

    private static final long[] FOUR = {4};
    private static final long[] ONE = {1};

    @TempDir
    Path folder;

    private WeightFile file(PickleAssembler pickle) {
        byte[] bytes =
                TorchFiles.zip(pickle.op(Opcodes.SETITEMS).stop(), Map.of("0", new byte[16], "1", new byte[32]), false);
        return WeightFile.open(TorchFiles.write(folder.resolve("in.pt"), bytes));
    }

    private static PickleAssembler dictionary() {
        return new PickleAssembler().op(Opcodes.EMPTY_DICT).op(Opcodes.MARK);
    }

    private WeightConversion.Result convert(WeightFile file) {
        return new WeightConversion(WeightConversion.Target.SAFETENSORS, false)
                .write(file, folder.resolve("out.safetensors"));
    }

    @Test
    void aTensorThatCannotBeReadIsNotLeftOutInSilence() {
        PickleAssembler pickle = dictionary();
        pickle.text("real").tensor("FloatStorage", "0", 4, 0, FOUR, ONE);
        pickle.text("complex").tensor("ComplexFloatStorage", "1", 4, 0, FOUR, ONE);

        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> convert(file(pickle)))
                .withMessageContaining("complex (Tensor of ComplexFloatStorage)");
        assertThat(folder.resolve("out.safetensors")).doesNotExist();
    }

    @Test
    void whatLiesBesideTheStateDictIsNamedAndItsTensorsCounted() {
        PickleAssembler pickle = dictionary();
        pickle.text("state_dict").op(Opcodes.EMPTY_DICT).op(Opcodes.MARK);
        pickle.text("a").tensor("FloatStorage", "0", 4, 0, FOUR, ONE);
        pickle.text("version").op(Opcodes.NONE).op(Opcodes.SETITEMS);
        pickle.text("optimizer_states").op(Opcodes.EMPTY_LIST).op(Opcodes.MARK);
        pickle.tensor("FloatStorage", "0", 4, 0, FOUR, ONE)
                .tensor("FloatStorage", "0", 4, 0, FOUR, ONE)
                .op(Opcodes.APPENDS);
        pickle.text("epoch").integer(3);

        WeightConversion.Result result = convert(file(pickle));

        assertThat(result.tensors()).isOne();
        assertThat(result.bytes()).isEqualTo(16);
        assertThat(result.leftOut()).containsExactly("optimizer_states (tensors: 2)", "version (no tensor)");
        assertThat(Safetensors.open(folder.resolve("out.safetensors")).metadata())
                .containsExactly(Map.entry("epoch", "3"));
    }
}
