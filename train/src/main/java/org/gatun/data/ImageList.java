package org.gatun.data;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gatun.data.ImageDataset.Found;

/** Reads a text file of paths, as the reference's {@code training_images_list_file} is: see {@link ImageDataset}. */
final class ImageList {
    private static final String ENDING = ".txt";

    private ImageList() {}

    static boolean isList(Path file) {
        return file.getFileName().toString().endsWith(ENDING);
    }

    /**
     * The listed pictures, whether they are there or not.
     *
     * @throws DataException if the file can't be read, is no text, lists nothing or something twice
     */
    static ImageDataset open(Path file, HoldOut holdOut) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        List<Found> found = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String line : lines(file)) {
            String name = line.strip();
            if (name.isEmpty()) {
                continue;
            }
            if (!names.add(name)) {
                throw new DataException(file + " lists " + name + " twice");
            }
            found.add(found(file, folder, name));
        }
        if (found.isEmpty()) {
            throw new DataException("No pictures in the list " + file + ": it has no line with a path");
        }
        return ImageDataset.ofHoldOut(file, found, holdOut);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw new DataException(file + " is no list of pictures: it is not a text in UTF-8", e);
        } catch (IOException e) {
            throw new DataException("Can't read the list " + file + ": " + e, e);
        }
    }

    private static Found found(Path list, Path folder, String name) {
        try {
            Path picture = folder.resolve(name).normalize();
            if (picture.getNameCount() > 1) {
                return new Found(
                        picture, name, picture.getParent().getFileName().toString());
            }
        } catch (InvalidPathException e) {
            throw new DataException(list + " lists \"" + name + "\": " + e.getReason(), e);
        }
        throw new DataException(list + " lists \"" + name + "\", which lies in no folder");
    }
}
