package org.gatun.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.gatun.data.PictureKind;
import org.gatun.gpt.SamplingOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleRequestReaderTest {

    private static final ModelDescription FIXED =
            new ModelDescription("fixed", Conditioning.NONE, null, List.of(), false, 16, 4, 8, 8, 8, false);

    private static SampleRequest read(ModelDescription model, String json) {
        return new SampleRequestReader(model).read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static SampleRequest read(String json) {
        return read(StepwiseModel.DESCRIPTION, json);
    }

    private static void assertRefused(ModelDescription model, String json, String message) {
        assertThatThrownBy(() -> read(model, json))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.status()).isEqualTo(400))
                .hasMessageContaining(message);
    }

    @Test
    void whatIsLeftOutHasADefault() {
        SampleRequest request = read("{\"class\": \"squares\"}");
        assertThat(request.label()).isEqualTo(1);
        assertThat(request.count()).isEqualTo(1);
        assertThat(request.options()).isEqualTo(SamplingOptions.DEFAULT);
        assertThat(request.width()).isEqualTo(8);
        assertThat(request.height()).isEqualTo(8);
        assertThat(request.seed()).isNotNegative();
        assertThat(request.completion()).isNull();
    }

    @Test
    void everythingCanBeSaid() {
        SampleRequest request = read("""
                {"class": 1, "count": 3, "temperature": 0.5, "top_k": 5, "top_p": 0.75, "guidance": 2.5,
                 "seed": 9007199254740991, "width": 32, "height": 12}
                """);
        assertThat(request)
                .isEqualTo(new SampleRequest(
                        1, null, 3, new SamplingOptions(0.5, 5, 0.75, 2.5, false), 9007199254740991L, 32, 12, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    nonsense                          | the request is not JSON
                    [1, 2]                            | the request must be a JSON object
                    {"class": 0, "tmperature": 1}     | there is no "tmperature" in the request, only class, condition, count
                    {}                                | "class" is missing
                    {"class": "dogs"}                 | "class" must be one of discs, squares, or a number from 0 to 1, not "dogs"
                    {"class": 2}                      | or a number from 0 to 1, not 2
                    {"class": -1}                     | or a number from 0 to 1, not -1
                    {"class": 0.5}                    | or a number from 0 to 1, not 0.5
                    {"class": 0, "count": 0}          | "count" must be a whole number from 1 to 16, not 0
                    {"class": 0, "count": 17}         | "count" must be a whole number from 1 to 16, not 17
                    {"class": 0, "count": "2"}        | "count" must be a whole number from 1 to 16, not "2"
                    {"class": 0, "temperature": 0}    | temperature must be above 0
                    {"class": 0, "temperature": "a"}  | "temperature" must be a number, not "a"
                    {"class": 0, "top_k": -1}         | "top_k" must be a whole number from 0
                    {"class": 0, "top_p": 1.5}        | top_p must be in (0, 1], not 1.5
                    {"class": 0, "guidance": 1e999}   | the guidance scale must be a finite number
                    {"class": 0, "seed": 1.5}         | "seed" must be a whole number from 0
                    {"class": 0, "seed": 1e30}        | "seed" must be a whole number from 0
                    {"class": 0, "width": 10}         | "width" must be a multiple of 4, not 10
                    {"class": 0, "width": 4}          | "width" must be a whole number from 8 to 32, not 4
                    {"class": 0, "height": 36}        | "height" must be a whole number from 8 to 32, not 36
                    {"class": 0, "completion": 5}     | "completion" must be a JSON object
                    {"class": 0, "completion": {"keep": "middle"}} | "keep" must be one of top, bottom, left, right, not "middle"
                    {"class": 0, "completion": {"keep": "top", "share": 1}} | "share" must be above 0 and below 1, not 1.0
                    {"class": 0, "completion": {"keep": "top", "share": 0.01}} | the kept part holds none of the 2x2 codes
                    {"class": 0, "condition": "AA=="}       | this model does not draw from pictures
                    {"class": 0, "completion": {"keep": "top"}}             | "picture" is missing
                    {"class": 0, "completion": {"keep": "top", "picture": 5}}   | "picture" must be a file in Base64, not 5
                    {"class": 0, "completion": {"keep": "top", "picture": "ä"}} | "picture" is not Base64
                    {"class": 0, "completion": {"keep": "top", "picture": "bm9uc2Vuc2U="}} | the picture cannot be read: not a picture
                    {"class": 0, "completion": {"keep": "top", "picture": ""}} | the picture cannot be read: empty file
                    """)
    void whatIsWrongIsNamed(String json, String message) {
        assertRefused(StepwiseModel.DESCRIPTION, json, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"class": 0}             | this model knows no classes
                    {"guidance": 2}          | this model cannot be guided
                    {"width": 12}            | "width" must be a whole number from 8 to 8, not 12
                    {"completion": {}}       | this model cannot complete pictures
                    """)
    void whatAModelCannotDoIsRefused(String json, String message) {
        assertRefused(FIXED, json, message);
    }

    @Test
    void anUploadedPictureIsBroughtToTheSizeOfTheResult() throws IOException {
        String json =
                "{\"class\": 0, \"width\": 16, \"height\": 8, \"completion\": {\"keep\": \"left\", \"picture\": \"%s\"}}";
        Completion completion = read(json.formatted(TestPictures.base64(TestPictures.disc(64, 64))))
                .completion();
        assertThat(completion.known()).containsExactly(true, true, false, false, true, true, false, false);
        float[] pixels = completion.pixels();
        assertThat(pixels).hasSize(3 * 8 * 16);
        assertThat(pixels[4 * 16 + 8]).as("red in the middle of the blue disc").isEqualTo(-1);
        assertThat(pixels[4 * 16]).as("red at the white border").isEqualTo(1);
    }

    @Test
    void whatIsDrawnFromIsReadAsWhatItHolds() throws IOException {
        ModelDescription model = new ModelDescription(
                "mapped",
                Conditioning.SEGMENTATION,
                new PictureKind.Segmentation(3),
                List.of(),
                false,
                16,
                4,
                8,
                8,
                8,
                true);
        String json = "{\"condition\": \"%s\"}";
        float[] classes = read(model, json.formatted(TestPictures.base64(TestPictures.halves(16, 0, 2))))
                .condition();
        assertThat(classes).hasSize(8 * 8).startsWith(0, 0, 0, 0, 2, 2, 2, 2);
        assertRefused(
                model,
                json.formatted(TestPictures.base64(TestPictures.halves(16, 0, 3))),
                "the picture cannot be read: the class 3 of 3, 0 to 2");
        assertRefused(model, "{}", "\"condition\" is missing");
    }

    @Test
    void aSmallFileThatUnpacksToAHugePictureIsRefused() {
        String picture = TestPictures.base64(pngHeader(20_000, 20_000));
        assertRefused(
                StepwiseModel.DESCRIPTION,
                "{\"class\": 0, \"completion\": {\"keep\": \"top\", \"picture\": \"" + picture + "\"}}",
                "20000x20000 pixels are too many");
    }

    @Test
    void aLongListOfClassesIsCutShort() {
        ModelDescription model = new ModelDescription(
                "many",
                Conditioning.CLASS,
                null,
                IntStream.range(0, 1000).mapToObj(i -> "class-" + i).toList(),
                true,
                16,
                4,
                8,
                8,
                8,
                true);
        assertRefused(model, "{\"class\": \"x\"}", "class-19, ..., or a number from 0 to 999");
    }

    /** The beginning of a PNG file, which says how large the picture is. */
    private static byte[] pngHeader(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(header.array());
        return ByteBuffer.allocate(33)
                .putLong(0x89504E470D0A1A0AL)
                .putInt(13)
                .put(header.array())
                .putInt((int) crc.getValue())
                .array();
    }
}
