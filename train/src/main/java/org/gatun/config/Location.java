package org.gatun.config;

/**
 * Where something is written.
 *
 * @param file name of the file, or of several when they were merged
 * @param line counted from 1; 0 for the whole file
 */
record Location(String file, int line) {

    /** The whole file. */
    Location(String file) {
        this(file, 0);
    }

    /** Both places: files that were merged. */
    Location and(Location other) {
        return file.equals(other.file) ? this : new Location(file + ", " + other.file);
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
