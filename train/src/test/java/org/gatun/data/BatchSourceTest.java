package org.gatun.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchSourceTest {
    private static final int SIZE = 4;
    private static final ImageTransform PLAIN = ImageTransform.evaluation(SIZE);
    private static final long NO_CACHE = 0;
    private static final long CACHE = 1L << 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {NO_CACHE, CACHE})
    void withoutShufflingAnEpochIsTheSplitInOrderWithASmallerLastBatch(long cacheBytes) throws IOException {
        TestImages.writeNumbered(folder, 7, SIZE);

        try (BatchSource source = open(PLAIN, BatchOptions.evaluation(3).withCacheBytes(cacheBytes))) {
            List<List<Integer>> batches = new ArrayList<>();
            while (source.position().epoch() == 0) {
                batches.add(numbers(source.next()));
            }
            assertThat(batches).containsExactly(List.of(0, 1, 2), List.of(3, 4, 5), List.of(6));
            assertThat(numbers(source.next())).containsExactly(0, 1, 2);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {NO_CACHE, CACHE})
    void shuffledEpochsHoldEachPictureOnceInOrdersThatDependOnSeedAndEpoch(long cacheBytes) throws IOException {
        TestImages.writeNumbered(folder, 12, SIZE);
        BatchOptions options = BatchOptions.training(4, 17).withCacheBytes(cacheBytes);

        List<Integer> drawn = draw(options, 6);
        List<Integer> first = drawn.subList(0, 12);
        List<Integer> second = drawn.subList(12, 24);

        assertThat(first)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 12).boxed().toList());
        assertThat(second).containsExactlyInAnyOrderElementsOf(first).isNotEqualTo(first);
        assertThat(draw(options, 6)).isEqualTo(drawn);
        assertThat(draw(BatchOptions.training(4, 18).withCacheBytes(cacheBytes), 6))
                .isNotEqualTo(drawn);
    }

    @ParameterizedTest
    @ValueSource(longs = {NO_CACHE, CACHE})
    void goingOnFromAPositionGivesTheSamePixelsAsNotHavingStopped(long cacheBytes) throws IOException {
        for (int i = 0; i < 10; i++) {
            TestImages.write(TestImages.halves(11, 8, i << 16, 0x00FF00), folder.resolve("%d.png".formatted(i)));
        }
        ImageTransform transform = ImageTransform.training(SIZE);
        BatchOptions options = BatchOptions.training(3, 5).withCacheBytes(cacheBytes);
        List<float[]> whole = new ArrayList<>();
        DataPosition stopped;
        try (BatchSource source = open(transform, options)) {
            whole.add(pixels(source.next()));
            whole.add(pixels(source.next()));
            stopped = source.position();
            for (int i = 0; i < 6; i++) {
                whole.add(pixels(source.next()));
            }
        }

        assertThat(stopped).isEqualTo(new DataPosition(0, 6));
        try (BatchSource resumed = open(transform, options)) {
            resumed.seek(stopped);
            for (float[] expected : whole.subList(2, 8)) {
                assertThat(pixels(resumed.next())).isEqualTo(expected);
            }
        }
    }

    @Test
    void aPositionFromALargerSplitIsAClearError() throws IOException {
        TestImages.writeNumbered(folder, 4, SIZE);

        try (BatchSource source = open(PLAIN, BatchOptions.evaluation(2))) {
            assertThatThrownBy(() -> source.seek(new DataPosition(1, 5)))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("picture 5")
                    .hasMessageContaining("has 4 pictures");
        }
    }

    @Test
    void cachedAndStreamedBatchesAreEqual() throws IOException {
        TestImages.writeNumbered(folder, 9, 13);
        ImageTransform transform = ImageTransform.training(SIZE);

        try (BatchSource cached = open(transform, BatchOptions.training(4, 3).withCacheBytes(CACHE));
                BatchSource streamed =
                        open(transform, BatchOptions.training(4, 3).withCacheBytes(NO_CACHE))) {
            assertThat(cached.cachedBytes()).isEqualTo(9L * 3 * SIZE * SIZE);
            assertThat(streamed.cachedBytes()).isZero();
            for (int i = 0; i < 5; i++) {
                assertThat(pixels(cached.next())).isEqualTo(pixels(streamed.next()));
            }
        }
    }

    @Test
    void aCacheThatTurnsOutTooSmallIsDoneWithout() throws IOException {
        // Random crops keep the whole picture, of which the least size says nothing.
        for (int i = 0; i < 4; i++) {
            TestImages.write(TestImages.plain(80, SIZE, i << 16), folder.resolve(i + ".png"));
        }
        long leastBytes = 4L * 3 * SIZE * SIZE;

        try (BatchSource source =
                open(ImageTransform.training(SIZE), BatchOptions.training(4, 1).withCacheBytes(leastBytes))) {
            assertThat(source.cachedBytes()).isZero();
            assertThat(numbers(source.next())).containsExactlyInAnyOrder(0, 1, 2, 3);
        }
    }

    @Test
    void flipsMirrorAboutHalfOfThePictures() throws IOException {
        for (int i = 0; i < 64; i++) {
            TestImages.write(TestImages.halves(SIZE, SIZE, 0xFF0000, 0x0000FF), folder.resolve(i + ".png"));
        }
        var transform = new ImageTransform(SIZE, Crop.CENTER, true, PixelLayout.CHANNELS_FIRST);

        try (BatchSource source = open(transform, BatchOptions.training(64, 1))) {
            float[] pixels = pixels(source.next());
            int mirrored = 0;
            for (int i = 0; i < 64; i++) {
                float left = pixels[i * 3 * SIZE * SIZE];
                float right = pixels[i * 3 * SIZE * SIZE + SIZE - 1];
                assertThat(left).isEqualTo(-right);
                mirrored += left < 0 ? 1 : 0;
            }
            assertThat(mirrored).isBetween(16, 48);
        }
    }

    @Test
    void randomCropsComeFromAllOverThePicture() throws IOException {
        TestImages.write(TestImages.halves(12, SIZE, 0xFF0000, 0x0000FF), folder.resolve("only.png"));
        var transform = new ImageTransform(SIZE, Crop.RANDOM, false, PixelLayout.CHANNELS_FIRST);

        try (BatchSource source =
                BatchSource.open(ImageDataset.open(folder, 0).train(), transform, BatchOptions.training(1, 1))) {
            List<Float> corners = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                corners.add(pixels(source.next())[0]);
            }
            assertThat(corners).contains(1f, -1f);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {NO_CACHE, CACHE})
    void unreadablePicturesAreSkippedWithTheirNamesAndACount(long cacheBytes) throws IOException {
        TestImages.writeNumbered(folder, 8, SIZE);
        for (int broken : new int[] {0, 3, 7}) {
            Files.writeString(folder.resolve("%03d.png".formatted(broken)), "broken");
        }

        try (BatchSource source = open(PLAIN, BatchOptions.evaluation(2).withCacheBytes(cacheBytes))) {
            List<Integer> seen = new ArrayList<>();
            while (source.position().epoch() == 0) {
                seen.addAll(numbers(source.next()));
            }
            assertThat(seen).containsExactly(1, 2, 4, 5, 6);
            assertThat(source.position()).isEqualTo(new DataPosition(1, 0));
            assertThat(numbers(source.next())).containsExactly(1, 2);
            assertThat(source.unreadable().count()).isEqualTo(3);
            assertThat(source.unreadable().summary())
                    .startsWith("3 unreadable pictures skipped: ")
                    .contains("000.png (not a picture)", "003.png", "007.png");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {NO_CACHE, CACHE})
    void aSplitWithoutAReadablePictureIsAClearError(long cacheBytes) throws IOException {
        for (int i = 0; i < 3; i++) {
            Files.writeString(folder.resolve(i + ".png"), "broken");
        }

        assertThatThrownBy(() -> {
                    try (BatchSource source =
                            open(PLAIN, BatchOptions.evaluation(2).withCacheBytes(cacheBytes))) {
                        source.next();
                    }
                })
                .isInstanceOf(DataException.class)
                .hasMessageContaining("None of the 3 pictures in the split \"train\" is readable")
                .hasMessageContaining("0.png (not a picture)");
    }

    @ParameterizedTest
    @ValueSource(longs = {NO_CACHE, CACHE})
    void tooFewReadablePicturesForAFullBatchAreAClearError(long cacheBytes) throws IOException {
        TestImages.writeNumbered(folder, 4, SIZE);
        Files.writeString(folder.resolve("002.png"), "broken");

        assertThatThrownBy(() -> {
                    try (BatchSource source =
                            open(PLAIN, BatchOptions.training(4, 1).withCacheBytes(cacheBytes))) {
                        source.next();
                    }
                })
                .isInstanceOf(DataException.class)
                .hasMessageContaining("Only 3 of the 4 pictures")
                .hasMessageContaining("fewer than a batch of 4");
    }

    @Test
    void aBatchLargerThanTheSplitIsAClearError() throws IOException {
        TestImages.writeNumbered(folder, 3, SIZE);

        assertThatThrownBy(() -> open(PLAIN, BatchOptions.training(8, 1)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("batch of 8")
                .hasMessageContaining("3 pictures");
    }

    @Test
    void labelsBelongToTheirPictures() throws IOException {
        TestImages.writeNumbered(folder.resolve("a"), 5, SIZE);
        for (int i = 100; i < 105; i++) {
            TestImages.write(
                    TestImages.plain(SIZE, SIZE, i << 16), folder.resolve("b").resolve(i + ".png"));
        }
        ImageSplit split = ImageDataset.open(folder, 0).train();

        try (BatchSource source = BatchSource.open(split, PLAIN, BatchOptions.training(10, 2))) {
            ImageBatch batch = source.next();
            List<Integer> numbers = numbers(batch);
            for (int i = 0; i < 10; i++) {
                assertThat(batch.labels()[i]).isEqualTo(numbers.get(i) < 100 ? 0 : 1);
            }
        }
    }

    @Test
    void aBatchStaysAsItIsUntilTheNextOneAndLongerIfSomebodyAsks() throws IOException, InterruptedException {
        TestImages.writeNumbered(folder, 8, SIZE);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        try (BatchSource source = open(PLAIN, BatchOptions.evaluation(2))) {
            ImageBatch first = source.next();
            source.keepUntil(() -> {
                asked.countDown();
                await(read);
            });
            source.next();
            assertThat(asked.await(1, TimeUnit.MINUTES))
                    .as("asked before the third batch is made, which has the memory of the first")
                    .isTrue();
            assertThat(numbers(first)).containsExactly(0, 1);
            read.countDown();
            assertThat(numbers(source.next())).containsExactly(4, 5);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void batchesLieInTheMemoryThatIsAskedFor() throws IOException {
        TestImages.writeNumbered(folder, 4, SIZE);
        List<MemorySegment> allocated = Collections.synchronizedList(new ArrayList<>());
        BatchMemory memory = byteSize -> {
            allocated.add(BatchMemory.ORDINARY.allocate(byteSize));
            return allocated.getLast();
        };
        try (BatchSource source = open(PLAIN, BatchOptions.evaluation(2).withMemory(memory))) {
            MemorySegment pixels = source.next().pixels();
            assertThat(allocated).extracting(MemorySegment::address).contains(pixels.address());
        }
    }

    @Test
    void aClosedSourceRefusesToGoOn() throws IOException {
        TestImages.writeNumbered(folder, 4, SIZE);
        BatchSource source = open(PLAIN, BatchOptions.evaluation(2));
        source.close();
        source.close();

        assertThatThrownBy(source::next).isInstanceOf(IllegalStateException.class);
    }

    private BatchSource open(ImageTransform transform, BatchOptions options) {
        return BatchSource.open(ImageDataset.open(folder, 0).train(), transform, options);
    }

    private List<Integer> draw(BatchOptions options, int batches) {
        try (BatchSource source = open(PLAIN, options)) {
            List<Integer> numbers = new ArrayList<>();
            for (int i = 0; i < batches; i++) {
                numbers.addAll(numbers(source.next()));
            }
            return Collections.unmodifiableList(numbers);
        }
    }

    private static float[] pixels(ImageBatch batch) {
        return batch.pixels().toArray(ValueLayout.JAVA_FLOAT);
    }

    /** The number in the red of each picture's first pixel. */
    private static List<Integer> numbers(ImageBatch batch) {
        float[] pixels = pixels(batch);
        int each = pixels.length / batch.size();
        return IntStream.range(0, batch.size())
                .map(i -> Math.round((pixels[i * each] + 1) * 127.5f))
                .boxed()
                .toList();
    }
}
