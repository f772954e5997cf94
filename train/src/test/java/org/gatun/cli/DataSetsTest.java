package org.gatun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --data} can name. */
final class DataSetsTest {

    private static final String METRICS = "metrics.csv";

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void writePictures() throws IOException {
        data = ShapeFolder.write(folder.resolve("data"), 12);
    }

    private Invocation train(Path pictures, String run, Object... more) {
        Object[] options = {"--steps", 6, "--log-every", 1};
        return Invocation.trainVqgan(
                pictures,
                folder.resolve(run),
                Stream.of(options, more).flatMap(Stream::of).toArray());
    }

    @Test
    void aPackedFileTrainsAsItsFolderDoes() {
        Path pack = folder.resolve("shapes.pack");
        assertThat(Invocation.of("pack", data, "--size", ShapeFolder.SIZE, "--out", pack)
                        .succeeds()
                        .out())
                .contains("24 pictures of 2 classes", pack.toString());
        train(data, "of-folder").succeeds();
        train(pack, "of-pack").succeeds();

        assertThat(folder.resolve("of-pack").resolve(METRICS))
                .hasSameTextualContentAs(folder.resolve("of-folder").resolve(METRICS));
        Invocation.trainTransformer(pack, folder.resolve("of-pack"), folder.resolve("transformer"), "--steps", 2)
                .succeeds();
        Invocation.reconstruct(folder.resolve("of-pack"), pack, folder.resolve("sheet.png"))
                .succeeds();
    }

    @Test
    void aPackedFileOfAnotherSizeSaysSo() {
        Path pack = folder.resolve("shapes.pack");
        Invocation.of("pack", data, "--size", 8, "--out", pack).succeeds();
        train(pack, "run").failsWithOneLine("8 pixels", "16 are wanted");
    }

    @Test
    void listsNameWhatIsLearnedAndWhatIsMeasuredWith() throws IOException {
        Path learned = folder.resolve("learned.txt");
        Path measured = folder.resolve("measured.txt");
        Files.write(
                learned,
                List.of("data/discs/00.png", "data/discs/01.png", "data/squares/00.png", "data/squares/03.png"));
        Files.write(measured, List.of("data/discs/05.png", "data/squares/07.png", "data/squares/08.png"));

        assertThat(train(learned, "run", "--val-data", measured).succeeds().out())
                .contains("4 pictures to train on, 3 held out");
    }

    @Test
    void picturesThatCannotBeReadAreCountedAndNamed() throws IOException {
        Path broken = data.resolve("discs/03.png");
        Files.writeString(broken, "broken");
        Path run = folder.resolve("run");

        assertThat(train(data, "run").succeeds().out())
                .contains(
                        "1 unreadable picture skipped: " + broken,
                        run.resolve("unreadable.txt").toString());
        assertThat(run.resolve("unreadable.txt")).hasContent(broken + "\tnot a picture");
    }
}
