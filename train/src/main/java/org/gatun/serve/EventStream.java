package org.gatun.serve;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * An answer that goes on: server-sent events.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation">HTML, 9.2.6</a>
 */
final class EventStream {

    private static final int LENGTH_UNKNOWN = 0;

    private final OutputStream out;

    private EventStream(OutputStream out) {
        this.out = out;
    }

    /** Begins the answer. */
    static EventStream open(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        exchange.sendResponseHeaders(Answer.OK, LENGTH_UNKNOWN);
        return new EventStream(exchange.getResponseBody());
    }

    /**
     * Sends an event.
     *
     * @param data as JSON
     * @throws IOException if nobody listens any more
     */
    void send(String event, Object data) throws IOException {
        out.write(("event: " + event + "\ndata: ").getBytes(StandardCharsets.UTF_8));
        out.write(Json.write(data));
        write("\n\n");
    }

    /**
     * Sends what listeners ignore, to learn whether there is one.
     *
     * @throws IOException if there is none
     */
    void probe() throws IOException {
        write(":\n\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
