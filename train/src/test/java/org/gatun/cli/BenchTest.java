package org.gatun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatun.bench.BenchCase;
import org.gatun.torch.Tensor;
import org.junit.jupiter.api.Test;

final class BenchTest {

    @Test
    void aCaseIsPrintedWithItsMedianInMilliseconds() {
        long before = Tensor.liveCount();
        Invocation bench = Invocation.of("bench", "--case", "sample-8l-b1", "--device", "cpu", "--precision", "fp32");
        assertThat(bench.succeeds().out()).matches("sample-8l-b1 \\d+\\.\\d\\R");
        assertThat(Tensor.liveCount()).as("tensors left behind").isEqualTo(before);
    }

    @Test
    void anUnknownCaseIsAnErrorThatNamesThoseThereAre() {
        Invocation.of("bench", "--case", "gpt-9l")
                .failsWithOneLine("gpt-9l", BenchCase.ALL.getFirst().name());
    }
}
