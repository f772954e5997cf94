/** Image folders, training and sampling, and the {@code gatun} command. */
module org.gatun.train {
    requires transitive org.gatun.model;
    requires com.fasterxml.jackson.databind;
    requires com.github.weisj.jsvg;
    requires com.twelvemonkeys.common.image;
    requires com.twelvemonkeys.imageio.metadata;
    requires info.picocli;
    requires java.desktop;
    requires jdk.httpserver;
    requires me.tongfei.progressbar;
    requires org.knowm.xchart;
    requires org.yaml.snakeyaml;

    exports org.gatun.config;
    exports org.gatun.data;
    exports org.gatun.plot;
    exports org.gatun.run;
    exports org.gatun.train;

    // Commands are filled, and records are read and written, by reflection.
    opens org.gatun.cli to
            com.fasterxml.jackson.databind,
            info.picocli;
    opens org.gatun.data to
            com.fasterxml.jackson.databind;
    opens org.gatun.serve to
            com.fasterxml.jackson.databind;
}
