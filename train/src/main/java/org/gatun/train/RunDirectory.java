package org.gatun.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of one training run, and where its files stand. */
public record RunDirectory(Path path) {

    /** The folder, made if it does not exist. */
    public static RunDirectory create(Path path) {
        try {
            Files.createDirectories(path.resolve("checkpoints"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + path, e);
        }
        return new RunDirectory(path);
    }

    /** The model's configuration, in the reference's layout. */
    public Path config() {
        return path.resolve("config.yaml");
    }

    /** The newest weights. */
    public Path checkpoint() {
        return path.resolve("checkpoints").resolve("last.safetensors");
    }

    /** The states from which the run can go on. */
    public Path trainingStates() {
        return path.resolve("checkpoints").resolve("training");
    }

    /** Every measured number: {@code step,name,value}. */
    public Path metrics() {
        return path.resolve("metrics.csv");
    }

    /** TensorBoard's event files. */
    public Path events() {
        return path.resolve("tensorboard");
    }

    /** The pictures that could not be read, where there are any. */
    public Path unreadable() {
        return path.resolve("unreadable.txt");
    }

    /** Curves of the losses. */
    public Path losses() {
        return path.resolve("losses.png");
    }

    /** Held-out pictures over their reconstructions. */
    public Path reconstructions() {
        return path.resolve("reconstructions.png");
    }

    /** New pictures. */
    public Path samples() {
        return path.resolve("samples.png");
    }
}
