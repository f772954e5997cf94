package org.gatun.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Pictures with their classes, in two splits: those of a folder, of a list, or of a packed file.
 *
 * <ul>
 *   <li>Of a folder, the names of the first-level sub-folders are the classes. Where it has sub-folders {@code train} and
 *       {@code val}, these are the splits and hold the classes. Pictures that lie in the folder itself form a class with its name.
 *       Hidden files and folders are passed over; symbolic links are followed. Paths are sorted.
 *   <li>A list is a text file ({@code .txt}) with a path a line, below its own folder or absolute, in the order that is to be. The
 *       folder in which a picture lies is its class.
 *   <li>A packed file is what {@link ImagePack} writes; it has the classes and the splits of what was packed.
 * </ul>
 *
 * <p>Where the pictures have no splits of their own, some are held out by a hash of their path below the folder, or as the list
 * names them: the same ones on every machine, and when others are added.
 *
 * @param root the folder, list or packed file
 * @param classes sorted names; a picture's label is an index into this list
 * @param train pictures to train on
 * @param val held-out pictures; may be empty
 */
public record ImageDataset(Path root, List<String> classes, ImageSplit train, ImageSplit val) {
    /** Share of the pictures that is held out by default. */
    public static final double DEFAULT_HELD_OUT_SHARE = 0.1;

    static final String TRAIN = "train";
    static final String VAL = "val";

    public ImageDataset {
        classes = List.copyOf(classes);
    }

    /** Opens a data set, with {@link #DEFAULT_HELD_OUT_SHARE}. */
    public static ImageDataset open(Path path) {
        return open(path, DEFAULT_HELD_OUT_SHARE);
    }

    /**
     * Opens a data set. The pictures themselves aren't looked at.
     *
     * @param path a folder, a list or a packed file
     * @param heldOutShare share of the pictures that is held out, in [0, 1), where there are no splits already; if it is above 0, at
     *     least one of two or more pictures is
     * @throws DataException if {@code path} is none of them, can't be read or has no pictures to train on
     */
    public static ImageDataset open(Path path, double heldOutShare) {
        HoldOut holdOut = new HoldOut(heldOutShare);
        if (Files.isDirectory(path)) {
            return ImageFolder.open(path, holdOut);
        }
        if (!Files.exists(path)) {
            throw new DataException("No pictures at " + path + ": it does not exist");
        }
        if (ImagePack.isPack(path)) {
            return ImagePack.open(path);
        }
        if (ImageList.isList(path)) {
            return ImageList.open(path, holdOut);
        }
        throw new DataException("No pictures at " + path
                + ": it is a file, but neither a list of pictures (.txt) nor what \"gatun pack\" writes");
    }

    /**
     * This data set's training pictures, with those of another to measure with.
     *
     * @throws DataException if the other has a class that this one lacks
     */
    public ImageDataset withVal(ImageDataset other) {
        requireKnown(other.root, other.classes, root, classes);
        List<LabeledImage> relabeled = other.all().images().stream()
                .map(image -> image.withLabel(classes.indexOf(other.classes.get(image.label()))))
                .toList();
        return new ImageDataset(root, classes, train, new ImageSplit(VAL, other.train.directory(), relabeled));
    }

    /** The pictures of both splits. */
    public ImageSplit all() {
        List<LabeledImage> images = new ArrayList<>(train.images());
        images.addAll(val.images());
        return new ImageSplit("all", train.directory(), images);
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

    /** A picture's file, its name by {@code /} on every system, and its class. */
    record Found(Path file, String name, String className) {}

    /** Of pictures that lie in two places already. */
    static ImageDataset ofSplits(Path root, List<Found> train, List<Found> val) {
        List<String> classes = classes(train);
        requireKnown(root.resolve(VAL), classes(val), root.resolve(TRAIN), classes);
        return new ImageDataset(root, classes, split(TRAIN, root, train, classes), split(VAL, root, val, classes));
    }

    /** Of pictures some of which are to be held out. */
    static ImageDataset ofHoldOut(Path root, List<Found> all, HoldOut holdOut) {
        Set<String> heldOut =
                holdOut.choose(new TreeSet<>(all.stream().map(Found::name).toList()));
        List<String> classes = classes(all);
        List<Found> train =
                all.stream().filter(found -> !heldOut.contains(found.name())).toList();
        List<Found> val =
                all.stream().filter(found -> heldOut.contains(found.name())).toList();
        return new ImageDataset(root, classes, split(TRAIN, root, train, classes), split(VAL, root, val, classes));
    }

    private static List<String> classes(List<Found> all) {
        return all.stream().map(Found::className).distinct().sorted().toList();
    }

    private static ImageSplit split(String name, Path root, List<Found> found, List<String> classes) {
        return new ImageSplit(
                name,
                Files.isDirectory(root) ? root : root.toAbsolutePath().getParent(), // a list's own folder
                found.stream()
                        .map(each -> new LabeledImage(each.file(), classes.indexOf(each.className())))
                        .toList());
    }

    private static void requireKnown(Path from, List<String> classes, Path knownFrom, List<String> known) {
        Set<String> unknown = new TreeSet<>(classes);
        known.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new DataException(from + " has classes that " + knownFrom + " lacks: " + String.join(", ", unknown));
        }
    }
}
