package org.gatun.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** The files of the page. They are all named here and read at the start, so that no path of a request ever reaches a file system. */
final class Page {

    private final Map<String, Answer> files = Map.of(
            "/", file("index.html", "text/html; charset=utf-8"),
            "/page.css", file("page.css", "text/css; charset=utf-8"),
            "/page.js", file("page.js", "text/javascript; charset=utf-8"),
            "/icon.svg", file("icon.svg", "image/svg+xml"));

    /** The file at a path. */
    Optional<Answer> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    private static Answer file(String name, String contentType) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            return new Answer(Answer.OK, contentType, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
