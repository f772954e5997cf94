package org.gatun.data;

import java.nio.file.Path;

/**
 * A picture file and its class.
 *
 * @param label index into {@link ImageFolder#classes()}
 */
public record LabeledImage(Path file, int label) {}
