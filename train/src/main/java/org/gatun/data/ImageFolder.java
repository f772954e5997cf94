package org.gatun.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * The pictures below a folder in two splits, with the names of the first-level sub-folders as classes.
 *
 * <p>Where the folder has sub-folders {@code train} and {@code val}, these are the splits and hold the classes. Otherwise
 * pictures are held out by a hash of their path below the folder, so that the same pictures are held out on every machine
 * and when others are added. Pictures that lie in the folder itself form a class with the folder's name. Hidden files and
 * folders are passed over; symbolic links are followed. Paths are sorted, so everything is in the same order each time.
 *
 * @param classes sorted names; a picture's label is an index into this list
 * @param train pictures to train on
 * @param val held-out pictures; may be empty
 */
public record ImageFolder(Path directory, List<String> classes, ImageSplit train, ImageSplit val) {
    /** Share of the pictures that is held out by default. */
    public static final double DEFAULT_HELD_OUT_SHARE = 0.1;

    private static final Set<String> EXTENSIONS = readableExtensions();

    public ImageFolder {
        classes = List.copyOf(classes);
    }

    /** Lists a folder, with {@link #DEFAULT_HELD_OUT_SHARE}. */
    public static ImageFolder open(Path directory) {
        return open(directory, DEFAULT_HELD_OUT_SHARE);
    }

    /**
     * Lists a folder. The pictures themselves aren't opened.
     *
     * @param heldOutShare share of the pictures that is held out, in [0, 1), where the folder has no splits of its own; if
     *     it is above 0, at least one of two or more pictures is
     * @throws DataException if the folder is missing, can't be listed or has no pictures to train on
     */
    public static ImageFolder open(Path directory, double heldOutShare) {
        if (!Files.isDirectory(directory)) {
            throw new DataException("No folder of pictures at " + directory
                    + (Files.exists(directory) ? ": it is a file" : ": it does not exist"));
        }
        Path train = directory.resolve("train");
        Path val = directory.resolve("val");
        return Files.isDirectory(train) && Files.isDirectory(val)
                ? ofSplits(directory, list(train, directory), list(val, directory))
                : ofHoldOut(directory, list(directory, directory), new HoldOut(heldOutShare));
    }

    /** Number of pictures of each class in {@link #train} and {@link #val} together. */
    public Map<String, Integer> countByClass() {
        Map<String, Integer> counts = new TreeMap<>();
        classes.forEach(name -> counts.put(name, 0));
        Stream.of(train, val)
                .flatMap(split -> split.images().stream())
                .forEach(image -> counts.merge(classes.get(image.label()), 1, Integer::sum));
        return counts;
    }

    /** A picture found, with its path below the folder, by {@code /} on every system, and its class. */
    private record Found(Path file, String path, String className) {}

    private static ImageFolder ofSplits(Path directory, List<Found> train, List<Found> val) {
        requirePictures(train, directory.resolve("train"));
        List<String> classes = classes(train);
        Set<String> unknown = new TreeSet<>(classes(val));
        unknown.removeAll(classes);
        if (!unknown.isEmpty()) {
            throw new DataException(directory.resolve("val") + " has classes that " + directory.resolve("train")
                    + " lacks: " + String.join(", ", unknown));
        }
        return new ImageFolder(directory, classes, split("train", train, classes), split("val", val, classes));
    }

    private static ImageFolder ofHoldOut(Path directory, List<Found> all, HoldOut holdOut) {
        requirePictures(all, directory);
        Set<String> heldOut =
                holdOut.choose(new TreeSet<>(all.stream().map(Found::path).toList()));
        List<String> classes = classes(all);
        return new ImageFolder(
                directory,
                classes,
                split(
                        "train",
                        all.stream()
                                .filter(found -> !heldOut.contains(found.path()))
                                .toList(),
                        classes),
                split(
                        "val",
                        all.stream()
                                .filter(found -> heldOut.contains(found.path()))
                                .toList(),
                        classes));
    }

    private static List<String> classes(List<Found> all) {
        return all.stream().map(Found::className).distinct().sorted().toList();
    }

    private static ImageSplit split(String name, List<Found> found, List<String> classes) {
        return new ImageSplit(
                name,
                found.stream()
                        .map(each -> new LabeledImage(each.file(), classes.indexOf(each.className())))
                        .toList());
    }

    private static void requirePictures(List<Found> found, Path directory) {
        if (found.isEmpty()) {
            throw new DataException("No pictures in " + directory + " or its sub-folders: looked for files ending in "
                    + String.join(", ", EXTENSIONS));
        }
    }

    /** The pictures below {@code root}; those in {@code root} itself get the class {@code folder}'s name. */
    private static List<Found> list(Path root, Path folder) {
        try (Stream<Path> tree = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            List<Found> found = new ArrayList<>();
            tree.filter(path -> isPicture(root.relativize(path)) && Files.isRegularFile(path))
                    .forEach(path -> found.add(found(root, path, folder)));
            found.sort((a, b) -> a.path().compareTo(b.path()));
            return List.copyOf(found);
        } catch (IOException e) {
            throw new DataException("Can't list the pictures in " + root + ": " + e, e);
        } catch (UncheckedIOException e) {
            throw new DataException("Can't list the pictures in " + root + ": " + e.getCause(), e.getCause());
        }
    }

    private static Found found(Path root, Path file, Path folder) {
        Path relative = root.relativize(file);
        String className = relative.getNameCount() > 1 ? relative.getName(0).toString() : nameOf(folder);
        return new Found(
                file, relative.toString().replace(relative.getFileSystem().getSeparator(), "/"), className);
    }

    private static String nameOf(Path directory) {
        return directory.toAbsolutePath().normalize().getFileName().toString();
    }

    private static boolean isPicture(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        String name = relative.getFileName().toString();
        return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private static Set<String> readableExtensions() {
        Set<String> extensions = new TreeSet<>(Set.of("png", "jpg", "jpeg", "gif", "bmp", "webp"));
        extensions.retainAll(Arrays.asList(ImageIO.getReaderFileSuffixes()));
        return extensions;
    }
}
