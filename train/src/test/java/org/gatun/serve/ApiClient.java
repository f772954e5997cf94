package org.gatun.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.stream.Stream;

/** Talks to a server as a page does. */
record ApiClient(HttpClient http, URI uri) implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    ApiClient(URI uri) {
        this(HttpClient.newHttpClient(), uri);
    }

    record Event(String name, JsonNode data) {}

    /** The events of a request for pictures. */
    record Events(Stream<String> lines, Iterator<String> iterator) implements AutoCloseable {

        /** Waits for the next one; null at the end. */
        Event next() throws IOException {
            String name = null;
            while (iterator.hasNext()) {
                String line = iterator.next();
                if (line.startsWith("event: ")) {
                    name = line.substring("event: ".length());
                } else if (line.startsWith("data: ")) {
                    return new Event(name, JSON.readTree(line.substring("data: ".length())));
                }
            }
            return null;
        }

        /** Waits for the next one of this name. */
        JsonNode await(String name) throws IOException {
            Event event = next();
            while (!event.name().equals(name)) {
                event = next();
            }
            return event.data();
        }

        /** Closes the connection before the end, as a browser does with a page. */
        void disconnect() {
            lines.close();
        }

        @Override
        public void close() {
            disconnect();
        }
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri.resolve(path)));
    }

    HttpResponse<String> delete(String id) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri.resolve("/api/samples/" + id)).DELETE());
    }

    /** A request for pictures whose whole answer is of interest. */
    HttpResponse<String> post(String json) throws IOException, InterruptedException {
        return send(samples(json));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** A request for pictures whose events are to be followed. */
    Events open(String json) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> response = http.send(samples(json).build(), BodyHandlers.ofLines());
        if (response.statusCode() != 200) {
            throw new AssertionError(response + ": " + response.body().toList());
        }
        return events(response.body());
    }

    private static Events events(Stream<String> lines) {
        return new Events(lines, lines.iterator());
    }

    HttpRequest.Builder samples(String json) {
        return HttpRequest.newBuilder(uri.resolve("/api/samples"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
