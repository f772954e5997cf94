package org.gatun.serve;

/** What no request may go beyond. */
final class Limits {

    /** Pictures of one request. */
    static final int COUNT = 16;

    /** A side of a picture, in sides of the pictures that the model was trained on. */
    static final int SIDE_FACTOR = 4;

    /** Bytes of an uploaded file. */
    static final int UPLOAD_BYTES = 8 << 20;

    /** Pixels of an uploaded picture; known before it is unpacked, as a small file can hold a large one. */
    static final long UPLOAD_PIXELS = 1L << 25;

    /** Bytes of a request: one file in Base64, which takes four bytes for three, and a little text. */
    static final int BODY_BYTES = UPLOAD_BYTES / 3 * 4 + (64 << 10);

    /** Requests that may wait. */
    static final int WAITING = 32;

    private Limits() {}
}
