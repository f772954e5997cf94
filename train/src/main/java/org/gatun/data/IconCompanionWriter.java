package org.gatun.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Draws the icons of a set under the names of pictures that are there already, so that the two folders are pairs.
 *
 * @param size side of the pictures in pixels
 */
public record IconCompanionWriter(int size) {
    private static final String PNG = ".png";

    /**
     * Draws an icon for each picture below {@code pictures}, in the same place below {@code directory}; what is there already stays.
     *
     * @return how many there are
     * @throws DataException if the set lacks one of them, or they can't be written
     */
    public int write(IconSet set, Path pictures, Path directory) {
        try (Stream<Path> tree = Files.walk(pictures)) {
            List<Path> files =
                    tree.filter(file -> file.toString().endsWith(PNG)).toList();
            files.parallelStream().forEach(file -> draw(set, file, directory.resolve(pictures.relativize(file))));
            return files.size();
        } catch (IOException e) {
            throw new DataException("Can't list the pictures in " + pictures + ": " + e, e);
        }
    }

    private void draw(IconSet set, Path picture, Path target) {
        if (Files.exists(target)) {
            return;
        }
        String file = picture.getFileName().toString();
        String name = file.substring(0, file.length() - PNG.length());
        if (!set.contains(name)) {
            throw new DataException(
                    "The icon set " + set.prefix() + " has no icon " + name + ", which is in " + picture);
        }
        try {
            Files.createDirectories(target.getParent());
            ImageIO.write(set.draw(name, size), "png", target.toFile());
        } catch (IOException e) {
            throw new DataException("Can't write " + target + ": " + e, e);
        }
    }
}
