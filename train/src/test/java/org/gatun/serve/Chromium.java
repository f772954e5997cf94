package org.gatun.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A headless Chromium, driven by chromedriver.
 *
 * @see <a href="https://www.w3.org/TR/webdriver2/">WebDriver</a>
 */
final class Chromium implements AutoCloseable {

    static final String ENTER = "\uE007";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern STARTED = Pattern.compile("started successfully on port (\\d+)");
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf"; // what the standard calls a reference
    private static final int SCRIPT_TIMEOUT_MILLIS = 60_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process driver;
    private final URI session;

    private Chromium(Process driver, URI session) {
        this.driver = driver;
        this.session = session;
    }

    /** The program of this name on the path. */
    static Optional<Path> find(String program) {
        return Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getenv("PATH"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts one with an empty profile in {@code profile}. */
    static Chromium start(Path chromedriver, Path chromium, Path profile) throws IOException, InterruptedException {
        Process driver = new ProcessBuilder(chromedriver.toString(), "--port=0")
                .redirectErrorStream(true)
                .start();
        BufferedReader output = driver.inputReader();
        String port = awaitPort(output);
        Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {})); // a full pipe would stop it
        List<String> arguments = List.of(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,900",
                "--user-data-dir=" + profile);
        Map<String, Object> options = Map.of("binary", chromium.toString(), "args", arguments);
        Map<String, Object> capabilities =
                Map.of("goog:chromeOptions", options, "timeouts", Map.of("script", SCRIPT_TIMEOUT_MILLIS));
        URI root = URI.create("http://127.0.0.1:" + port + "/session/");
        Chromium starting = new Chromium(driver, root);
        try {
            JsonNode created = starting.send("POST", "", Map.of("capabilities", Map.of("alwaysMatch", capabilities)));
            return new Chromium(driver, root.resolve(created.get("sessionId").asText() + "/"));
        } catch (IOException | RuntimeException e) {
            starting.end();
            throw e;
        }
    }

    private static String awaitPort(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher matcher = STARTED.matcher(line);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        throw new IOException("chromedriver did not start");
    }

    void open(URI page) throws IOException, InterruptedException {
        send("POST", "url", Map.of("url", page.toString()));
    }

    void click(String selector) throws IOException, InterruptedException {
        send("POST", "element/" + element(selector) + "/click", Map.of());
    }

    /** Types into an element; for a file's, its path. */
    void type(String selector, String text) throws IOException, InterruptedException {
        send("POST", "element/" + element(selector) + "/value", Map.of("text", text));
    }

    String text(String selector) throws IOException, InterruptedException {
        return send("GET", "element/" + element(selector) + "/text", null).asText();
    }

    /** What a function body returns in the page. */
    JsonNode evaluate(String script) throws IOException, InterruptedException {
        return send("POST", "execute/sync", Map.of("script", script, "args", List.of()));
    }

    /** Waits until a condition holds; it is looked at whenever the page changes. */
    void await(String condition) throws IOException, InterruptedException {
        String script = "const done = arguments[0];"
                + "const observer = new MutationObserver(check);"
                + "function check() { if (" + condition + ") { observer.disconnect(); done(); } }"
                + "observer.observe(document, {subtree: true, childList: true, attributes: true, characterData: true});"
                + "check();";
        send("POST", "execute/async", Map.of("script", script, "args", List.of()));
    }

    /** A PNG file of what is seen. */
    byte[] screenshot() throws IOException, InterruptedException {
        return Base64.getDecoder().decode(send("GET", "screenshot", null).asText());
    }

    private String element(String selector) throws IOException, InterruptedException {
        return send("POST", "element", Map.of("using", "css selector", "value", selector))
                .get(ELEMENT)
                .asText();
    }

    private JsonNode send(String method, String command, Object body) throws IOException, InterruptedException {
        URI uri = session.resolve(command.isEmpty() ? "../session" : command);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        JsonNode value = JSON.readTree(
                        http.send(request, BodyHandlers.ofString()).body())
                .get("value");
        if (value.has("error")) {
            throw new AssertionError(command + ": " + value.get("error").asText() + ": "
                    + value.get("message").asText());
        }
        return value;
    }

    @Override
    public void close() {
        URI uri = URI.create(session.toString().replaceFirst("/$", ""));
        try {
            http.sendAsync(HttpRequest.newBuilder(uri).DELETE().build(), BodyHandlers.discarding())
                    .join();
        } finally {
            end();
        }
    }

    private void end() {
        driver.descendants().forEach(ProcessHandle::destroy);
        driver.destroy();
        driver.onExit().join();
        http.close();
    }
}
