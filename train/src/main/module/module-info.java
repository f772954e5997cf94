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

    opens org.gatun.cli to
            info.picocli;
    opens org.gatun.serve to
            com.fasterxml.jackson.databind;
}
