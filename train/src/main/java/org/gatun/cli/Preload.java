package org.gatun.cli;

import java.util.List;
import java.util.Set;
import org.gatun.torch.LibTorch;
import org.gatun.torch.LibTorchNotFoundException;

/** Loads libtorch while the command line is parsed: both take a good part of a second. */
final class Preload {

    /** Options that ask for a text instead of a run. */
    private static final Set<String> TEXTS = Set.of("-h", "--help", "-V", "--version");

    private final Thread thread;

    private Preload(Thread thread) {
        this.thread = thread;
    }

    /** Begins to load for a command; does nothing where no command is run. */
    static Preload start(String[] args) {
        Thread thread = Thread.ofPlatform().daemon().name("libtorch").unstarted(Preload::load);
        if (isRun(args)) {
            thread.start();
        }
        return new Preload(thread);
    }

    static boolean isRun(String[] args) {
        return args.length > 0
                && !args[0].startsWith("-")
                && List.of(args).stream().noneMatch(TEXTS::contains);
    }

    private static void load() {
        try {
            LibTorch.load();
            LibTorch.skipDestructorsAtExit();
        } catch (LibTorchNotFoundException e) {
            // A failure is kept, and told to the command when it asks for libtorch.
        }
    }

    /** Waits until libtorch is loaded: the process must not end in the midst of its static constructors. */
    void join() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
