package org.gatun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import org.gatun.torch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServeCommandTest {

    @TempDir
    private static Path folder;

    private static Path vqgan;
    private static Path transformer;

    @BeforeAll
    static void train() throws IOException {
        Path data = ShapeFolder.write(folder.resolve("data"), 8);
        vqgan = folder.resolve("vqgan");
        transformer = folder.resolve("transformer");
        Invocation.trainVqgan(data, vqgan, "--steps", 1).succeeds();
        Invocation.trainTransformer(data, vqgan, transformer, "--steps", 1).succeeds();
    }

    private static Invocation serve(Object run, Object... more) {
        Object[] words = new Object[5 + more.length];
        System.arraycopy(new Object[] {"serve", "--run", run, "--device", "cpu"}, 0, words, 0, 5);
        System.arraycopy(more, 0, words, 5, more.length);
        return Invocation.of(words);
    }

    @Test
    void servesATrainedModelUntilItIsEnded() throws Exception {
        long tensorsBefore = Tensor.liveCount();
        PipedReader pipe = new PipedReader();
        PrintWriter out = new PrintWriter(new PipedWriter(pipe), true);
        FutureTask<Integer> command = new FutureTask<>(() -> Gatun.commandLine()
                .setOut(out)
                .execute("serve", "-r", transformer.toString(), "--port", "0", "--device", "cpu"));
        Thread thread = Thread.ofPlatform().start(command);

        String line = new BufferedReader(pipe).readLine();
        assertThat(line).matches("Open http://127.0.0.1:\\d+/ in a browser. Ctrl-C ends the server.");
        URI page = URI.create(line.split(" ")[1]);
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(page.resolve("/api/model")).build();
            assertThat(http.send(request, BodyHandlers.ofString()).body())
                    .contains("\"name\":\"transformer\"", "\"classes\":[\"discs\",\"squares\"]");
        }

        thread.interrupt();
        assertThat(command.get()).isZero();
        assertThat(Tensor.liveCount()).isEqualTo(tensorsBefore);
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            serve(transformer, "--port", taken.getLocalPort())
                    .failsWithOneLine("cannot listen at port " + taken.getLocalPort() + " of 127.0.0.1", "in use");
        }
    }

    @Test
    void aPortThatCannotBeIsNamed() {
        serve(transformer, "--port", 70_000).failsWithOneLine("there is no port 70000, only 0 to 65535");
    }

    @Test
    void aHostThatCannotBeIsNamed() {
        serve(transformer, "--host", "no.such.host.invalid").failsWithOneLine("there is no host no.such.host.invalid");
    }

    @Test
    void aRunThatIsMissingOrOfAnotherStageIsNamed() {
        Path missing = folder.resolve("missing");
        serve(missing).failsWithOneLine(missing.toString(), "no such folder");
        serve(vqgan, "--port", 0).failsWithOneLine("VQModel", "Net2NetTransformer");
    }
}
