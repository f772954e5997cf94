package org.gatun.serve;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.gatun.plot.Pictures;
import org.gatun.run.KnownCodes;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.gatun.train.Sheets;
import org.gatun.vqgan.VqModel;

/**
 * Codes as PNG files, whole or in part.
 *
 * @param model decodes them
 * @param rows codes in a column of a picture
 * @param columns codes in a row of a picture
 * @param known codes that were there from the start, or null
 */
record CodePictures(VqModel model, int rows, int columns, KnownCodes known) {

    /** More are decoded one part after another: a decoder's features take some hundred times the memory of pictures. */
    private static final long PIXELS_AT_ONCE = 1L << 20;

    /**
     * Files of whole pictures.
     *
     * @param codes int64 (B, rows * columns), or (B, rows, columns)
     */
    List<byte[]> decode(Tensor codes) {
        return encode(codes, _ -> true);
    }

    /**
     * Files of pictures that are transparent where there is no code yet.
     *
     * @param codes as for {@link #decode}, of any value where there is none
     * @param isDrawn whether the code at a place, in raster order, was drawn
     */
    List<byte[]> decodePart(Tensor codes, IntPredicate isDrawn) {
        IntPredicate isThere = place -> isDrawn.test(place) || known != null && known.known()[place];
        if (known == null) {
            return encode(codes, isThere);
        }
        try (TensorScope _ = TensorScope.open()) {
            long[] marks = IntStream.range(0, known.known().length)
                    .mapToLong(place -> known.known()[place] ? 1 : 0)
                    .toArray();
            Tensor isKnown =
                    Tensor.of(marks, 1, rows, columns).to(codes.device()).ne(0);
            // A sampler may not have come to the known codes yet.
            return encode(Torch.where(isKnown, known.codes(), codes.view(-1, rows, columns)), isThere);
        }
    }

    private List<byte[]> encode(Tensor codes, IntPredicate isThere) {
        List<byte[]> files = new ArrayList<>();
        long pixels = codes.size(0) * rows * columns * codePixels() * codePixels();
        try (TensorScope _ = TensorScope.open()) {
            for (Tensor part : codes.view(-1, rows, columns).chunk(Math.ceilDiv(pixels, PIXELS_AT_ONCE))) {
                encode(part, isThere, files);
            }
        }
        return files;
    }

    private void encode(Tensor codes, IntPredicate isThere, List<byte[]> files) {
        try (TensorScope _ = TensorScope.open()) {
            Pictures pictures = Sheets.pictures(model.decodeIndices(codes));
            for (int i = 0; i < pictures.count(); i++) {
                BufferedImage image = pictures.image(i);
                clear(image, isThere);
                files.add(png(image));
            }
        }
    }

    /** Makes the pixels of codes that are not there transparent. */
    private void clear(BufferedImage image, IntPredicate isThere) {
        int side = codePixels();
        int[] transparent = new int[side * side];
        for (int place = 0; place < rows * columns; place++) {
            if (!isThere.test(place)) {
                image.setRGB(place % columns * side, place / columns * side, side, side, transparent, 0, side);
            }
        }
    }

    /** Pixels on a side of what one code stands for. */
    private int codePixels() {
        return model.config().autoencoder().downsamplingFactor();
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }
}
