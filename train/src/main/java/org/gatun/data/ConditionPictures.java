package org.gatun.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Second pictures of a split's, cropped and mirrored as they are: depth maps, segmentation maps, another style.
 *
 * @param files one for each picture of the split, in its order
 * @param transform what is done to them; crop and flip must be those of the pictures
 */
public record ConditionPictures(List<Path> files, ImageTransform transform) {
    private static final List<String> ENDINGS = List.of("png", "jpg", "jpeg", "JPEG", "webp", "gif", "bmp");

    public ConditionPictures {
        files = List.copyOf(files);
    }

    /** Something that is told of the pictures themselves. */
    public static ConditionPictures ofThemselves(ImageSplit split, ImageTransform transform) {
        return new ConditionPictures(
                split.images().stream().map(LabeledImage::file).toList(), transform);
    }

    /**
     * Those with the same names, but for their endings, below another folder.
     *
     * @param conditions where they lie as the pictures do below {@link ImageSplit#directory}
     * @throws DataException if one of them is not there, or a picture lies elsewhere; the message names it
     */
    public static ConditionPictures paired(ImageSplit split, Path conditions, ImageTransform transform) {
        if (!Files.isDirectory(conditions)) {
            throw new DataException("No folder of conditions at " + conditions
                    + (Files.exists(conditions) ? ": it is a file" : ": it does not exist"));
        }
        return new ConditionPictures(
                split.images().stream()
                        .map(image -> partner(image.file(), split.directory(), conditions))
                        .toList(),
                transform);
    }

    private static Path partner(Path file, Path directory, Path conditions) {
        Path below = absolute(directory).relativize(absolute(file));
        if (below.startsWith("..")) {
            throw new DataException("The picture " + file + " lies outside of " + directory
                    + ": conditions are found by a picture's name below that folder");
        }
        Path same = conditions.resolve(below);
        String name = same.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String base = dot < 0 ? name : name.substring(0, dot);
        return Stream.concat(Stream.of(same), ENDINGS.stream().map(ending -> same.resolveSibling(base + "." + ending)))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new DataException("The picture " + file + " has no condition: there is no "
                        + same.resolveSibling(base + ".png") + " (or of another ending)"));
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
