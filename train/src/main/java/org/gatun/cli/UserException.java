package org.gatun.cli;

/** Something that the user can put right; the message says what. */
final class UserException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UserException(String message) {
        super(message);
    }
}
