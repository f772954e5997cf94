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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.gatun.data.ImageDataset.Found;

/** Lists the pictures below a folder: see {@link ImageDataset}. */
final class ImageFolder {
    private static final Set<String> EXTENSIONS = readableExtensions();

    private ImageFolder() {}

    static ImageDataset open(Path directory, HoldOut holdOut) {
        Path train = directory.resolve(ImageDataset.TRAIN);
        Path val = directory.resolve(ImageDataset.VAL);
        return Files.isDirectory(train) && Files.isDirectory(val)
                ? ImageDataset.ofSplits(directory, pictures(train, directory), list(val, directory))
                : ImageDataset.ofHoldOut(directory, pictures(directory, directory), holdOut);
    }

    private static List<Found> pictures(Path root, Path folder) {
        List<Found> found = list(root, folder);
        if (found.isEmpty()) {
            throw new DataException("No pictures in " + root + " or its sub-folders: looked for files ending in "
                    + String.join(", ", EXTENSIONS));
        }
        return found;
    }

    /** The pictures below {@code root}; those in {@code root} itself get the class {@code folder}'s name. */
    private static List<Found> list(Path root, Path folder) {
        try (Stream<Path> tree = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            List<Found> found = new ArrayList<>();
            tree.filter(path -> isPicture(root.relativize(path)) && Files.isRegularFile(path))
                    .forEach(path -> found.add(found(root, path, folder)));
            found.sort((a, b) -> a.name().compareTo(b.name()));
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
