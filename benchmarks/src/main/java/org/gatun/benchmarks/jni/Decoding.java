package org.gatun.benchmarks.jni;

import java.util.stream.Stream;
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

    /** What a step has made, deleted together at its end. */
    private static final class Made {

        private final long[] handles = new long[256];
        private int size;

        long own(long handle) {
            handles[size++] = handle;
            return handle;
        }

        void deleteAll() {
            Jni.deleteAll(handles, size);
            size = 0;
        }
    }

    private record Linear(Made made, long weight, long bias) {

        static Linear random(Made made, long out, long in) {
            return new Linear(made, Jni.randn(new long[] {out, in}), Jni.randn(new long[] {out}));
        }

        long forward(long x) {
            return made.own(Jni.linear(x, weight, bias));
        }
    }

    private record LayerNorm(Made made, long weight, long bias) {

        LayerNorm(Made made) {
            this(made, Jni.randn(new long[] {WIDTH}), Jni.randn(new long[] {WIDTH}));
        }

        long forward(long x) {
            return made.own(Jni.layerNorm(x, WIDTH, weight, bias));
        }
    }

    private record Block(
            Made made,
            LayerNorm ln1,
            LayerNorm ln2,
            Linear query,
            Linear key,
            Linear value,
            Linear proj,
            Linear fc,
            Linear out,
            long keys,
            long values) {

        Block(Made made) {
            this(
                    made,
                    new LayerNorm(made),
                    new LayerNorm(made),
                    Linear.random(made, WIDTH, WIDTH),
                    Linear.random(made, WIDTH, WIDTH),
                    Linear.random(made, WIDTH, WIDTH),
                    Linear.random(made, WIDTH, WIDTH),
                    Linear.random(made, 4 * WIDTH, WIDTH),
                    Linear.random(made, WIDTH, 4 * WIDTH),
                    Jni.randn(new long[] {1, HEADS, CAPACITY, WIDTH / HEADS}),
                    Jni.randn(new long[] {1, HEADS, CAPACITY, WIDTH / HEADS}));
        }

        long forward(long x) {
            long h = ln1.forward(x);
            long q = view(query.forward(h), 1, HEADS, 1, WIDTH / HEADS);
            append(keys, key.forward(h));
            append(values, value.forward(h));
            long attended = made.own(Jni.scaledDotProductAttention(q, past(keys), past(values)));
            long residual = add(x, proj.forward(view(attended, 1, 1, WIDTH)));
            return add(residual, out.forward(made.own(Jni.gelu(fc.forward(ln2.forward(residual))))));
        }

        private void append(long cache, long rows) {
            Jni.copy(made.own(Jni.narrow(cache, 2, POSITION, 1)), view(rows, 1, HEADS, 1, WIDTH / HEADS));
        }

        private long past(long cache) {
            return made.own(Jni.narrow(cache, 2, 0, POSITION + 1));
        }

        private long view(long self, long... size) {
            return made.own(Jni.view(self, size));
        }

        private long add(long self, long other) {
            return made.own(Jni.add(self, other));
        }
    }

    private final Made made = new Made();
    private final long tokenEmbedding = Jni.randn(new long[] {VOCABULARY, WIDTH});
    private final long positionEmbedding = Jni.randn(new long[] {1, CAPACITY, WIDTH});
    private final long token = Jni.token();
    private final Block[] blocks =
            Stream.generate(() -> new Block(made)).limit(LAYERS).toArray(Block[]::new);
    private final LayerNorm lnF = new LayerNorm(made);
    private final long head = Jni.randn(new long[] {VOCABULARY, WIDTH});

    @Benchmark
    public void decode() {
        int previous = Jni.setGradEnabled(0);
        long embedded = made.own(Jni.embedding(tokenEmbedding, token));
        long x = made.own(Jni.add(embedded, made.own(Jni.narrow(positionEmbedding, 1, POSITION, 1))));
        for (Block block : blocks) {
            x = block.forward(x);
        }
        made.own(Jni.linear(lnF.forward(x), head, 0));
        made.deleteAll();
        Jni.setGradEnabled(previous);
    }
}
