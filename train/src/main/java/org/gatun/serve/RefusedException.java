package org.gatun.serve;

/** A request that is answered with an error. */
final class RefusedException extends RuntimeException {

    static final int BAD_REQUEST = 400;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int METHOD_NOT_ALLOWED = 405;
    static final int CONTENT_TOO_LARGE = 413;
    static final int UNSUPPORTED_MEDIA_TYPE = 415;
    static final int SERVICE_UNAVAILABLE = 503;

    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * @param status of HTTP
     * @param message says to the user what is wrong
     */
    RefusedException(int status, String message) {
        super(message);
        this.status = status;
    }

    static RefusedException badRequest(String message) {
        return new RefusedException(BAD_REQUEST, message);
    }

    int status() {
        return status;
    }
}
