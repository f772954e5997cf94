package org.gatun.config;

/**
 * Something is wrong with a configuration file or a run's folder. The message names the file, the key and what is expected; a command
 * line shows it as it is.
 */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConfigException(String message) {
        super(message);
    }

    public ConfigException(String message, Throwable cause) {
        super(message, cause);
    }

    ConfigException(Location at, String reason) {
        this(at + ": " + reason);
    }

    /** For what can be read and written but not yet built. */
    static ConfigException notSupported(String what) {
        return new ConfigException("not supported yet: " + what);
    }
}
