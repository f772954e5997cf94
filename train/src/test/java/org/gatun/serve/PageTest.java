package org.gatun.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.gatun.serve.ApiClient.Events;
import org.gatun.torch.Tensor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The page in a browser, with a model of random weights. */
class PageTest {

    private static final int ALL = 1_000_000;
    private static final String FINISHED = "document.querySelector('article')?.dataset.state === 'finished'";

    // A browser that ends may still write to its profile.
    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path profile;

    private static Chromium browser;

    private final Semaphore gate = new Semaphore(0);
    private long tensorsBefore;
    private PlayServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startBrowser() throws Exception {
        Optional<Path> chromedriver = Chromium.find("chromedriver");
        Optional<Path> chromium = Chromium.find("chromium");
        assumeTrue(
                chromedriver.isPresent() && chromium.isPresent(),
                "skipped: chromium and chromedriver are not both on the PATH, so the page is not tried in a browser");
        browser = Chromium.start(chromedriver.get(), chromium.get(), profile);
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() throws Exception {
        tensorsBefore = Tensor.liveCount();
        server = PlayServer.start(
                () -> new GatedModel(TinyModel.inRasterOrder(), gate),
                "127.0.0.1",
                0,
                Duration.ofMillis(5),
                new SteadyClock(JobProgress.INTERVAL));
        browser.open(server.uri());
        browser.await("!document.getElementById('draw').disabled");
    }

    @AfterEach
    void close() {
        gate.release(ALL);
        server.close();
        assertThat(Tensor.liveCount()).as("live tensors").isEqualTo(tensorsBefore);
    }

    @Test
    void theFormOffersWhatTheModelCanDo() throws Exception {
        assertThat(browser.text("#model")).isEqualTo("tiny: 16×16 pixels in 64 codes of 16");
        assertThat(browser.text("#class")).contains("discs", "squares");
        assertThat(browser.evaluate("return document.getElementById('width').max")
                        .asInt())
                .isEqualTo(64);
    }

    @Test
    void picturesFillInAsCodesArrive() throws Exception {
        browser.evaluate("document.getElementById('class').value = 1; document.getElementById('count').value = 2");
        browser.type("#count", Chromium.ENTER);
        gate.release(20);
        browser.await("document.querySelectorAll('article img[src]').length === 2");
        assertThat(browser.text("article h2")).isEqualTo("squares");
        assertThat(browser.text("article [role=status]")).matches("\\d+ of 64 codes");
        String part = browser.evaluate("return document.querySelector('article img').src")
                .asText();

        gate.release(ALL);
        browser.await(FINISHED);
        assertThat(browser.evaluate("return document.querySelector('article img').src")
                        .asText())
                .startsWith("data:image/png;base64,")
                .isNotEqualTo(part);
        assertThat(browser.evaluate("return document.querySelectorAll('article a[download]').length")
                        .asInt())
                .isEqualTo(2);
        assertThat(browser.evaluate("return document.querySelector('article img').naturalWidth")
                        .asInt())
                .isEqualTo(TinyModel.SIZE);
    }

    @Test
    void aRequestShowsItsPlaceInTheQueueAndCanBeCancelled() throws Exception {
        browser.click("#draw");
        browser.await("document.querySelector('article')?.dataset.state === 'running'");
        browser.click("#draw");
        browser.await("document.querySelector('article')?.dataset.state === 'waiting'");
        assertThat(browser.text("article [role=status]")).isEqualTo("Waiting: 1 request before this one");
        browser.click("article .cancel");
        browser.await("document.querySelector('article').dataset.state === 'cancelled'");
        browser.click("article + article .cancel");
        browser.await("document.querySelector('article + article').dataset.state === 'cancelled'");
    }

    @Test
    void aPictureIsCompleted() throws Exception {
        gate.release(ALL);
        Path disc = Files.write(folder.resolve("disc.png"), TestPictures.disc(40, 40));
        browser.type("#completion input[type=file]", disc.toString());
        browser.await("!document.querySelector('#completion .chosen').hidden");
        browser.evaluate("document.querySelector('input[value=left]').click()");
        assertThat(browser.evaluate("return document.getElementById('veil').style.left")
                        .asText())
                .isEqualTo("50%");
        browser.click("#draw");
        browser.await(FINISHED);
        assertThat(browser.text("article .facts")).contains("left kept");
    }

    @Test
    void aWrongRequestIsExplained() throws Exception {
        browser.evaluate("document.getElementById('count').value = 99");
        browser.click("#draw");
        browser.await("!document.getElementById('error').hidden");
        assertThat(browser.text("#error")).isEqualTo("\"count\" must be a whole number from 1 to 16, not 99");
        assertThat(browser.evaluate("return document.querySelectorAll('article').length")
                        .asInt())
                .isZero();
    }

    @Test
    void leavingThePageCancelsItsRequests() throws Exception {
        browser.click("#draw");
        browser.await("document.querySelector('article')?.dataset.state === 'running'");
        browser.click("#draw");
        browser.await("document.querySelector('article')?.dataset.state === 'waiting'");
        try (ApiClient client = new ApiClient(server.uri());
                Events events = client.open("{\"class\": 0}")) {
            assertThat(events.await("waiting").get("ahead").asInt()).isEqualTo(2);
            browser.open(server.uri().resolve("/icon.svg"));
            assertThat(events.await("waiting").get("ahead").asInt()).isEqualTo(1);
        }
    }
}
