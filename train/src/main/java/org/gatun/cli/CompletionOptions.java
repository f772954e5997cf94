package org.gatun.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.gatun.run.KeptRegion;
import picocli.CommandLine.Option;

/** A picture of which a part is kept. */
final class CompletionOptions {

    private static final int BOX = 4;

    @Option(
            names = "--complete",
            paramLabel = "PICTURE",
            description = "Keep a part of this picture, and draw the rest.")
    private Path picture;

    @Option(
            names = "--keep",
            paramLabel = "PART",
            defaultValue = "top-half",
            description = "What is kept: top-half (default), bottom-half, left-half, right-half, the upper share of the"
                    + " picture (0.25), or a box as shares: left,top,width,height (0.2,0.2,0.5,0.5).")
    private String keep;

    /** The picture to complete, or null. */
    Path picture() {
        return picture;
    }

    KeptRegion region() {
        return switch (keep) {
            case "top-half" -> new KeptRegion(0, 0, 1, 0.5);
            case "bottom-half" -> new KeptRegion(0, 0.5, 1, 0.5);
            case "left-half" -> new KeptRegion(0, 0, 0.5, 1);
            case "right-half" -> new KeptRegion(0.5, 0, 0.5, 1);
            default -> byNumbers();
        };
    }

    private KeptRegion byNumbers() {
        List<Double> shares;
        try {
            shares = Arrays.stream(keep.split(",")).map(Double::valueOf).toList();
        } catch (NumberFormatException e) {
            throw new UserException("--keep " + keep + " is neither a half, nor a share, nor a box");
        }
        return switch (shares.size()) {
            case 1 -> new KeptRegion(0, 0, 1, shares.getFirst());
            case BOX -> new KeptRegion(shares.get(0), shares.get(1), shares.get(2), shares.get(3));
            default -> throw new UserException("--keep " + keep + " is neither a half, nor a share, nor a box");
        };
    }
}
