package org.gatun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.stream.Stream;
import picocli.CommandLine;

/** A command that was run in this JVM, and what it wrote. */
record Invocation(int status, String out, String err) {

    /** What training in tests has in common: few small steps that come out the same each time. */
    private static final String[] REPRODUCIBLE = {"--device", "cpu", "--precision", "fp32"};

    static Invocation of(Object... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine =
                Gatun.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int status =
                commandLine.execute(Arrays.stream(words).map(String::valueOf).toArray(String[]::new));
        return new Invocation(status, out.toString(), err.toString());
    }

    static Invocation trainVqgan(Object data, Object out, Object... more) {
        return of(join(
                new Object[] {"train", "vqgan", "--data", data, "--out", out, "--size", ShapeFolder.SIZE},
                "--ch 32 --ch-mult 1,1 --z-channels 8 --embed-dim 4 --n-embed 16 --batch-size 4".split(" "),
                REPRODUCIBLE,
                more));
    }

    static Invocation trainTransformer(Object data, Object vqgan, Object out, Object... more) {
        return of(join(
                new Object[] {"train", "transformer", "--data", data, "--vqgan", vqgan, "--out", out},
                "--n-layer 1 --n-head 2 --n-embd 32 --batch-size 4".split(" "),
                REPRODUCIBLE,
                more));
    }

    /** The shape is {@code config}'s. */
    static Invocation configuredTransformer(Object data, Object vqgan, Object out, Object config, Object... more) {
        return of(join(
                new Object[] {"train", "transformer", "--data", data, "--vqgan", vqgan, "--out", out, "--config", config
                },
                "--steps 1 --batch-size 4".split(" "),
                REPRODUCIBLE,
                more));
    }

    static Invocation sample(Object run, Object out, Object... more) {
        return of(join(new Object[] {"sample", "--run", run, "--out", out}, REPRODUCIBLE, more));
    }

    static Invocation reconstruct(Object run, Object images, Object out) {
        return of(join(new Object[] {"reconstruct", "--run", run, "--images", images, "--out", out}, REPRODUCIBLE));
    }

    private static Object[] join(Object[]... parts) {
        return Stream.of(parts).flatMap(Arrays::stream).toArray();
    }

    /** Asserts success. */
    Invocation succeeds() {
        assertThat(err).isEmpty();
        assertThat(status).isZero();
        return this;
    }

    /** Asserts status 2 and one line on standard error that has all of {@code parts} in it. */
    void failsWithOneLine(String... parts) {
        assertThat(status).as("exit status; standard error: %s", err).isEqualTo(2);
        assertThat(err.lines()).as("lines on standard error").hasSize(1);
        assertThat(err).startsWith("gatun: ").contains(parts).doesNotContain("should not have happened", "Exception");
    }
}
