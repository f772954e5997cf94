package org.gatun.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Cuts an {@link IconSet} into an ordinary folder of pictures: {@code train/<class>/<name>.png} and
 * {@code val/<class>/<name>.png}, a class for each category.
 *
 * <p>Skin-tone variants, icons that the set hides or gives no category, icons that look exactly like another, and
 * categories with fewer than {@code minClassSize} icons are left out, and counted in the {@link IconFolderManifest}. What
 * is held out is decided by the name without tone, gender and direction, so that {@code man-running} and
 * {@code woman-running} are on the same side.
 *
 * @param size side of the pictures in pixels
 * @param minClassSize a category with fewer icons than this is left out
 * @param heldOutShare share of the icon families in {@code val}, in [0, 1)
 */
public record IconFolderWriter(int size, int minClassSize, double heldOutShare) {
    static final String MANIFEST = "icons.json";
    private static final int FORMAT = 1;

    private record Drawing(String name, String className, boolean heldOut, byte[] png) {}

    public IconFolderWriter {
        if (size < 1 || minClassSize < 1) {
            throw new IllegalArgumentException("size and minClassSize must be positive: " + size + ", " + minClassSize);
        }
    }

    /** Pictures of this size, a tenth of them held out, no class with fewer than 40 icons. */
    public IconFolderWriter(int size) {
        this(size, 40, 0.1);
    }

    /**
     * Writes the folder, or finds it written already for the same set and settings. It appears at once when it is complete:
     * a run that is stopped leaves {@code directory} as it was. A folder written for other settings is replaced; any other
     * folder with something in it is left alone.
     *
     * @throws DataException if {@code directory} holds something else, can't be written, or no icon is left to draw
     */
    public IconFolderManifest write(IconSet set, Path directory) {
        var request = new IconFolderManifest.Request(
                FORMAT, set.prefix(), set.lastModified(), set.names().size(), size, minClassSize, heldOutShare);
        try {
            Optional<IconFolderManifest> present = readManifest(directory);
            if (present.isPresent()
                    && present.get().request().equals(request)
                    && isComplete(directory, present.get())) {
                return present.get();
            }
            if (present.isEmpty() && Files.exists(directory) && !isEmptyDirectory(directory)) {
                throw new DataException(
                        directory + " exists and was not written from an icon set: name another folder");
            }
            return draw(set, request, directory.toAbsolutePath());
        } catch (IOException e) {
            throw new DataException("Can't write the pictures of " + set.prefix() + " to " + directory + ": " + e, e);
        }
    }

    private IconFolderManifest draw(IconSet set, IconFolderManifest.Request request, Path directory)
            throws IOException {
        IconNames names = new IconNames(set);
        Map<String, List<String>> classes = new TreeMap<>();
        int toneVariants = 0;
        int uncategorized = 0;
        for (String name : set.names()) {
            Optional<String> category = set.category(name);
            if (category.isEmpty() || set.icon(name).hidden()) {
                uncategorized++;
            } else if (names.isToneVariant(name)) {
                toneVariants++;
            } else {
                classes.computeIfAbsent(category.get(), c -> new ArrayList<>()).add(name);
            }
        }
        Map<String, Integer> smallClasses = new TreeMap<>();
        classes.forEach((category, members) -> {
            if (members.size() < minClassSize) {
                smallClasses.put(category, members.size());
            }
        });
        classes.keySet().removeAll(smallClasses.keySet());
        if (classes.isEmpty()) {
            throw new DataException("The icon set " + set.prefix() + " has no category with " + minClassSize
                    + " icons or more: nothing to draw");
        }

        List<String> undrawable = new ArrayList<>();
        List<Drawing> drawings = distinct(drawAll(set, names, classes, undrawable));
        int drawable = classes.values().stream().mapToInt(List::size).sum() - undrawable.size();
        var manifest = new IconFolderManifest(
                request,
                countByClass(drawings, false),
                countByClass(drawings, true),
                toneVariants,
                uncategorized,
                drawable - drawings.size(),
                smallClasses,
                List.copyOf(undrawable));
        replace(directory, drawings, manifest);
        return manifest;
    }

    private List<Drawing> drawAll(
            IconSet set, IconNames names, Map<String, List<String>> classes, List<String> undrawable) {
        HoldOut holdOut = new HoldOut(heldOutShare);
        record Task(String name, String className) {}
        List<Task> tasks = classes.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(name -> new Task(name, folderName(entry.getKey()))))
                .toList();
        List<Optional<Drawing>> drawn = tasks.parallelStream()
                .map(task -> png(set, task.name())
                        .map(png -> new Drawing(
                                task.name(), task.className(), holdOut.contains(names.family(task.name())), png)))
                .toList();
        for (int i = 0; i < drawn.size(); i++) {
            if (drawn.get(i).isEmpty()) {
                undrawable.add(tasks.get(i).name());
            }
        }
        return drawn.stream().flatMap(Optional::stream).toList();
    }

    private Optional<byte[]> png(IconSet set, String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(set.draw(name, size), "png", out);
        } catch (DataException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new AssertionError("a picture in memory can always be written to memory", e);
        }
        return Optional.of(bytes.toByteArray());
    }

    /** Keeps the first of drawings that are equal pixel for pixel (and so in their PNG bytes). */
    private static List<Drawing> distinct(List<Drawing> drawings) {
        Set<ByteBuffer> seen = new HashSet<>();
        return drawings.stream()
                .filter(drawing -> seen.add(ByteBuffer.wrap(drawing.png())))
                .toList();
    }

    private static Map<String, Integer> countByClass(List<Drawing> drawings, boolean heldOut) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Drawing drawing : drawings) {
            counts.merge(drawing.className(), drawing.heldOut() == heldOut ? 1 : 0, Integer::sum);
        }
        return counts;
    }

    private static void replace(Path directory, List<Drawing> drawings, IconFolderManifest manifest)
            throws IOException {
        Path parent = directory.getParent();
        Files.createDirectories(parent);
        Path work = Files.createTempDirectory(parent, "." + directory.getFileName() + ".");
        try {
            Path fresh = work.resolve("new");
            for (Drawing drawing : drawings) {
                Path folder = fresh.resolve(drawing.heldOut() ? "val" : "train").resolve(drawing.className());
                Files.createDirectories(folder);
                Files.write(folder.resolve(drawing.name() + ".png"), drawing.png());
            }
            Files.createDirectories(fresh.resolve("val"));
            mapper().writeValue(fresh.resolve(MANIFEST).toFile(), manifest);
            if (Files.exists(directory)) {
                Files.move(directory, work.resolve("old"), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            deleteTree(work);
        }
    }

    private static void deleteTree(Path root) throws IOException {
        List<Path> paths;
        try (Stream<Path> tree = Files.walk(root)) {
            paths = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }

    private static Optional<IconFolderManifest> readManifest(Path directory) throws IOException {
        Path file = directory.resolve(MANIFEST);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(mapper().readValue(file.toFile(), IconFolderManifest.class));
        } catch (JsonProcessingException e) {
            throw new DataException(
                    file + " is damaged; delete the folder to have it drawn again: " + e.getOriginalMessage(), e);
        }
    }

    private static boolean isComplete(Path directory, IconFolderManifest manifest) throws IOException {
        try (Stream<Path> tree = Files.walk(directory)) {
            long pictures =
                    tree.filter(path -> path.toString().endsWith(".png")).count();
            return pictures == manifest.trainSize() + manifest.valSize();
        }
    }

    private static boolean isEmptyDirectory(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> children = Files.list(path)) {
            return children.findAny().isEmpty();
        }
    }

    private static ObjectMapper mapper() {
        return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    }

    /** A category's name as a folder's: {@code Animals & Nature} is {@code animals-and-nature}. */
    private static String folderName(String category) {
        return category.toLowerCase(Locale.ROOT)
                .replace("&", " and ")
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
    }
}
