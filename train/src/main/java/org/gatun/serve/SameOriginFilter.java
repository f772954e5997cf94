package org.gatun.serve;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Keeps pages of other origins out: a browser would send their requests to this machine too.
 *
 * <p>The {@code Origin} of a request must be the server that it goes to. That alone does not stop DNS rebinding, where a foreign name is
 * made to point here, so that origin and server agree. So the {@code Host} must be one that no foreigner's name server decides on: an
 * address, {@code localhost}, or the name that the server was told to listen at.
 */
final class SameOriginFilter extends Filter {

    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src 'self' data: blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final String name;

    /** @param listeningAt the name or address that the server was told to listen at */
    SameOriginFilter(String listeningAt) {
        this.name = listeningAt.toLowerCase(Locale.ROOT);
    }

    @Override
    public String description() {
        return "refuses requests of other origins";
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        Headers answer = exchange.getResponseHeaders();
        answer.set("Content-Security-Policy", POLICY);
        answer.set("Cross-Origin-Resource-Policy", "same-origin");
        answer.set("X-Content-Type-Options", "nosniff");
        answer.set("Referrer-Policy", "no-referrer");
        answer.set("Cache-Control", "no-store");
        if (isOwn(exchange.getRequestHeaders())) {
            chain.doFilter(exchange);
        } else {
            RefusedException refusal = new RefusedException(
                    RefusedException.FORBIDDEN, "requests of other origins, and under other names, are not answered");
            Answer.error(refusal).send(exchange);
        }
    }

    private boolean isOwn(Headers headers) {
        String host = headers.getFirst("Host");
        String origin = headers.getFirst("Origin");
        return host != null && isKnown(host.toLowerCase(Locale.ROOT)) && (origin == null || isOf(origin, host));
    }

    private boolean isKnown(String host) {
        String asked = host.replaceFirst(":\\d+$", "");
        return asked.equals("localhost")
                || asked.equals(name)
                || ADDRESS.matcher(asked).matches();
    }

    /** Whether an origin is a server's; its scheme may differ behind a proxy. */
    private static boolean isOf(String origin, String host) {
        try {
            return host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
