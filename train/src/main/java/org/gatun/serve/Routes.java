package org.gatun.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** What is where. */
final class Routes implements HttpHandler {

    private static final String SAMPLES = "/api/samples";

    private final Page page = new Page();
    private final Answer model;
    private final SampleHandler samples;
    private final JobQueue queue;

    Routes(ModelDescription model, SampleHandler samples, JobQueue queue) {
        this.model = Answer.json(model);
        this.samples = samples;
        this.queue = queue;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try {
            route(exchange);
        } catch (RefusedException e) {
            Answer.error(e).send(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server is stopping
        } finally {
            exchange.close();
        }
    }

    private void route(HttpExchange exchange) throws IOException, InterruptedException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/api/model")) {
            requireMethod(exchange, "GET", "HEAD");
            model.send(exchange);
        } else if (path.equals(SAMPLES)) {
            requireMethod(exchange, "POST");
            samples.handle(exchange);
        } else if (path.startsWith(SAMPLES + "/")) {
            requireMethod(exchange, "DELETE");
            cancel(path.substring(SAMPLES.length() + 1));
            Answer.noContent().send(exchange);
        } else {
            Answer file = page.find(path).orElseThrow(() -> notFound("there is nothing at this address"));
            requireMethod(exchange, "GET", "HEAD");
            file.send(exchange);
        }
    }

    private void cancel(String id) {
        if (!queue.cancel(id)) {
            throw notFound("there is no such request, or it is over");
        }
    }

    private static RefusedException notFound(String message) {
        return new RefusedException(RefusedException.NOT_FOUND, message);
    }

    private static void requireMethod(HttpExchange exchange, String... methods) {
        List<String> allowed = Arrays.asList(methods);
        if (!allowed.contains(exchange.getRequestMethod())) {
            String list = String.join(", ", allowed);
            exchange.getResponseHeaders().set("Allow", list);
            throw new RefusedException(RefusedException.METHOD_NOT_ALLOWED, "here is only " + list);
        }
    }
}
