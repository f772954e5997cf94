package org.gatun.serve;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import org.gatun.config.RunFolder;
import org.gatun.torch.Device;
import org.gatun.train.Precision;

/**
 * Serves a page to play with a trained model, until it is closed.
 *
 * <p>The HTTP server is the JDK's own, {@code jdk.httpserver}: it costs no dependency, is mended with every release of the JDK, binds to
 * loopback, and does all that four files, three routes and a stream of events need. Each request has a virtual thread; none of them
 * touches native memory.
 */
public final class PlayServer implements AutoCloseable {

    private static final Duration PROBE_INTERVAL = Duration.ofSeconds(2);
    private static final int BACKLOG = 0; // the system's

    static {
        // Events are small and must not wait for each other. The JDK reads this once.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final String host;
    private final JobQueue queue;
    private final Worker worker;
    private final HttpServer http;
    private final ExecutorService threads;

    private PlayServer(String host, JobQueue queue, Worker worker, HttpServer http, ExecutorService threads) {
        this.host = host;
        this.queue = queue;
        this.worker = worker;
        this.http = http;
        this.threads = threads;
    }

    /**
     * Loads the transformer of a run, and begins to serve.
     *
     * @param host name or address to listen at
     * @param port to listen at; 0 for any that is free
     * @throws UnknownHostException if there is no such host
     * @throws IOException if it cannot listen there
     * @throws org.gatun.config.ConfigException if the configuration is wrong, or describes something else
     * @throws org.gatun.checkpoint.CheckpointException if the weights can't be read, or don't fit the configuration
     */
    public static PlayServer start(RunFolder run, Device device, Precision precision, String host, int port)
            throws IOException {
        return start(() -> SecondStageModel.load(run, device, precision), host, port, PROBE_INTERVAL, System::nanoTime);
    }

    static PlayServer start(
            SamplingModel.Loader loader, String host, int port, Duration probeInterval, LongSupplier clock)
            throws IOException {
        // Whether the port is free is known before a large model is loaded.
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new UnknownHostException(host);
        }
        HttpServer http = HttpServer.create(address, BACKLOG);
        JobQueue queue = new JobQueue(Limits.WAITING);
        Worker worker;
        try {
            worker = Worker.start(queue, loader, clock);
        } catch (RuntimeException e) {
            http.stop(0);
            throw e;
        }
        ModelDescription model = worker.description();
        SampleHandler samples = new SampleHandler(queue, new SampleRequestReader(model), probeInterval);
        http.createContext("/", new Routes(model, samples, queue)).getFilters().add(new SameOriginFilter(host));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        http.setExecutor(threads);
        http.start();
        return new PlayServer(host, queue, worker, http, threads);
    }

    /** Where the page is. */
    public URI uri() {
        InetSocketAddress address = http.getAddress();
        String name = address.getAddress().isAnyLocalAddress() ? "localhost" : host;
        return URI.create("http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + address.getPort() + "/");
    }

    /** Cancels all requests, and waits until all threads are gone and the model's memory is free. */
    @Override
    public synchronized void close() {
        queue.close();
        http.stop(0);
        threads.shutdownNow();
        threads.close();
        worker.close();
    }
}
