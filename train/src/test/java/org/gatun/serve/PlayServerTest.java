package org.gatun.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gatun.serve.ApiClient.Events;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server says over HTTP; the model draws when the test lets it. */
class PlayServerTest {

    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration PROBE_INTERVAL = Duration.ofMillis(2);

    private final StepwiseModel model = new StepwiseModel();
    private PlayServer server;
    private ApiClient client;

    @BeforeEach
    void start() throws IOException {
        server = start(model, LOOPBACK);
        client = new ApiClient(server.uri());
    }

    private static PlayServer start(StepwiseModel model, String host) throws IOException {
        return PlayServer.start(() -> model, host, 0, PROBE_INTERVAL, new SteadyClock(JobProgress.INTERVAL));
    }

    @AfterEach
    void stop() {
        model.allowAll();
        server.close();
        client.close();
    }

    private static String request(int seed) {
        return "{\"class\": 0, \"seed\": %d}".formatted(seed);
    }

    @Test
    void theFilesOfThePageHaveTheirTypes() throws Exception {
        assertThat(client.get("/").body()).startsWith("<!doctype html>");
        assertThat(contentType("/")).isEqualTo("text/html; charset=utf-8");
        assertThat(contentType("/page.js")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(contentType("/page.css")).isEqualTo("text/css; charset=utf-8");
        assertThat(contentType("/icon.svg")).isEqualTo("image/svg+xml");
    }

    private String contentType(String path) throws Exception {
        HttpResponse<String> response = client.get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
        return response.headers().firstValue("Content-Type").orElseThrow();
    }

    @Test
    void theModelDescribesItself() throws Exception {
        JsonNode description = ApiClient.json(client.get("/api/model"));
        assertThat(description.toString())
                .isEqualTo("{\"name\":\"stepwise\",\"conditioning\":\"class\",\"classes\":[\"discs\",\"squares\"],"
                        + "\"guidable\":true,\"codebook_size\":16,\"code_pixels\":4,\"width\":8,\"height\":8,"
                        + "\"max_side\":32,\"completable\":true,\"max_count\":16,\"max_upload_bytes\":8388608}");
    }

    @Test
    void picturesFillInAndAreThenWhole() throws Exception {
        try (Events events = client.open("{\"class\": 0, \"seed\": 7, \"count\": 2}")) {
            assertThat(events.await("accepted").get("seed").asInt()).isEqualTo(7);
            model.allow(2);
            JsonNode running = events.await("running");
            while (!running.has("pictures")) {
                running = events.await("running");
            }
            assertThat(running.get("total").asInt()).isEqualTo(StepwiseModel.CODES);
            assertThat(picture(running, 0)).matches("part [12] of 0");
            model.allow(2);
            JsonNode finished = events.await("finished");
            assertThat(picture(finished, 0)).isEqualTo("whole of 0");
            assertThat(picture(finished, 1)).isEqualTo("whole of 1");
            assertThat(events.next()).isNull();
        }
    }

    private static String picture(JsonNode data, int index) {
        return new String(
                Base64.getDecoder().decode(data.get("pictures").get(index).asText()), StandardCharsets.UTF_8);
    }

    @Test
    void requestsAreAnsweredInTheirOrderAndKnowTheirPlace() throws Exception {
        try (Events first = client.open(request(1));
                Events second = client.open(request(2));
                Events third = client.open(request(3))) {
            assertThat(second.await("waiting").get("ahead").asInt()).isEqualTo(1);
            assertThat(third.await("waiting").get("ahead").asInt()).isEqualTo(2);
            model.allow(StepwiseModel.CODES);
            first.await("finished");
            assertThat(third.await("waiting").get("ahead").asInt()).isEqualTo(1);
            model.allow(2 * StepwiseModel.CODES);
            second.await("finished");
            third.await("finished");
            assertThat(model.awaitEnd()).isEqualTo("seed 1 finished");
            assertThat(model.awaitEnd()).isEqualTo("seed 2 finished");
            assertThat(model.awaitEnd()).isEqualTo("seed 3 finished");
        }
    }

    @Test
    void aRequestThatIsWorkedOnCanBeCancelled() throws Exception {
        try (Events events = client.open(request(1))) {
            String id = events.await("accepted").get("id").asText();
            events.await("running");
            assertThat(client.delete(id).statusCode()).isEqualTo(204);
            events.await("cancelled");
            assertThat(events.next()).isNull();
            model.allow(1);
            assertThat(model.awaitEnd()).isEqualTo("seed 1 cancelled");
        }
    }

    @Test
    void aRequestThatWaitsCanBeCancelled() throws Exception {
        try (Events first = client.open(request(1));
                Events second = client.open(request(2));
                Events third = client.open(request(3))) {
            String id = second.await("accepted").get("id").asText();
            assertThat(third.await("waiting").get("ahead").asInt()).isEqualTo(2);
            client.delete(id);
            second.await("cancelled");
            assertThat(third.await("waiting").get("ahead").asInt()).isEqualTo(1);
            model.allowAll();
            first.await("finished");
            third.await("finished");
            assertThat(model.awaitEnd()).isEqualTo("seed 1 finished");
            assertThat(model.awaitEnd()).isEqualTo("seed 3 finished");
        }
    }

    @Test
    void closingTheConnectionCancelsWhatWaits() throws Exception {
        try (Events _ = client.open(request(1));
                Events second = client.open(request(2));
                Events third = client.open(request(3))) {
            assertThat(third.await("waiting").get("ahead").asInt()).isEqualTo(2);
            second.disconnect();
            assertThat(third.await("waiting").get("ahead").asInt()).isEqualTo(1);
        }
    }

    @Test
    @Timeout(60) // a model that is never told would draw for hours
    void closingTheConnectionCancelsWhatIsWorkedOn() throws Exception {
        StepwiseModel endless = new StepwiseModel(Integer.MAX_VALUE);
        try (PlayServer other = start(endless, LOOPBACK);
                ApiClient page = new ApiClient(other.uri())) {
            try (Events events = page.open(request(1))) {
                events.await("running");
            }
            endless.allowAll();
            assertThat(endless.awaitEnd()).isEqualTo("seed 1 cancelled");
        }
    }

    @Test
    void aFailureOfTheModelIsToldAndTheNextRequestIsServed() throws Exception {
        Logger log = Logger.getLogger(Worker.class.getName());
        log.setLevel(Level.OFF);
        model.failWith(new IllegalArgumentException("out of codes"));
        model.allow(1);
        try (Events events = client.open(request(1))) {
            assertThat(events.await("failed").get("error").asText())
                    .isEqualTo("the model could not do this: out of codes");
        } finally {
            log.setLevel(null);
        }
        model.failWith(null);
        model.allowAll();
        try (Events events = client.open(request(2))) {
            events.await("finished");
        }
    }

    @Test
    void aWrongRequestIsAnsweredWithWhatIsWrong() throws Exception {
        HttpResponse<String> response = client.post("{\"class\": \"dogs\"}");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(ApiClient.json(response).get("error").asText()).contains("one of discs, squares");
    }

    @Test
    void aRequestThatIsTooLargeIsRefused() throws Exception {
        HttpResponse<String> response = client.post("x".repeat(Limits.BODY_BYTES + 1_000_000));
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(ApiClient.json(response).get("error").asText()).contains("must not be larger than 8388608 bytes");
    }

    @Test
    void moreRequestsThanMayWaitAreRefused() throws Exception {
        Set<Events> open = new HashSet<>();
        try {
            open.add(client.open(request(0)));
            open.iterator().next().await("running");
            for (int i = 0; i < Limits.WAITING; i++) {
                open.add(client.open(request(i)));
            }
            HttpResponse<String> response = client.post(request(99));
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(ApiClient.json(response).get("error").asText()).contains("too many requests");
        } finally {
            open.forEach(Events::close);
        }
    }

    @Test
    void onlyJsonIsTaken() throws Exception {
        HttpRequest.Builder request = client.samples(request(1)).setHeader("Content-Type", "text/plain");
        assertThat(client.send(request).statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nothing, 404",
        "GET, /../../pom.xml, 404",
        "GET, /%2e%2e/page.css, 404",
        "GET, //etc/passwd, 404",
        "GET, /page.css/, 404",
        "GET, /api/samples, 405",
        "POST, /api/model, 405",
        "POST, /, 405",
        "GET, /api/samples/1, 405",
        "DELETE, /api/samples/1, 404",
        "HEAD, /page.css, 200",
    })
    void otherPathsAndMethodsAreRefused(String method, String path, int status) throws IOException {
        assertThat(raw(method, path, "Host: localhost")).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "127.0.0.1:9", "LOCALHOST", "192.168.1.7:8080", "[::1]:80"})
    void namesThatNobodyElseDecidesOnAreAnswered(String host) throws IOException {
        assertThat(raw("GET", "/", "Host: " + host)).isEqualTo(200);
        assertThat(raw("GET", "/", "Host: " + host, "Origin: http://" + host)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example", "1.2.3"
            })
    void aNameThatWasMadeToPointHereIsNotAnswered(String host) throws IOException {
        assertThat(raw("GET", "/api/model", "Host: " + host)).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://evil.example", "null", "http://localhost:1", "http://localhost:8080.evil.example", "{"})
    void pagesOfOtherOriginsAreNotAnswered(String origin) throws IOException {
        assertThat(raw("GET", "/api/model", "Host: localhost:8080", "Origin: " + origin))
                .isEqualTo(403);
    }

    @Test
    void theNameThatItListensAtIsAnswered() throws IOException {
        try (PlayServer named = start(new StepwiseModel(), "localhost")) {
            assertThat(named.uri().getPort()).isPositive();
            assertThat(named.uri().toString()).startsWith("http://localhost:");
        }
    }

    /** The status of the answer to a request that an HTTP client would not send. */
    private int raw(String method, String path, String... headers) throws IOException {
        try (Socket socket = new Socket(LOOPBACK, server.uri().getPort())) {
            String request = method + " " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ")[1]);
        }
    }

    @Test
    void itListensAtLoopbackAlone() {
        assertThat(server.uri())
                .isEqualTo(URI.create("http://127.0.0.1:" + server.uri().getPort() + "/"));
    }

    @Test
    void aPortThatIsTakenIsSaidBeforeAModelIsLoaded() {
        assertThatThrownBy(() -> PlayServer.start(
                        () -> {
                            throw new AssertionError("loaded");
                        },
                        LOOPBACK,
                        server.uri().getPort(),
                        PROBE_INTERVAL,
                        System::nanoTime))
                .isInstanceOf(BindException.class);
    }

    @Test
    void aModelThatCannotBeLoadedIsSaid() {
        assertThatThrownBy(() -> PlayServer.start(
                        () -> {
                            throw new IllegalArgumentException("no weights");
                        },
                        LOOPBACK,
                        0,
                        PROBE_INTERVAL,
                        System::nanoTime))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no weights");
    }

    @Test
    void stoppingCancelsAllAndLeavesNoThread() throws Exception {
        Events running = client.open(request(1));
        Events waiting = client.open(request(2));
        running.await("running");
        waiting.await("waiting");
        Set<Thread> threads = serverThreads();
        assertThat(threads).isNotEmpty();

        Thread closing = Thread.ofVirtual().start(server::close);
        awaitLostConnection(waiting);
        model.allow(1); // the model comes to its next code, and learns that it is to stop
        closing.join();

        assertThat(model.awaitEnd()).isEqualTo("seed 1 cancelled");
        assertThat(model.closedBy()).as("the thread that closed the model").isIn(threads);
        for (Thread thread : threads) {
            thread.join(Duration.ofMinutes(1)); // the JDK's timer ends by itself, a moment later
        }
        assertThat(threads).noneMatch(Thread::isAlive);
        assertThatThrownBy(() -> client.get("/")).isInstanceOf(IOException.class);
        server.close(); // does nothing
    }

    private static void awaitLostConnection(Events events) throws IOException {
        try {
            while (events.next() != null) {}
        } catch (UncheckedIOException e) {
            // lost in the middle of an answer
        }
    }

    private static Set<Thread> serverThreads() {
        Set<Thread> threads = new HashSet<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (Set.of("gatun-worker", "HTTP-Dispatcher", "idle-timeout-task").contains(thread.getName())) {
                threads.add(thread);
            }
        }
        return threads;
    }
}
