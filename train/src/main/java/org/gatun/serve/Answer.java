package org.gatun.serve;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;

/**
 * A whole answer.
 *
 * @param status of HTTP
 * @param contentType of the body
 * @param body may be empty
 */
record Answer(int status, String contentType, byte[] body) {

    static final int OK = 200;
    static final int NO_CONTENT = 204;

    private static final String JSON = "application/json";
    private static final int NO_BODY = -1;

    static Answer json(Object value) {
        return new Answer(OK, JSON, Json.write(value));
    }

    static Answer noContent() {
        return new Answer(NO_CONTENT, JSON, new byte[0]);
    }

    /** {@code {"error": message}}. */
    static Answer error(RefusedException e) {
        return new Answer(e.status(), JSON, Json.write(Map.of("error", e.getMessage())));
    }

    /** Sends it; nothing may have been sent before. */
    void send(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        boolean hasBody = body.length > 0 && !exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, hasBody ? body.length : NO_BODY);
        if (hasBody) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
