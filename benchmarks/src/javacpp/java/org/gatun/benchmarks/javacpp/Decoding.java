package org.gatun.benchmarks.javacpp;

import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One decode step of a GPT of 8 layers and width 256, 8 heads, with 128 positions in its KV cache. */
@State(Scope.Thread)
public class Decoding {

    private static final int LAYERS = 8;
    private static final long WIDTH = 256;
    private static final long HEADS = 8;
    private static final long VOCABULARY = 512;
    private static final long CAPACITY = 256;
    private static final long POSITION = 128;

    private record Linear(Tensor weight, TensorOptional bias) {

        static Linear random(long out, long in) {
            return new Linear(torch.randn(out, in), new TensorOptional(torch.randn(out)));
        }

        Tensor forward(Tensor x) {
            return torch.linear(x, weight, bias);
        }
    }

    private record LayerNorm(TensorOptional weight, TensorOptional bias) {

        LayerNorm() {
            this(new TensorOptional(torch.randn(WIDTH)), new TensorOptional(torch.randn(WIDTH)));
        }

        Tensor forward(Tensor x) {
            return torch.layer_norm(x, new long[] {WIDTH}, weight, bias, 1e-5, true);
        }
    }

    private static final class Block {

        final LayerNorm ln1 = new LayerNorm();
        final LayerNorm ln2 = new LayerNorm();
        final Linear query = Linear.random(WIDTH, WIDTH);
        final Linear key = Linear.random(WIDTH, WIDTH);
        final Linear value = Linear.random(WIDTH, WIDTH);
        final Linear proj = Linear.random(WIDTH, WIDTH);
        final Linear fc = Linear.random(4 * WIDTH, WIDTH);
        final Linear out = Linear.random(WIDTH, 4 * WIDTH);
        final Tensor keys = torch.randn(1, HEADS, CAPACITY, WIDTH / HEADS);
        final Tensor values = torch.randn(1, HEADS, CAPACITY, WIDTH / HEADS);

        Tensor forward(Tensor x) {
            Tensor h = ln1.forward(x);
            Tensor q = split(query.forward(h));
            keys.narrow(2, POSITION, 1).copy_(split(key.forward(h)));
            values.narrow(2, POSITION, 1).copy_(split(value.forward(h)));
            Tensor attended = torch.scaled_dot_product_attention(
                    q, keys.narrow(2, 0, POSITION + 1), values.narrow(2, 0, POSITION + 1));
            Tensor residual = x.add(proj.forward(attended.view(1, 1, WIDTH)));
            return residual.add(out.forward(torch.gelu(fc.forward(ln2.forward(residual)))));
        }

        private static Tensor split(Tensor rows) {
            return rows.view(1, HEADS, 1, WIDTH / HEADS);
        }
    }

    private final Tensor tokenEmbedding = torch.randn(VOCABULARY, WIDTH);
    private final Tensor positionEmbedding = torch.randn(1, CAPACITY, WIDTH);
    private final Tensor token = Tensor.create(new long[] {0}, 1, 1);
    private final Block[] blocks = Stream.generate(Block::new).limit(LAYERS).toArray(Block[]::new);
    private final LayerNorm lnF = new LayerNorm();
    private final Tensor head = torch.randn(VOCABULARY, WIDTH);

    @Benchmark
    public void decode() {
        try (PointerScope _ = new PointerScope();
                NoGradGuard _ = new NoGradGuard()) {
            Tensor x = torch.embedding(tokenEmbedding, token).add(positionEmbedding.narrow(1, POSITION, 1));
            for (Block block : blocks) {
                x = block.forward(x);
            }
            torch.linear(lnF.forward(x), head);
        }
    }
}
