package org.gatun.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class LibTorchTest {

    @Test
    void tellsItsVersion() {
        assertThat(LibTorch.version()).matches("2\\.\\d+\\.\\d+");
        int minor = Integer.parseInt(LibTorch.version().split("\\.")[1]);
        assertThat(minor).isGreaterThanOrEqualTo(7);
    }

    @Test
    void isTheVersionThatThisRunOfTheTestsIsFor() {
        String expected = System.getenv("GATUN_EXPECT_LIBTORCH");
        assumeTrue(expected != null, "GATUN_EXPECT_LIBTORCH is not set: make test-versions sets it");
        assertThat(LibTorch.version()).isEqualTo(expected);
    }

    @Test
    void tellsItsFolderAndHowItWasBuilt() {
        assertThat(LibTorch.folder().resolve(NativePlatform.current().fileName("torch_cpu")))
                .matches(Files::isRegularFile);
        assertThat(LibTorch.config()).startsWith("PyTorch built with:").contains("C++ Version");
    }

    @Test
    void wantsAtLeastOneThread() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LibTorch.setNumThreads(0))
                .withMessage("at least one thread is needed, not 0");
    }
}
