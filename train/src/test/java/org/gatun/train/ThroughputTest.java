package org.gatun.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ThroughputTest {

    @Test
    void eachReadingIsOfTheStepsSinceTheOneBefore() {
        Throughput throughput = new Throughput();
        throughput.add(8, 1e9, 500_000_000);
        throughput.add(8, 3e9, 1_500_000_000);
        throughput.read();
        assertThat(throughput.picturesPerSecond()).isEqualTo(8);
        assertThat(throughput.flopsPerSecond()).isEqualTo(2e9);

        throughput.add(8, 1e9, 250_000_000);
        assertThat(throughput.picturesPerSecond()).isEqualTo(8);
        throughput.read();
        assertThat(throughput.picturesPerSecond()).isEqualTo(32);
        assertThat(throughput.flopsPerSecond()).isEqualTo(4e9);
    }
}
