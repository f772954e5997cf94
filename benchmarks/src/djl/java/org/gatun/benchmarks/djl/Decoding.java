package org.gatun.benchmarks.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Activation;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * One decode step of a GPT of 8 layers and width 256, 8 heads, with 128 positions in its KV cache. DJL has no attention in one operator:
 * here it is the matrix products and the softmax.
 */
@State(Scope.Thread)
public class Decoding {

    private static final int LAYERS = 8;
    private static final long WIDTH = 256;
    private static final long HEADS = 8;
    private static final long VOCABULARY = 512;
    private static final long CAPACITY = 256;
    private static final NDIndex SLOT = new NDIndex(":, :, 128:129");
    private static final NDIndex PAST = new NDIndex(":, :, 0:129");
    private static final NDIndex POSITION = new NDIndex(":, 128:129");

    private static final NDManager MANAGER = NDManager.newBaseManager();

    private static NDArray random(long... shape) {
        return MANAGER.randomNormal(new Shape(shape));
    }

    private record Linear(NDArray weight, NDArray bias) {

        static Linear random(long out, long in) {
            return new Linear(Decoding.random(out, in), Decoding.random(out));
        }

        NDArray forward(NDArray x) {
            return ai.djl.nn.core.Linear.linear(x, weight, bias).singletonOrThrow();
        }
    }

    private record LayerNorm(NDArray weight, NDArray bias) {

        private static final Shape NORMALIZED = new Shape(WIDTH);

        LayerNorm() {
            this(random(WIDTH), random(WIDTH));
        }

        NDArray forward(NDArray x) {
            return ai.djl.nn.norm.LayerNorm.layerNorm(x, NORMALIZED, weight, bias, 1e-5f)
                    .singletonOrThrow();
        }
    }

    private static final class Block {

        private static final double SCALE = 1 / Math.sqrt((double) WIDTH / HEADS);

        final LayerNorm ln1 = new LayerNorm();
        final LayerNorm ln2 = new LayerNorm();
        final Linear query = Linear.random(WIDTH, WIDTH);
        final Linear key = Linear.random(WIDTH, WIDTH);
        final Linear value = Linear.random(WIDTH, WIDTH);
        final Linear proj = Linear.random(WIDTH, WIDTH);
        final Linear fc = Linear.random(4 * WIDTH, WIDTH);
        final Linear out = Linear.random(WIDTH, 4 * WIDTH);
        final NDArray keys = random(1, HEADS, CAPACITY, WIDTH / HEADS);
        final NDArray values = random(1, HEADS, CAPACITY, WIDTH / HEADS);

        NDArray forward(NDManager results, NDArray x) {
            NDArray h = ln1.forward(x);
            NDArray q = split(query.forward(h));
            keys.set(SLOT, split(key.forward(h)));
            values.set(SLOT, split(value.forward(h)));
            NDArray scores = q.matMul(keys.get(results, PAST).swapAxes(2, 3)).mul(SCALE);
            NDArray attended = scores.softmax(-1).matMul(values.get(results, PAST));
            NDArray residual = x.add(proj.forward(attended.reshape(1, 1, WIDTH)));
            return residual.add(out.forward(Activation.gelu(fc.forward(ln2.forward(residual)))));
        }

        private static NDArray split(NDArray rows) {
            return rows.reshape(1, HEADS, 1, WIDTH / HEADS);
        }
    }

    private final NDArray tokenEmbedding = random(VOCABULARY, WIDTH);
    private final NDArray positionEmbedding = random(1, CAPACITY, WIDTH);
    private final NDArray token = MANAGER.zeros(new Shape(1, 1), DataType.INT64);
    private final Block[] blocks = Stream.generate(Block::new).limit(LAYERS).toArray(Block[]::new);
    private final LayerNorm lnF = new LayerNorm();
    private final NDArray head = random(VOCABULARY, WIDTH);

    /** A result belongs to the manager of its first operand. */
    @Benchmark
    public void decode() {
        try (NDManager results = MANAGER.newSubManager()) {
            NDArray input = token.duplicate();
            input.attach(results);
            NDArray x = ai.djl.nn.core.Embedding.embedding(input, tokenEmbedding, SparseFormat.DENSE)
                    .singletonOrThrow()
                    .add(positionEmbedding.get(results, POSITION));
            for (Block block : blocks) {
                x = block.forward(results, x);
            }
            ai.djl.nn.core.Linear.linear(lnF.forward(x), head).singletonOrThrow();
        }
    }
}
