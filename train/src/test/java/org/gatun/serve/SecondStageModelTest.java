package org.gatun.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.gatun.gpt.SamplingOptions;
import org.gatun.gpt.SubsampleOrder;
import org.gatun.torch.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecondStageModelTest {

    private static final int SIZE = TinyModel.SIZE;
    private static final SamplingModel.Listener NOBODY = (_, _, _) -> {};

    private long tensorsBefore;
    private SecondStageModel model;

    @BeforeEach
    void open() {
        tensorsBefore = Tensor.liveCount();
        model = TinyModel.inRasterOrder();
    }

    @AfterEach
    void close() {
        model.close();
        assertThat(Tensor.liveCount()).as("live tensors").isEqualTo(tensorsBefore);
    }

    private static SampleRequest request(long seed, int width, int height, Completion completion) {
        return new SampleRequest(
                1, null, 1, SamplingOptions.DEFAULT.withGuidanceScale(2), seed, width, height, completion);
    }

    private BufferedImage sample(SampleRequest request) throws IOException {
        return TestPictures.read(model.sample(request, NOBODY).getFirst());
    }

    private static Completion upperHalf() {
        float[] pixels = new float[3 * SIZE * SIZE];
        Arrays.fill(pixels, 0, SIZE * SIZE, 1); // red
        return new Completion(pixels, KeptSide.TOP.region(0.5).known(8, 8));
    }

    @Test
    void saysWhatItCanDo() {
        assertThat(model.description())
                .isEqualTo(new ModelDescription(
                        "tiny",
                        Conditioning.CLASS,
                        null,
                        List.of("discs", "squares"),
                        true,
                        16,
                        2,
                        SIZE,
                        SIZE,
                        4 * SIZE,
                        true));
    }

    @Test
    void aTransformerInAnotherOrderDrawsOneSizeAlone() {
        try (SecondStageModel permuted = TinyModel.inOrder(new SubsampleOrder())) {
            assertThat(permuted.description().isResizable()).isFalse();
            assertThat(permuted.description().maxSide()).isEqualTo(SIZE);
        }
    }

    @Test
    void drawsAsManyPicturesAsAskedForAndTheSameOnesForTheSameSeed() throws IOException {
        SampleRequest three = new SampleRequest(0, null, 3, SamplingOptions.DEFAULT, 5, SIZE, SIZE, null);
        List<byte[]> pictures = model.sample(three, NOBODY);
        assertThat(pictures).hasSize(3);
        assertThat(pictures.get(1)).isNotEqualTo(pictures.get(0));
        assertThat(TestPictures.read(pictures.get(2)).getWidth()).isEqualTo(SIZE);
        assertThat(model.sample(three, NOBODY)).usingRecursiveComparison().isEqualTo(pictures);
    }

    @Test
    void drawsLargerPicturesByASlidingWindow() throws IOException {
        BufferedImage picture = sample(request(1, 28, 20, null));
        assertThat(picture.getWidth()).isEqualTo(28);
        assertThat(picture.getHeight()).isEqualTo(20);
    }

    @Test
    void aPartOfAPictureShowsTheCodesThatAreThere() throws IOException {
        assertThat(partAfter(11, request(1, SIZE, SIZE, null), model))
                .isEqualTo("xxxxxxxx xxx..... ........ ........ ........ ........ ........ ........");
    }

    @Test
    void aPartOfALargerPictureShowsTheCodesThatAreThere() throws IOException {
        assertThat(partAfter(11, request(1, 20, SIZE, null), model))
                .isEqualTo("xxxxxxxxxx x......... .......... .......... .......... .......... .......... ..........");
    }

    @Test
    void inAnotherOrderCodesAppearWhereTheyBelong() throws IOException {
        try (SecondStageModel permuted = TinyModel.inOrder(new SubsampleOrder())) {
            // Every other code of every other row first, and of those every other one first.
            assertThat(partAfter(4, request(1, SIZE, SIZE, null), permuted))
                    .isEqualTo("x...x... ........ ........ ........ x...x... ........ ........ ........");
        }
    }

    @Test
    void whatIsKeptOfAPictureIsThereFromTheStart() throws IOException {
        String half = "xxxxxxxx xxxxxxxx xxxxxxxx xxxxxxxx ";
        assertThat(partAfter(33, request(1, SIZE, SIZE, upperHalf()), model))
                .isEqualTo(half + "x....... ........ ........ ........");
        Completion left =
                new Completion(upperHalf().pixels(), KeptSide.LEFT.region(0.25).known(8, 8));
        assertThat(partAfter(5, request(1, SIZE, SIZE, left), model))
                .isEqualTo("xxxxx... xx...... xx...... xx...... xx...... xx...... xx...... xx......");
    }

    /** Which codes are opaque when so many are done. */
    private static String partAfter(long codes, SampleRequest request, SecondStageModel model) throws IOException {
        List<byte[]> parts = new ArrayList<>();
        model.sample(request, (done, _, pictures) -> {
            if (done == codes) {
                parts.addAll(pictures.get());
            }
        });
        BufferedImage part = TestPictures.read(parts.getFirst());
        StringBuilder text = new StringBuilder();
        for (int y = 0; y < part.getHeight(); y += 2) {
            text.append(y > 0 ? " " : "");
            for (int x = 0; x < part.getWidth(); x += 2) {
                text.append(part.getRGB(x, y) >>> 24 == 0 ? '.' : 'x');
            }
        }
        return text.toString();
    }

    @Test
    void whatIsKeptStaysAndTheRestDependsOnTheSeed() throws IOException {
        BufferedImage one = sample(request(1, SIZE, SIZE, upperHalf()));
        BufferedImage other = sample(request(2, SIZE, SIZE, upperHalf()));
        // Norms over the whole picture let every code have a little influence everywhere.
        assertThat(difference(one, other, 0, SIZE / 2 - 2)).isLessThan(difference(one, other, SIZE / 2, SIZE) / 2);
    }

    private static double difference(BufferedImage one, BufferedImage other, int top, int bottom) {
        double sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = 0; x < SIZE; x++) {
                sum += Math.abs((one.getRGB(x, y) & 0xFF) - (other.getRGB(x, y) & 0xFF));
            }
        }
        return sum / (bottom - top);
    }

    @Test
    void aLargerPictureCanBeCompleted() throws IOException {
        float[] pixels = new float[3 * 2 * SIZE * SIZE];
        Completion left = new Completion(pixels, KeptSide.LEFT.region(0.5).known(8, 16));
        assertThat(sample(request(1, 2 * SIZE, SIZE, left)).getWidth()).isEqualTo(2 * SIZE);
    }

    @Test
    void drawsFromAPicture() throws IOException {
        try (SecondStageModel translating = TinyModel.fromPictures()) {
            assertThat(translating.description().conditioning()).isEqualTo(Conditioning.PICTURE);
            assertThat(translating.description().isGuidable()).isFalse();
            for (int width : new int[] {SIZE, 2 * SIZE}) {
                float[] dark = new float[3 * SIZE * width];
                Arrays.fill(dark, -1);
                SampleRequest request = new SampleRequest(0, dark, 2, SamplingOptions.DEFAULT, 3, width, SIZE, null);
                List<byte[]> pictures = translating.sample(request, NOBODY);
                assertThat(pictures).hasSize(2);
                assertThat(TestPictures.read(pictures.getLast()).getWidth()).isEqualTo(width);
            }
        }
    }

    @Test
    void drawsFromNothing() {
        try (SecondStageModel unconditional = TinyModel.fromNothing()) {
            assertThat(unconditional.description().conditioning()).isEqualTo(Conditioning.NONE);
            SampleRequest request = new SampleRequest(0, null, 2, SamplingOptions.DEFAULT, 3, SIZE, SIZE, null);
            assertThat(unconditional.sample(request, NOBODY)).hasSize(2);
        }
    }

    @Test
    void samplingThatIsBrokenOffLeavesNoTensorBehind() {
        long before = Tensor.liveCount();
        assertThatThrownBy(() -> model.sample(request(1, SIZE, SIZE, upperHalf()), (done, _, pictures) -> {
                    pictures.get();
                    if (done > 40) {
                        throw new CancellationException();
                    }
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(Tensor.liveCount()).isEqualTo(before);
    }
}
