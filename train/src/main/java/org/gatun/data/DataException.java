package org.gatun.data;

/**
 * Something is wrong with the user's pictures: a folder is missing or empty, a file isn't what its name says. The message
 * names the file or folder and says what to do; a command line shows it as it is.
 */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
