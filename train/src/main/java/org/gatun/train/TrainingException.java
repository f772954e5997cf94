package org.gatun.train;

/** A run that cannot begin or go on; the message says why and what to do. */
public final class TrainingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TrainingException(String message) {
        super(message);
    }
}
