package org.gatun.benchmarks;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;

/** A file that {@code src/main/native/build.sh} puts beside the classes. */
public final class NativeFile {

    /** The property that names its folder where the classes are in a jar. */
    static final String FOLDER = "gatun.benchmarks.native";

    private NativeFile() {}

    public static Path library(String name) {
        return of(System.mapLibraryName(name));
    }

    public static Path of(String name) {
        String folder = System.getProperty(FOLDER);
        if (folder != null) {
            return Path.of(folder, name);
        }
        URL file = NativeFile.class.getResource(name);
        if (file == null) {
            throw new IllegalStateException("the benchmarks were built without " + name + ": run `make bench`");
        }
        try {
            return Path.of(file.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not a path: " + file, e);
        }
    }
}
