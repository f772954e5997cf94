package org.gatun.cli;

import org.gatun.data.PictureKind;
import picocli.CommandLine.Option;

/** What the files of a data set hold. */
final class KindOptions {

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "picture",
            description = "What the files hold: picture (default), depth (float32 in RGBA bytes, or grey), or"
                    + " segmentation (class indices; needs --labels).")
    private String kind;

    @Option(names = "--labels", paramLabel = "N", description = "Classes of segmentation maps.")
    private Integer labels;

    PictureKind kind() {
        if (labels != null && !kind.equals("segmentation")) {
            throw new UserException("--labels is for --kind segmentation");
        }
        return switch (kind) {
            case "picture" -> new PictureKind.Color();
            case "depth" -> new PictureKind.Depth();
            case "segmentation" -> {
                if (labels == null) {
                    throw new UserException("--kind segmentation needs --labels, the number of classes");
                }
                yield new PictureKind.Segmentation(labels);
            }
            default -> throw new UserException("no kind \"" + kind + "\": picture, depth or segmentation");
        };
    }
}
