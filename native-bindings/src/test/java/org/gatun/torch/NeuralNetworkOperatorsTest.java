package org.gatun.torch;

import static org.gatun.torch.Literal.f32;
import static org.gatun.torch.Literal.f64;
import static org.gatun.torch.Literal.i64;
import static org.gatun.torch.Literal.wave;
import static org.gatun.torch.OperatorCase.op;
import static org.gatun.torch.OperatorCase.opOnList;
import static org.gatun.torch.OperatorCase.opThatWrites;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Numbers with many digits are those of Python's torch 2.13. */
class NeuralNetworkOperatorsTest {

    private static final Literal X = f64(-2.3, -0.75, 0.4, 1.25, 3.1);

    // (B, C, H, W)
    private static final Literal IMAGE = wave(0, 1, 2, 3, 3);

    static Stream<OperatorCase> rows() {
        return Stream.of(layers(), pooling(), activations(), norms(), attention())
                .flatMap(rows -> rows);
    }

    private static Stream<OperatorCase> layers() {
        return Stream.of(
                op(
                                "linear",
                                (x, w) -> Torch.linear(x, w),
                                f64(1, 2),
                                f64(3, 4, 5, 6).shaped(2, 2))
                        .gives(f64(11, 17))
                        .differentiable(),
                op(
                                "linear",
                                (x, w, b) -> Torch.linear(x, w, b),
                                f64(1, 2),
                                f64(3, 4, 5, 6).shaped(2, 2),
                                f64(100, 200))
                        .gives(f64(111, 217))
                        .differentiable(),
                op("conv2d", (x, w) -> Torch.conv2d(x, w), IMAGE, wave(2, 1, 2, 2, 2))
                        .gives(f64(-0.0926064079, 2.70472433, 0.553670295, -2.41704532)
                                .shaped(1, 1, 2, 2))
                        .differentiable(),
                op(
                                "conv2d",
                                (x, w, b) ->
                                        Torch.conv2d(x, w, b, new long[] {2}, new long[] {1, 0}, new long[] {1, 2}, 2),
                                IMAGE,
                                wave(2, 2, 1, 2, 2),
                                f64(10, 20))
                        .gives(f64(9.12805262, 9.25573937, 19.9956184, 21.0479005)
                                .shaped(1, 2, 2, 1))
                        .differentiable(),
                op(
                                "conv_transpose2d.input",
                                (x, w) -> Torch.conv_transpose2d(x, w),
                                f64(1, 2).shaped(1, 1, 1, 2),
                                f64(1, 10).shaped(1, 1, 1, 2))
                        .gives(f64(1, 12, 20).shaped(1, 1, 1, 3))
                        .differentiable(),
                op(
                                "conv_transpose2d.input",
                                (x, w, b) -> Torch.conv_transpose2d(
                                        x, w, b, new long[] {1, 2}, new long[] {0, 1}, new long[] {0, 1}),
                                f64(1, 2).shaped(1, 1, 1, 2),
                                f64(1, 10, 100).shaped(1, 1, 1, 3),
                                f64(0.5))
                        .gives(f64(10.5, 102.5, 20.5, 200.5).shaped(1, 1, 1, 4))
                        .differentiable(),
                op("embedding", (w, i) -> Torch.embedding(w, i), f64(1, 2, 3, 4).shaped(2, 2), i64(1, 0, 1))
                        .gives(f64(3, 4, 1, 2, 3, 4).shaped(3, 2))
                        .differentiable(),
                op(
                                "embedding",
                                (w, i) -> Torch.embedding(w, i, -1, true),
                                f64(1, 2, 3, 4).shaped(2, 2),
                                i64(0))
                        .gives(f64(1, 2).shaped(1, 2)),
                op(
                                "upsample_nearest2d",
                                x -> x.upsample_nearest2d(new long[] {2, 4}),
                                f64(1, 2).shaped(1, 1, 1, 2))
                        .gives(f64(1, 1, 2, 2, 1, 1, 2, 2).shaped(1, 1, 2, 4))
                        .differentiable(),
                op("upsample_nearest2d", x -> x.upsample_nearest2d(new long[] {2}, 2.0, 2.0), f64(1).shaped(1, 1, 1, 1))
                        .gives(f64(1, 1, 1, 1).shaped(1, 1, 2, 2)),
                op(
                                "upsample_bilinear2d",
                                x -> x.upsample_bilinear2d(new long[] {1, 4}, false),
                                f64(0, 1).shaped(1, 1, 1, 2))
                        .gives(f64(0, 0.25, 0.75, 1).shaped(1, 1, 1, 4))
                        .differentiable(),
                op(
                                "upsample_bilinear2d",
                                x -> x.upsample_bilinear2d(new long[] {1, 3}, true),
                                f64(0, 1).shaped(1, 1, 1, 2))
                        .gives(f64(0, 0.5, 1).shaped(1, 1, 1, 3)),
                op("upsample_bicubic2d", x -> x.upsample_bicubic2d(new long[] {2, 4}, false), wave(0, 1, 1, 2, 2))
                        .gives(f64(
                                        -0.0887488929,
                                        0.19064577,
                                        0.650825215,
                                        0.930219878,
                                        0.990316139,
                                        0.73525723,
                                        0.315160204,
                                        0.0601012959)
                                .shaped(1, 1, 2, 4))
                        .differentiable());
    }

    private static Stream<OperatorCase> pooling() {
        return Stream.of(
                op("max_pool2d", x -> x.max_pool2d(new long[] {2}), wave(0, 1, 1, 2, 4))
                        .gives(f64(0.841470985, 0.909297427).shaped(1, 1, 1, 2))
                        .differentiable(),
                op(
                                "max_pool2d",
                                x -> x.max_pool2d(
                                        new long[] {2}, new long[] {2, 1}, new long[] {1}, new long[] {1, 2}, true),
                                IMAGE)
                        .gives(f64(
                                        0.841470985,
                                        0.909297427,
                                        0.841470985,
                                        0.656986599,
                                        0.989358247,
                                        0.656986599,
                                        -0.544021111,
                                        0.412118485,
                                        -0.544021111,
                                        0.420167037,
                                        0.990607356,
                                        0.420167037)
                                .shaped(1, 2, 2, 3))
                        .differentiable(),
                op(
                                "avg_pool2d",
                                x -> x.avg_pool2d(new long[] {2}),
                                f64(1, 2, 3, 4).shaped(1, 1, 2, 2))
                        .gives(f64(2.5).shaped(1, 1, 1, 1))
                        .differentiable(),
                op(
                                "avg_pool2d",
                                x -> x.avg_pool2d(new long[] {2}, new long[] {1, 2}, new long[] {1}, false, false, 3),
                                f64(1, 2, 3, 4).shaped(1, 1, 2, 2))
                        .gives(f64(0.333333333, 0.666666667, 1.33333333, 2, 1, 1.33333333)
                                .shaped(1, 1, 3, 2))
                        .differentiable(),
                op(
                                "adaptive_avg_pool2d",
                                x -> x.adaptive_avg_pool2d(new long[] {1, 2}),
                                f64(1, 2, 3, 4, 5, 6).shaped(1, 2, 3))
                        .gives(f64(3, 4).shaped(1, 1, 2))
                        .differentiable());
    }

    private static Stream<OperatorCase> activations() {
        return Stream.of(
                op("relu", x -> x.relu(), X).gives(X.map(x -> Math.max(0, x))).differentiable(),
                op("leaky_relu", x -> x.leaky_relu(), X)
                        .gives(X.map(x -> x > 0 ? x : 0.01 * x))
                        .differentiable(),
                op("leaky_relu", x -> x.leaky_relu(0.2), X)
                        .gives(X.map(x -> x > 0 ? x : 0.2 * x))
                        .differentiable(),
                op("gelu", x -> x.gelu(), X)
                        .gives(f64(-0.024665453, -0.169970514, 0.262168697, 1.11793778, 3.09700043))
                        .differentiable(),
                op("gelu", x -> x.gelu("tanh"), X)
                        .gives(X.map(x -> x / 2 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)))))
                        .differentiable(),
                op("silu", x -> x.silu(), X)
                        .gives(X.map(x -> x / (1 + Math.exp(-x))))
                        .differentiable(),
                op("softplus", x -> x.softplus(), X)
                        .gives(X.map(x -> Math.log1p(Math.exp(x))))
                        .differentiable(),
                op("softplus", x -> x.softplus(2, 5), X)
                        .gives(X.map(x -> 2 * x > 5 ? x : Math.log1p(Math.exp(2 * x)) / 2))
                        .differentiable(),
                op("softmax.int", x -> x.softmax(0), f64(0, Math.log(3)))
                        .gives(f64(0.25, 0.75))
                        .differentiable(),
                op("softmax.int", x -> x.softmax(-1, DType.FLOAT64), f32(0, 0)).gives(f64(0.5, 0.5)),
                op("log_softmax.int", x -> x.log_softmax(0), f64(0, Math.log(3)))
                        .gives(f64(Math.log(0.25), Math.log(0.75)))
                        .differentiable(),
                op("log_softmax.int", x -> x.log_softmax(0, DType.FLOAT32), f64(0, 0))
                        .gives(f32(-Math.log(2), -Math.log(2))));
    }

    private static Stream<OperatorCase> norms() {
        return Stream.of(
                op("group_norm", x -> Torch.group_norm(x, 2), wave(0, 1, 4, 2, 1))
                        .gives(f64(
                                        -1.16434187,
                                        0.907154291,
                                        1.07412643,
                                        -0.816938857,
                                        -0.677387391,
                                        -1.0016274,
                                        0.0884279655,
                                        1.59058682)
                                .shaped(1, 4, 2, 1))
                        .differentiable(),
                op(
                                "group_norm",
                                (x, w, b) -> Torch.group_norm(x, 1, w, b, 1e-3),
                                wave(0, 2, 2, 2),
                                f64(2, 3),
                                f64(-1, 1))
                        .gives(f64(
                                        -3.32172938,
                                        0.808890352,
                                        4.21275603,
                                        -1.44349748,
                                        -2.35305232,
                                        -3.00070785,
                                        1.26494661,
                                        5.76569364)
                                .shaped(2, 2, 2))
                        .differentiable(),
                op("layer_norm", x -> Torch.layer_norm(x, 3), wave(0, 2, 3))
                        .gives(f64(-1.41099922, 0.623504423, 0.787494799, 1.39296074, -0.485104705, -0.907856031)
                                .shaped(2, 3))
                        .differentiable(),
                op(
                                "layer_norm",
                                (x, w, b) -> Torch.layer_norm(x, new long[] {3}, w, b, 1e-3),
                                wave(0, 2, 3),
                                f64(1, 2, 3),
                                f64(0, -1, 1))
                        .gives(f64(-1.40693394, 0.243416043, 3.35567776, 1.38995411, -1.96811527, -1.71768942)
                                .shaped(2, 3))
                        .differentiable(),
                op("rms_norm", (x, w) -> Torch.rms_norm(x, new long[] {3}, w, 1e-3), wave(0, 2, 3), f64(1, 2, 3))
                        .gives(f64(0, 2.35053322, 3.80999556, 0.198570234, -2.12979649, -4.04791256)
                                .shaped(2, 3))
                        .differentiable(),
                op("rms_norm", x -> Torch.rms_norm(x, 2), f64(3, 4).shaped(1, 2))
                        .gives(f64(3 / Math.sqrt(12.5), 4 / Math.sqrt(12.5)).shaped(1, 2)),
                op(
                                "batch_norm",
                                (x, w, b) -> Torch.batch_norm(x, w, b, null, null, true, 0.1, 1e-5, false),
                                wave(0, 2, 2, 2),
                                f64(2, 3),
                                f64(-1, 1))
                        .gives(f64(
                                        -0.383242934,
                                        1.99127118,
                                        4.60133458,
                                        -0.407650455,
                                        -2.51883434,
                                        -3.0891939,
                                        -3.14979831,
                                        2.95611418)
                                .shaped(2, 2, 2))
                        .differentiable(),
                op(
                                "batch_norm",
                                (x, mean, var) -> Torch.batch_norm(x, null, null, mean, var, false, 0.1, 0, false),
                                f64(1, 2, 3, 4).shaped(2, 2),
                                f64(1, 2),
                                f64(4, 1))
                        .gives(f64(0, 0, 1, 2).shaped(2, 2))
                        .differentiable(0),
                // running = 0.75 * running + 0.25 * (mean, unbiased variance) of the batch
                opThatWrites(
                                2,
                                "batch_norm",
                                t -> Torch.batch_norm(
                                        t.get(2), null, null, t.get(0), t.get(1), true, 0.25, 1e-5, false),
                                f64(0, 4),
                                f64(1, 1),
                                f64(1, 2, 3, 6).shaped(2, 2))
                        .gives(f64(0.5, 4), f64(1.25, 2.75)));
    }

    private static Stream<OperatorCase> attention() {
        Literal query = wave(0, 1, 2, 3, 2);
        Literal key = wave(1, 1, 2, 3, 2);
        Literal value = wave(2, 1, 2, 3, 2);
        return Stream.of(
                op(
                                "scaled_dot_product_attention",
                                (q, k, v) -> Torch.scaled_dot_product_attention(q, k, v),
                                query,
                                key,
                                value)
                        .gives(f64(
                                        0.263254664,
                                        0.0585625116,
                                        0.232446622,
                                        -0.106189454,
                                        -0.363889352,
                                        -0.0282150968,
                                        0.156032973,
                                        0.0838270662,
                                        0.338062825,
                                        -0.0243174275,
                                        -0.383549932,
                                        -0.05086653)
                                .shaped(1, 2, 3, 2))
                        .differentiable(),
                op(
                                "scaled_dot_product_attention",
                                (q, k, v) -> Torch.scaled_dot_product_attention(q, k, v, null, 0, true, 0.5),
                                query,
                                key,
                                value)
                        .gives(f64(
                                        0.909297427,
                                        0.141120008,
                                        0.255018695,
                                        -0.290868235,
                                        -0.305729084,
                                        -0.0461926701,
                                        0.989358247,
                                        0.412118485,
                                        0.387610133,
                                        -0.142039061,
                                        -0.310254952,
                                        -0.0711781938)
                                .shaped(1, 2, 3, 2))
                        .differentiable(),
                opOnList(
                                "scaled_dot_product_attention",
                                t -> Torch.scaled_dot_product_attention(t.get(0), t.get(1), t.get(2), t.get(3)),
                                query,
                                key,
                                value,
                                wave(3, 1, 1, 3, 3))
                        .gives(f64(
                                        0.569488829,
                                        0.0790349517,
                                        -0.121708162,
                                        -0.156438788,
                                        -0.19224422,
                                        -0.139185951,
                                        0.524208494,
                                        0.207288452,
                                        -0.0460569578,
                                        -0.214258173,
                                        -0.115826168,
                                        -0.0741341688)
                                .shaped(1, 2, 3, 2))
                        .differentiable(),
                op(
                                "scaled_dot_product_attention",
                                (q, k, v) -> Torch.scaled_dot_product_attention(q, k, v, null, 0, false, null, true),
                                query,
                                wave(1, 1, 1, 3, 2),
                                wave(2, 1, 1, 3, 2))
                        .gives(f64(
                                        0.263254664,
                                        0.0585625116,
                                        0.232446622,
                                        -0.106189454,
                                        -0.363889352,
                                        -0.0282150968,
                                        0.118632578,
                                        0.0735994427,
                                        0.35994617,
                                        -0.0561243261,
                                        -0.364531693,
                                        -0.0903550506)
                                .shaped(1, 2, 3, 2))
                        .differentiable());
    }

    @TestFactory
    Stream<DynamicTest> operators() {
        return rows().flatMap(OperatorCase::tests);
    }
}
