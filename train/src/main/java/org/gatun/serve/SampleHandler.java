package org.gatun.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Answers a request for pictures with a stream of events that follows the job to its end. Job and stream end together: when the
 * connection is lost, as it is when the page is closed, the job is cancelled.
 */
final class SampleHandler {

    /** So much of a request that is too large is read and dropped: an earlier answer would meet a sender that does not listen. */
    private static final int DROPPED_BODIES = 8;

    private final JobQueue queue;
    private final SampleRequestReader reader;
    private final Duration probeInterval;

    /** @param probeInterval how long nothing is sent before it is tried whether anybody listens */
    SampleHandler(JobQueue queue, SampleRequestReader reader, Duration probeInterval) {
        this.queue = queue;
        this.reader = reader;
        this.probeInterval = probeInterval;
    }

    void handle(HttpExchange exchange) throws IOException, InterruptedException {
        requireJson(exchange.getRequestHeaders());
        Job job = new Job(reader.read(body(exchange.getRequestBody())));
        queue.submit(job);
        try {
            EventStream events = EventStream.open(exchange);
            events.send("accepted", Map.of("id", job.id(), "seed", job.request().seed()));
            follow(job, events);
        } finally {
            queue.cancel(job.id());
        }
    }

    private void follow(Job job, EventStream events) throws IOException, InterruptedException {
        JobState sent = null;
        while (sent == null || !sent.isEnd()) {
            JobState state = job.awaitChange(sent, probeInterval);
            if (state == sent) {
                events.probe();
            } else {
                send(state, sent, events);
            }
            sent = state;
        }
    }

    private static void send(JobState state, JobState before, EventStream events) throws IOException {
        switch (state) {
            case JobState.Waiting waiting -> events.send("waiting", waiting);
            case JobState.Running(long done, long total, List<byte[]> pictures) -> {
                boolean known = pictures.isEmpty()
                        || before instanceof JobState.Running running && running.pictures() == pictures;
                Map<String, Object> progress = Map.of("done", done, "total", total);
                events.send("running", known ? progress : Map.of("done", done, "total", total, "pictures", pictures));
            }
            case JobState.Finished finished -> events.send("finished", finished);
            case JobState.Failed(String message) -> events.send("failed", Map.of("error", message));
            case JobState.Cancelled _ -> events.send("cancelled", Map.of());
        }
    }

    /** A page of another origin can't send this type without asking first, which it may not. */
    private static void requireJson(Headers headers) {
        String type = headers.getFirst("Content-Type");
        if (type == null || !type.split(";")[0].strip().equalsIgnoreCase("application/json")) {
            throw new RefusedException(
                    RefusedException.UNSUPPORTED_MEDIA_TYPE, "a request must be of the type application/json");
        }
    }

    private static byte[] body(InputStream in) throws IOException {
        byte[] body = in.readNBytes(Limits.BODY_BYTES + 1);
        if (body.length > Limits.BODY_BYTES) {
            in.skip((long) DROPPED_BODIES * Limits.BODY_BYTES);
            throw new RefusedException(
                    RefusedException.CONTENT_TOO_LARGE,
                    "the request is too large; a picture's file must not be larger than " + Limits.UPLOAD_BYTES
                            + " bytes");
        }
        return body;
    }
}
