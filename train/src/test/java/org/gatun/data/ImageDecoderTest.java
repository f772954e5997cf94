package org.gatun.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gatun.data.TestImages.decode;
import static org.gatun.data.TestImages.halves;
import static org.gatun.data.TestImages.pixel;
import static org.gatun.data.TestImages.plain;
import static org.gatun.data.TestImages.write;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {
    private static final int SIZE = 8;
    private static final ImageTransform MIDDLE = ImageTransform.evaluation(SIZE);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "gif"})
    void redIsPlusOneMinusOneMinusOneInLosslessFormats(String format) throws IOException {
        Path file = write(plain(20, 30, 0xFF0000), folder.resolve("red." + format));

        assertThat(pixel(decode(MIDDLE, file), SIZE, 3, 4)).containsExactly(1, -1, -1);
    }

    @Test
    void redIsNearlyPlusOneMinusOneMinusOneInJpeg() throws IOException {
        Path file = write(plain(20, 30, 0xFF0000), folder.resolve("red.jpg"));

        assertClose(pixel(decode(MIDDLE, file), SIZE, 3, 4), 1, -1, -1, 0.03f);
    }

    @Test
    void webpIsRead() throws IOException {
        // A single red pixel, lossless.
        byte[] bytes = Base64.getDecoder().decode("UklGRhwAAABXRUJQVlA4TA8AAAAvAAAAAAcQ/Y/+ByKi/wEA");
        Path file = Files.write(folder.resolve("pixel.webp"), bytes);

        assertThat(pixel(decode(MIDDLE, file), SIZE, 0, 0)).containsExactly(1, -1, -1);
    }

    @Test
    void channelsLastKeepsTheThreeNumbersOfAPixelTogether() throws IOException {
        Path file = write(plain(8, 8, 0xFF0000), folder.resolve("red.png"));
        var transform = new ImageTransform(SIZE, Crop.CENTER, false, PixelLayout.CHANNELS_LAST);

        assertThat(Arrays.copyOf(decode(transform, file), 6)).containsExactly(1, -1, -1, 1, -1, -1);
    }

    @Test
    void transparentPartsAreWhite() throws IOException {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0xFF0000FF);
        image.setRGB(1, 0, 0x800000FF);
        Path file = write(image, folder.resolve("alpha.png"));

        float[] decoded = decode(MIDDLE, file);

        assertThat(pixel(decoded, SIZE, 0, 0)).containsExactly(-1, -1, 1);
        assertClose(pixel(decoded, SIZE, 0, 1), 0, 0, 1, 0.01f);
        assertThat(pixel(decoded, SIZE, 5, 5)).containsExactly(1, 1, 1);
    }

    @ParameterizedTest
    @CsvSource({"10, 51", "11, 13107"})
    void greyKeepsItsNumberWithEightAndSixteenBits(int imageType, int sample) throws IOException {
        BufferedImage image = new BufferedImage(8, 8, imageType);
        int[] samples = new int[64];
        Arrays.fill(samples, sample);
        image.getRaster().setSamples(0, 0, 8, 8, 0, samples);
        Path file = write(image, folder.resolve("grey.png"));

        // 51 of 255 and 13107 of 65535 are one fifth.
        assertClose(pixel(decode(MIDDLE, file), SIZE, 2, 2), -0.6f, -0.6f, -0.6f, 1e-6f);
    }

    @ParameterizedTest
    @CsvSource({"0, 51", "1, 13107"})
    void greyKeepsItsNumberAlsoWithTransparency(int transferType, int sample) throws IOException {
        var model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY), true, false, Transparency.TRANSLUCENT, transferType);
        WritableRaster raster = model.createCompatibleWritableRaster(8, 8);
        raster.setPixel(2, 2, new int[] {sample, transferType == DataBuffer.TYPE_BYTE ? 255 : 65535});
        Path file = write(new BufferedImage(model, raster, false, null), folder.resolve("grey-alpha.png"));

        float[] decoded = decode(MIDDLE, file);

        assertClose(pixel(decoded, SIZE, 2, 2), -0.6f, -0.6f, -0.6f, 1e-6f);
        assertThat(pixel(decoded, SIZE, 0, 0)).containsExactly(1, 1, 1);
    }

    @Test
    void sixteenBitColoursAreRoundedToEight() throws IOException {
        var model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
        WritableRaster raster = model.createCompatibleWritableRaster(8, 8);
        raster.setPixel(2, 2, new int[] {13107, 0, 65535});
        Path file = write(new BufferedImage(model, raster, false, null), folder.resolve("deep.png"));

        assertClose(pixel(decode(MIDDLE, file), SIZE, 2, 2), -0.6f, -1, 1, 1e-6f);
    }

    @Test
    void palettesBecomeTheirColours() throws IOException {
        byte[] red = {0, (byte) 255};
        byte[] green = {(byte) 255, 0};
        byte[] blue = {0, 0};
        BufferedImage image =
                new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_BINARY, new IndexColorModel(1, 2, red, green, blue));
        image.getRaster().setSample(3, 2, 0, 1);
        Path file = write(image, folder.resolve("palette.png"));

        float[] decoded = decode(MIDDLE, file);

        assertThat(pixel(decoded, SIZE, 2, 3)).containsExactly(1, -1, -1);
        assertThat(pixel(decoded, SIZE, 0, 0)).containsExactly(-1, 1, -1);
    }

    @Test
    void cmykJpegAsPhotoshopWritesItBecomesRgb() throws IOException {
        WritableRaster cmyk = Raster.createInterleavedRaster(0, 16, 16, 4, null);
        for (int y = 0; y < 16; y++) {
            for (int x = 0; x < 16; x++) {
                cmyk.setPixel(x, y, new int[] {255, 0, 0, 255});
            }
        }
        Path file = folder.resolve("cmyk.jpg");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(new IIOImage(cmyk, null, null));
        } finally {
            writer.dispose();
        }
        // Adobe's marker, without a colour transform, says that the numbers are inverted: 255 is no ink.
        byte[] adobe = {(byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        Files.write(file, withSegment(Files.readAllBytes(file), adobe));

        float[] pixel = pixel(decode(MIDDLE, file), SIZE, 4, 4);

        assertThat(pixel[0]).isGreaterThan(0.6f);
        assertThat(pixel[1]).isLessThan(-0.6f);
        assertThat(pixel[2]).isLessThan(-0.6f);
    }

    @Test
    void theMiddleSquareIsCut() throws IOException {
        BufferedImage image = plain(24, 8, 0x000000);
        image.getSubimage(8, 0, 8, 8).setData(plain(8, 8, 0x00FF00).getData());
        Path file = write(image, folder.resolve("wide.png"));

        float[] decoded = decode(MIDDLE, file);

        for (int x = 0; x < SIZE; x++) {
            assertThat(pixel(decoded, SIZE, 4, x)).containsExactly(-1, 1, -1);
        }
    }

    @Test
    void aFinePatternBecomesEvenGreyWhenShrunk() throws IOException {
        BufferedImage image = plain(100, 100, 0x000000);
        for (int y = 0; y < 100; y++) {
            for (int x = 0; x < 100; x++) {
                image.setRGB(x, y, (x + y) % 2 == 0 ? 0xFFFFFF : 0);
            }
        }
        Path file = write(image, folder.resolve("checkered.png"));

        for (float value : decode(MIDDLE, file)) {
            assertThat(value).isCloseTo(0, within(0.1f));
        }
    }

    @ParameterizedTest
    @EnumSource(Crop.class)
    void smallPicturesAreEnlarged(Crop crop) throws IOException {
        Path file = write(plain(3, 5, 0x0000FF), folder.resolve("small.png"));

        float[] decoded = decode(new ImageTransform(SIZE, crop, false, PixelLayout.CHANNELS_FIRST), file);

        assertThat(pixel(decoded, SIZE, 7, 7)).containsExactly(-1, -1, 1);
    }

    @ParameterizedTest(name = "orientation {0}")
    @CsvSource({
        // For a stored picture with a white upper left quarter: where it is when the picture is upright.
        "1, 0, 0",
        "2, 0, 7",
        "3, 7, 7",
        "4, 7, 0",
        "5, 0, 0",
        "6, 0, 7",
        "7, 7, 7",
        "8, 7, 0"
    })
    void photographsAreTurnedUpright(int orientation, int y, int x) throws IOException {
        BufferedImage image = plain(32, 32, 0x000000);
        image.getSubimage(0, 0, 16, 16).setData(plain(16, 16, 0xFFFFFF).getData());
        Path file = write(image, folder.resolve("photograph.jpg"));
        Files.write(file, withOrientation(Files.readAllBytes(file), orientation));

        float[] decoded = decode(MIDDLE, file);

        assertClose(pixel(decoded, SIZE, y, x), 1, 1, 1, 0.1f);
        assertClose(pixel(decoded, SIZE, 7 - y, 7 - x), -1, -1, -1, 0.1f);
    }

    @Test
    void aTransposingOrientationSwapsTheSides() throws IOException {
        // Stored 48 x 16 with its left third white; upright after a quarter turn clockwise, the upper third is white.
        BufferedImage image = halves(48, 16, 0xFFFFFF, 0x000000);
        Path file = write(image, folder.resolve("photograph.jpg"));
        Files.write(file, withOrientation(Files.readAllBytes(file), 6));

        RgbImage decoded =
                new ImageDecoder(new ImageTransform(SIZE, Crop.RANDOM, false, PixelLayout.CHANNELS_FIRST)).decode(file);

        assertThat(List.of(decoded.width(), decoded.height())).containsExactly(8, 24);
        assertThat(decoded.pixels().toArray(ValueLayout.JAVA_BYTE)[0] & 0xFF).isGreaterThan(240);
    }

    @Test
    void theOwnSizeOfAPhotographIsThatOfTheUprightPicture() throws IOException {
        Path file = write(plain(48, 16, 0), folder.resolve("photograph.jpg"));
        Files.write(file, withOrientation(Files.readAllBytes(file), 6));

        assertThat(new PictureFile(file, new PictureKind.Color()).ownSize(16)).containsExactly(48, 16);
    }

    @Test
    void filesThatAreNoPicturesAreNamedUnreadable() throws IOException {
        Path text = Files.writeString(folder.resolve("text.png"), "no picture");
        Path empty = Files.createFile(folder.resolve("empty.jpg"));

        assertThatThrownBy(() -> decode(MIDDLE, text))
                .isInstanceOfSatisfying(
                        UnreadableImageException.class,
                        e -> assertThat(e.file()).isEqualTo(text))
                .hasMessage("not a picture");
        assertThatThrownBy(() -> decode(MIDDLE, empty)).hasMessage("empty file");
        assertThatThrownBy(() -> decode(MIDDLE, folder.resolve("gone.png"))).hasMessage("the file is gone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void truncatedPicturesAreUnreadable(String format) throws IOException {
        BufferedImage image = halves(64, 64, 0x123456, 0xFEDCBA);
        for (int i = 0; i < 64; i++) {
            image.setRGB(i, (i * 37) % 64, i * 0x31415);
        }
        Path file = write(image, folder.resolve("cut." + format));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length * 2 / 3));

        assertThatThrownBy(() -> decode(MIDDLE, file)).isInstanceOf(UnreadableImageException.class);
    }

    @Test
    void picturesOfAbsurdShapeAreUnreadable() throws IOException {
        Path file = write(plain(1000, 2, 0), folder.resolve("line.png"));

        assertThatThrownBy(() -> decode(MIDDLE, file)).hasMessageContaining("1000x2");
    }

    /** Gives a JPEG file EXIF data with an orientation alone. */
    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(26);
        tiff.putShort((short) 0x4D4D).putShort((short) 42).putInt(8);
        tiff.putShort((short) 1);
        tiff.putShort((short) 274)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putInt(0);
        byte[] identifier = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer segment = ByteBuffer.allocate(4 + identifier.length + tiff.capacity());
        segment.putShort((short) 0xFFE1).putShort((short) (segment.capacity() - 2));
        segment.put(identifier).put(tiff.array());
        return withSegment(jpeg, segment.array());
    }

    /** Puts a segment after the start marker of a JPEG file. */
    private static byte[] withSegment(byte[] jpeg, byte[] segment) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(jpeg, 0, 2);
        file.writeBytes(segment);
        file.write(jpeg, 2, jpeg.length - 2);
        return file.toByteArray();
    }

    @Test
    void aPictureInMemoryIsReadAsItsFileIs() throws IOException {
        PictureKind kind = new PictureKind.Color();
        Path file = write(halves(20, 30, 0xFF0000, 0x0000FF), folder.resolve("halves.png"));
        assertThat(PictureFile.read(Files.readAllBytes(file), 600, kind, 10, 5).values())
                .isEqualTo(new PictureFile(file, kind).read(10, 5).values());
    }

    @Test
    void picturesOfMorePixelsThanAllowedAreRefused() throws IOException {
        byte[] file = Files.readAllBytes(write(plain(20, 30, 0xFF0000), folder.resolve("red.png")));
        assertThatThrownBy(() -> PictureFile.read(file, 599, new PictureKind.Color(), 8, 8))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessage("20x30 pixels are too many");
    }

    private static void assertClose(float[] pixel, float red, float green, float blue, float tolerance) {
        assertThat(pixel[0]).isCloseTo(red, within(tolerance));
        assertThat(pixel[1]).isCloseTo(green, within(tolerance));
        assertThat(pixel[2]).isCloseTo(blue, within(tolerance));
    }
}
