package org.gatun.cli;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.gatun.config.RunFolder;
import org.gatun.serve.PlayServer;
import org.gatun.torch.Device;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatun serve}. */
@Command(name = "serve", description = "Serves a web page to play with a trained transformer.", sortOptions = false)
final class ServeCommand implements Callable<Integer> {

    private static final int MAX_PORT = 65_535;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-r", "--run"},
            paramLabel = "RUN",
            required = true,
            description = "The folder of the transformer's run.")
    private Path run;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description =
                    "Name or address to listen at; default ${DEFAULT-VALUE}, which other machines cannot reach. There is no password: everybody who can reach another one may use the model.")
    private String host;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Port to listen at, 0 for any that is free; default ${DEFAULT-VALUE}.")
    private int port;

    @Mixin
    private ComputeOptions compute;

    @Override
    public Integer call() {
        if (port < 0 || port > MAX_PORT) {
            throw new UserException("there is no port " + port + ", only 0 to " + MAX_PORT);
        }
        RunFolder folder = RunFolder.open(run);
        try (PlayServer server = start(folder)) {
            Thread atExit = Thread.ofPlatform().unstarted(server::close);
            Runtime.getRuntime().addShutdownHook(atExit);
            spec.commandLine().getOut().println("Open " + server.uri() + " in a browser. Ctrl-C ends the server.");
            spec.commandLine().getOut().flush();
            try {
                new CountDownLatch(1).await(); // until the JVM ends
            } catch (InterruptedException e) {
                Runtime.getRuntime().removeShutdownHook(atExit);
            }
        }
        return 0;
    }

    private PlayServer start(RunFolder folder) {
        try {
            Device device = compute.device();
            return PlayServer.start(folder, device, compute.precision(device), host, port);
        } catch (UnknownHostException e) {
            throw new UserException("there is no host " + host);
        } catch (IOException e) {
            throw new UserException("cannot listen at port " + port + " of " + host + ": " + e.getMessage());
        }
    }
}
