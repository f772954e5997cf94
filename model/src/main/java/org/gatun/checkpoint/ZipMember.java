package org.gatun.checkpoint;

/** An entry of a zip archive, as the central directory describes it. */
record ZipMember(String name, int method, long compressedSize, long size, long headerOffset) {
    static final int STORED = 0;
    static final int DEFLATED = 8;
}
