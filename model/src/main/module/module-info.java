/** VQGAN and transformer, their layers, optimizer and checkpoints. */
module org.gatun.model {
    requires transitive org.gatun.torch;
    requires com.fasterxml.jackson.core;
    requires pickle;

    exports org.gatun.checkpoint;
    exports org.gatun.gpt;
    exports org.gatun.metrics;
    exports org.gatun.metrics.fid;
    exports org.gatun.nn;
    exports org.gatun.optim;
    exports org.gatun.vqgan;
    exports org.gatun.vqgan.quantize;
}
