package org.gatun.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTest {

    private static Schema parse(String line) {
        return Schema.parseAll(List.of("# operators", "", "[Group]", line)).getFirst();
    }

    @Test
    void aLineIsReadInFull() {
        Schema schema = parse(
                "max_pool2d.x(Tensor self, int[2] kernel_size, int[2] stride=[], bool? pin_memory=None) -> Tensor");
        assertThat(schema.group()).isEqualTo("Group");
        assertThat(schema.atenName()).isEqualTo("max_pool2d_x");
        assertThat(schema.cName()).isEqualTo("gatun_max_pool2d_x");
        assertThat(schema.isMethod()).isTrue();
        assertThat(schema.result()).isEqualTo(Schema.Result.TENSOR);
        assertThat(schema.visibleArguments())
                .containsExactly(
                        new Argument("self", ArgumentType.TENSOR, 0, false, null),
                        new Argument("kernel_size", ArgumentType.FIXED_INTS, 2, false, null),
                        new Argument("stride", ArgumentType.INTS, 0, false, "[]"));
    }

    @Test
    void membersOfATupleAreNamedByTheSchemaOrByAComment() {
        assertThat(parse("max.dim(Tensor self, int dim) -> (Tensor values, Tensor indices)")
                        .resultNames())
                .containsExactly("values", "indices");
        Schema commented = parse("var_mean(Tensor self) -> (Tensor, Tensor)  # var, mean");
        assertThat(commented.resultNames()).containsExactly("var", "mean");
        assertThat(commented.text()).isEqualTo("var_mean(Tensor self) -> (Tensor, Tensor)");
    }

    @Test
    void annotationsSayWhatIsWritten() {
        Schema schema = parse("copy_(Tensor(a!) self, Tensor src) -> Tensor(a!)");
        assertThat(schema.result()).isEqualTo(Schema.Result.SELF);
        assertThat(schema.arguments()).extracting(Argument::mutable).containsExactly(true, false);
    }

    @Test
    void gradientsAreNeverSparse() {
        assertThat(parse("gather(Tensor self, int dim, Tensor index, *, bool sparse_grad=False) -> Tensor")
                        .visibleArguments())
                .extracting(Argument::name)
                .containsExactly("self", "dim", "index");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f(Tensor self                              | not a schema under a [Group]",
                "f(Stream stream) -> Tensor                 | the type Stream of stream is not supported",
                "f(Tensor self) -> int                      | the result int is not supported",
                "f(Tensor self) -> (Tensor, Tensor)         | name the results by a comment",
                "t_(Tensor(a!) self) -> Tensor(a!)          | it may change the sizes of a tensor",
                "f.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!) | it may change the sizes of a tensor",
                "f.values(Tensor self, int k, *, Tensor(a!) values) -> Tensor(a!) | it may change the sizes of a tensor",
                "f.List_out(Tensor[] self, *, Tensor(a!)[] out) -> () | it may change the sizes of a tensor",
            })
    void aLineThatCannotBeBoundIsNamed(String line, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse(line))
                .withMessageStartingWith("ops.txt, line 4: " + message);
    }

    @Test
    void aSchemaStandsUnderAGroup() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schema.parseAll(List.of("abs(Tensor self) -> Tensor")))
                .withMessageStartingWith("ops.txt, line 1: not a schema under a [Group]");
    }
}
