package org.gatun.train;

import java.nio.file.Path;

/**
 * How a transformer gets its codes.
 *
 * @param folder where the codes of a data set are kept, and found again
 * @param views how each picture is seen; on the fly, as crop and whether pictures are mirrored at random
 * @param onTheFly whether pictures are encoded each time anew instead of once
 */
public record CodeOptions(Path folder, Views views, boolean onTheFly) {}
