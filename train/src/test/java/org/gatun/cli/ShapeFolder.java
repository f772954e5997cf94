package org.gatun.cli;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A folder of drawn pictures in two classes, {@code discs} (blue) and {@code squares} (red). */
final class ShapeFolder {

    static final int SIZE = 16;

    private ShapeFolder() {}

    /** Writes {@code perClass} pictures of each class; each has its shape in another place and size. */
    static Path write(Path directory, int perClass) throws IOException {
        for (int i = 0; i < perClass; i++) {
            int side = 6 + i % 4;
            int left = i % 5;
            int top = i % 7;
            save(picture(Color.BLUE, new Ellipse2D.Double(left, top, side, side)), directory.resolve("discs"), i);
            save(picture(Color.RED, new Rectangle(left, top, side, side)), directory.resolve("squares"), i);
        }
        return directory;
    }

    private static BufferedImage picture(Color color, Shape shape) {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, SIZE, SIZE);
        graphics.setColor(color);
        graphics.fill(shape);
        graphics.dispose();
        return image;
    }

    private static void save(BufferedImage image, Path folder, int number) throws IOException {
        Files.createDirectories(folder);
        ImageIO.write(image, "png", folder.resolve("%02d.png".formatted(number)).toFile());
    }
}
