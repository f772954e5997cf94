package org.gatun.torch;

/** libtorch is missing, or is not one that Gatun can use. The message says which, and what to do. */
public final class LibTorchNotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LibTorchNotFoundException(String message) {
        super(message);
    }

    LibTorchNotFoundException(String message, Throwable cause) {
        super(message, cause);
    }
}
