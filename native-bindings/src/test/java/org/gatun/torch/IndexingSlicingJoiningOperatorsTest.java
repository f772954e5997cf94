package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatun.torch.Literal.bool;
import static org.gatun.torch.Literal.f32;
import static org.gatun.torch.Literal.f64;
import static org.gatun.torch.Literal.i64;
import static org.gatun.torch.Literal.scalar;
import static org.gatun.torch.Literal.wave;
import static org.gatun.torch.OperatorCase.op;
import static org.gatun.torch.OperatorCase.opOnList;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class IndexingSlicingJoiningOperatorsTest {

    // 1 2 3
    // 4 5 6
    private static final Literal M = f64(1, 2, 3, 4, 5, 6).shaped(2, 3);
    private static final Literal V = f64(1, 2, 3, 4);
    private static final Literal MASK = bool(1, 0, 0, 1);

    static Stream<OperatorCase> rows() {
        return Stream.of(joining(), selecting(), writing(), choosing(), shaping(), copying())
                .flatMap(rows -> rows);
    }

    private static Stream<OperatorCase> joining() {
        return Stream.of(
                opOnList("cat", list -> Torch.cat(list), V, f64(5), f64(6, 7))
                        .gives(f64(1, 2, 3, 4, 5, 6, 7))
                        .differentiable(),
                opOnList("cat", list -> Torch.cat(list, 1), M, f64(7, 8).shaped(2, 1))
                        .gives(f64(1, 2, 3, 7, 4, 5, 6, 8).shaped(2, 4))
                        .differentiable(),
                opOnList("stack", list -> Torch.stack(list), f64(1, 2), f64(3, 4))
                        .gives(f64(1, 2, 3, 4).shaped(2, 2)),
                opOnList("stack", list -> Torch.stack(list, -1), f64(1, 2), f64(3, 4))
                        .gives(f64(1, 3, 2, 4).shaped(2, 2))
                        .differentiable());
    }

    private static Stream<OperatorCase> selecting() {
        return Stream.of(
                op("chunk", x -> x.chunk(2), f64(1, 2, 3))
                        .gives(f64(1, 2), f64(3))
                        .differentiable(),
                op("chunk", x -> x.chunk(3, 1), M)
                        .gives(
                                f64(1, 4).shaped(2, 1),
                                f64(2, 5).shaped(2, 1),
                                f64(3, 6).shaped(2, 1)),
                op("split.Tensor", x -> x.split(2, 1), M)
                        .gives(f64(1, 2, 4, 5).shaped(2, 2), f64(3, 6).shaped(2, 1))
                        .differentiable(),
                op("unbind.int", x -> x.unbind(), M).gives(f64(1, 2, 3), f64(4, 5, 6)),
                op("unbind.int", x -> x.unbind(-1), M)
                        .gives(f64(1, 4), f64(2, 5), f64(3, 6))
                        .differentiable(),
                op("narrow", x -> x.narrow(1, 1, 2), M)
                        .gives(f64(2, 3, 5, 6).shaped(2, 2))
                        .differentiable(),
                op("select.int", x -> x.select(1, -1), M).gives(f64(3, 6)).differentiable(),
                op("slice.Tensor", x -> x.slice(0, 1, 4, 2), V).gives(f64(2, 4)).differentiable(),
                op("slice.Tensor", x -> x.slice(0, null, -1L), V).gives(f64(1, 2, 3)),
                op("slice.Tensor", x -> x.slice(1, 2), M).gives(f64(3, 6).shaped(2, 1)),
                op("slice.Tensor", x -> x.slice(), V).gives(V),
                op("index_select", (x, index) -> x.index_select(1, index), M, i64(2, 0, 2))
                        .gives(f64(3, 1, 3, 6, 4, 6).shaped(2, 3))
                        .differentiable(),
                op(
                                "gather",
                                (x, index) -> x.gather(1, index),
                                M,
                                i64(0, 2, 2, 1).shaped(2, 2))
                        .gives(f64(1, 3, 6, 5).shaped(2, 2))
                        .differentiable(),
                op("nonzero", x -> x.nonzero(), f64(0, 3, 0, 4).shaped(2, 2))
                        .gives(i64(0, 1, 1, 1).shaped(2, 2)),
                op("diagonal", x -> x.diagonal(), M).gives(f64(1, 5)).differentiable(),
                op("diagonal", x -> x.diagonal(1, 0, 1), M).gives(f64(2, 6)));
    }

    private static Stream<OperatorCase> writing() {
        return Stream.of(
                op("index_add_", (x, index, source) -> x.index_add_(0, index, source), V, i64(0, 3, 0), f64(10, 20, 30))
                        .gives(f64(41, 2, 3, 24))
                        .differentiable(),
                op("index_add_", (x, index, source) -> x.index_add_(0, index, source, 0.5), V, i64(1, 2), f64(10, 20))
                        .gives(f64(1, 7, 13, 4))
                        .differentiable(),
                op("index_copy_", (x, index, source) -> x.index_copy_(0, index, source), V, i64(3, 1), f64(10, 20))
                        .gives(f64(1, 20, 3, 10))
                        .differentiable(),
                op("index_fill_.int_Scalar", (x, index) -> x.index_fill_(0, index, 7), V, i64(3, 1))
                        .gives(f64(1, 7, 3, 7))
                        .differentiable(),
                op("index_fill_.int_Scalar", (x, index) -> x.index_fill_(0, index, 0.5), f32(1, 2), i64(0))
                        .gives(f32(0.5, 2)),
                op("scatter_.src", (x, index, src) -> x.scatter_(0, index, src), V, i64(2, 0), f64(10, 20))
                        .gives(f64(20, 2, 10, 4))
                        .differentiable(),
                op("scatter_.value", (x, index) -> x.scatter_(0, index, 7), V, i64(2, 0))
                        .gives(f64(7, 2, 7, 4))
                        .differentiable(),
                op("scatter_.value", (x, index) -> x.scatter_(0, index, 0.5), V, i64(1))
                        .gives(f64(1, 0.5, 3, 4)),
                op("scatter_add_", (x, index, src) -> x.scatter_add_(0, index, src), V, i64(2, 2), f64(10, 20))
                        .gives(f64(1, 2, 33, 4))
                        .differentiable(),
                op("copy_", (x, src) -> x.copy_(src), V, f64(9))
                        .gives(f64(9, 9, 9, 9))
                        .differentiable(),
                op("copy_", (x, src) -> x.copy_(src, true), i64(0, 0), f64(1.9, -1.9))
                        .gives(i64(1, -1)),
                op("fill_.Scalar", x -> x.fill_(2.5), V).gives(f64(2.5, 2.5, 2.5, 2.5)),
                op("fill_.Scalar", x -> x.fill_(2), i64(0)).gives(i64(2)),
                op("zero_", x -> x.zero_(), V).gives(f64(0, 0, 0, 0)));
    }

    private static Stream<OperatorCase> choosing() {
        return Stream.of(
                op("masked_fill.Scalar", (x, mask) -> x.masked_fill(mask, 0.5), V, MASK)
                        .gives(f64(0.5, 2, 3, 0.5))
                        .differentiable(),
                op("masked_fill.Scalar", (x, mask) -> x.masked_fill(mask, -1), i64(1, 2), bool(0, 1))
                        .gives(i64(1, -1)),
                op("masked_fill.Tensor", (x, mask, value) -> x.masked_fill(mask, value), V, MASK, scalar(9))
                        .gives(f64(9, 2, 3, 9))
                        .differentiable(),
                op("masked_fill_.Scalar", (x, mask) -> x.masked_fill_(mask, Double.NEGATIVE_INFINITY), V, MASK)
                        .gives(f64(Double.NEGATIVE_INFINITY, 2, 3, Double.NEGATIVE_INFINITY)),
                op("masked_fill_.Scalar", (x, mask) -> x.masked_fill_(mask, 3), V, MASK)
                        .gives(f64(3, 2, 3, 3))
                        .differentiable(),
                op("where.self", (mask, x, y) -> Torch.where(mask, x, y), MASK, V, f64(-1, -2, -3, -4))
                        .gives(f64(1, -2, -3, 4))
                        .differentiable(),
                op("where.ScalarOther", (mask, x) -> Torch.where(mask, x, 0), MASK, V)
                        .gives(f64(1, 0, 0, 4))
                        .differentiable(),
                op("where.ScalarOther", (mask, x) -> Torch.where(mask, x, 0.5), MASK, f32(1, 2, 3, 4))
                        .gives(f32(1, 0.5, 0.5, 4)),
                op("where.ScalarSelf", (mask, y) -> Torch.where(mask, 0.5, y), MASK, V)
                        .gives(f64(0.5, 2, 3, 0.5))
                        .differentiable(),
                op("where.ScalarSelf", (mask, y) -> Torch.where(mask, 7, y), MASK, i64(1, 2, 3, 4))
                        .gives(i64(7, 2, 3, 7)),
                op("where.Scalar", mask -> Torch.where(mask, 1, -1), MASK).gives(i64(1, -1, -1, 1)),
                op("where.Scalar", mask -> Torch.where(mask, 0.5, 1.5), MASK).gives(f32(0.5, 1.5, 1.5, 0.5)));
    }

    private static Stream<OperatorCase> shaping() {
        return Stream.of(
                op("view", x -> x.view(3, -1), M)
                        .gives(f64(1, 2, 3, 4, 5, 6).shaped(3, 2))
                        .differentiable(),
                op("reshape", x -> x.t().reshape(6), M)
                        .gives(f64(1, 4, 2, 5, 3, 6))
                        .differentiable(),
                op("flatten.using_ints", x -> x.flatten(), M).gives(f64(1, 2, 3, 4, 5, 6)),
                op("flatten.using_ints", x -> x.flatten(1, 2), wave(0, 2, 1, 2))
                        .gives(wave(0, 2, 2))
                        .differentiable(),
                op("permute", x -> x.permute(2, 0, 1), f64(1, 2, 3, 4, 5, 6).shaped(1, 2, 3))
                        .gives(f64(1, 4, 2, 5, 3, 6).shaped(3, 1, 2))
                        .differentiable(),
                op("transpose.int", x -> x.transpose(0, -1), M)
                        .gives(f64(1, 4, 2, 5, 3, 6).shaped(3, 2))
                        .differentiable(),
                op("t", x -> x.t(), M).gives(f64(1, 4, 2, 5, 3, 6).shaped(3, 2)).differentiable(),
                op("squeeze", x -> x.squeeze(), V.shaped(1, 4, 1)).gives(V).differentiable(),
                op("squeeze.dim", x -> x.squeeze(-1), V.shaped(1, 4, 1))
                        .gives(V.shaped(1, 4))
                        .differentiable(),
                op("unsqueeze", x -> x.unsqueeze(1), V).gives(V.shaped(4, 1)).differentiable(),
                op("expand", x -> x.expand(2, -1), f64(1, 2))
                        .gives(f64(1, 2, 1, 2).shaped(2, 2))
                        .differentiable(),
                op("repeat", x -> x.repeat(2, 2), f64(1, 2))
                        .gives(f64(1, 2, 1, 2, 1, 2, 1, 2).shaped(2, 4))
                        .differentiable(),
                op("repeat_interleave.self_int", x -> x.repeat_interleave(2), f64(1, 2))
                        .gives(f64(1, 1, 2, 2)),
                op(
                                "repeat_interleave.self_int",
                                x -> x.repeat_interleave(2, 0, 4),
                                f64(1, 2).shaped(2, 1))
                        .gives(f64(1, 1, 2, 2).shaped(4, 1))
                        .differentiable(),
                op("flip", x -> x.flip(0, 1), M)
                        .gives(f64(6, 5, 4, 3, 2, 1).shaped(2, 3))
                        .differentiable(),
                op("as_strided", x -> x.as_strided(new long[] {2, 2}, new long[] {1, 2}, 1), M)
                        .gives(f64(2, 4, 3, 5).shaped(2, 2))
                        .differentiable(),
                op("as_strided", x -> x.as_strided(new long[] {3}, 0), M).gives(f64(1, 1, 1)),
                op("pixel_shuffle", x -> x.pixel_shuffle(2), f64(1, 2, 3, 4).shaped(1, 4, 1, 1))
                        .gives(f64(1, 2, 3, 4).shaped(1, 1, 2, 2))
                        .differentiable(),
                op("constant_pad_nd", x -> x.constant_pad_nd(1, -1), V)
                        .gives(f64(0, 1, 2, 3))
                        .differentiable(),
                op(
                                "constant_pad_nd",
                                x -> x.constant_pad_nd(new long[] {0, 1, 1, 0}, 0.5),
                                f64(1, 2).shaped(1, 2))
                        .gives(f64(0.5, 0.5, 0.5, 1, 2, 0.5).shaped(2, 3)),
                op("constant_pad_nd", x -> x.constant_pad_nd(new long[] {0, 1}, 9), i64(1))
                        .gives(i64(1, 9)));
    }

    private static Stream<OperatorCase> copying() {
        return Stream.of(
                op("contiguous", x -> x.t().contiguous(), M)
                        .gives(f64(1, 4, 2, 5, 3, 6).shaped(3, 2))
                        .differentiable(),
                op("contiguous", x -> x.contiguous(MemoryFormat.CHANNELS_LAST), wave(0, 1, 2, 2, 2))
                        .gives(wave(0, 1, 2, 2, 2)),
                op("clone", x -> x.clone(), V).gives(V).differentiable(),
                op("clone", x -> x.clone(MemoryFormat.CONTIGUOUS), V).gives(V),
                op("to.dtype", x -> x.to(DType.INT64), f64(1.9, -1.9)).gives(i64(1, -1)),
                op("to.dtype", x -> x.to(DType.FLOAT32, false, true, MemoryFormat.PRESERVE), f64(0.5))
                        .gives(f32(0.5)),
                op("to.dtype", x -> x.to(DType.FLOAT32).to(DType.FLOAT64), f64(0.5))
                        .gives(f64(0.5)),
                op("to.dtype_layout", x -> x.to(DType.BOOL, Device.CPU), f64(0, 2))
                        .gives(bool(0, 1)),
                op("to.dtype_layout", x -> x.to(Device.CPU), V).gives(V).differentiable());
    }

    @TestFactory
    Stream<DynamicTest> operators() {
        return rows().flatMap(OperatorCase::tests);
    }

    @Test
    void viewsShareTheMemoryOfTheirTensor() {
        try (var _ = TensorScope.open()) {
            Tensor matrix = M.tensor();
            List<Tensor> views = List.of(
                    matrix.view(6).narrow(0, 5, 1),
                    matrix.select(0, 1).select(0, 2),
                    matrix.t().slice(0, 2).slice(1, 1),
                    matrix.permute(1, 0).unbind().get(2).chunk(2).get(1),
                    matrix.as_strided(new long[] {1}, new long[] {1}, 5),
                    matrix.detach().flatten().unsqueeze(0).split(5, 1).get(1).squeeze());
            for (int i = 0; i < views.size(); i++) {
                views.get(i).fill_(100 + i);
                assertThat(matrix.toDoubleArray()[5]).isEqualTo(100 + i);
            }
        }
    }

    @Test
    void conversionWithoutAChangeCopiesOnlyWhenAsked() {
        try (var _ = TensorScope.open()) {
            Tensor tensor = V.tensor();
            assertThat(tensor.to(DType.FLOAT64).dataPointer()).isEqualTo(tensor.dataPointer());
            assertThat(tensor.to(DType.FLOAT64, false, true).dataPointer()).isNotEqualTo(tensor.dataPointer());
        }
    }
}
