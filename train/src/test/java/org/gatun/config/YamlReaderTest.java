package org.gatun.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static Map<String, Object> read(String yaml) {
        return YamlReader.read(yaml, "x.yaml").toPlain();
    }

    private static void assertRefused(String yaml, String message) {
        assertThatThrownBy(() -> Assertions.assertTimeoutPreemptively(LIMIT, () -> read(yaml)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "-7, -7",
        "+7, 7",
        "0x1F, 31",
        "-0x10, -16",
        "0b101, 5",
        "017, 15",
        "1_000, 1000",
        "0, 0",
        "00, 0",
    })
    void readsIntegers(String text, long value) {
        assertThat(read("a: " + text)).containsEntry("a", value);
    }

    @ParameterizedTest
    @CsvSource({"4.5e-6, 4.5e-6", "4.5E-06, 4.5e-6", "1e-4, 1e-4", "1., 1", ".5, 0.5", "1_0.5, 10.5", "-.inf, -Infinity"
    })
    void readsNumbers(String text, double value) {
        assertThat(read("a: " + text)).containsEntry("a", value);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "True, true", "FALSE, false", "yes, true", "off, false"})
    void readsTruthValuesAsOmegaConfDoes(String text, boolean value) {
        assertThat(read("a: " + text)).containsEntry("a", value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-09-23", "2020-09-23T17:56:33", "1:30", "0,", "1.5.2", "1e", "0x", "08", "<<", "="})
    void readsAsTextWhatOnlyLooksLikeANumber(String text) {
        assertThat(read("a: " + text)).containsEntry("a", text);
    }

    @Test
    void mergesMappingsByMergeKeysWithoutOverridingOwnKeys() {
        assertThat(read("""
            base: &base {a: 1, b: 2}
            other: &other {b: 3, c: 4}
            one:
              b: 5
              <<: *base
            two:
              <<: [*base, *other]
            """))
                .containsEntry("one", Map.of("a", 1L, "b", 5L))
                .containsEntry("two", Map.of("a", 1L, "b", 2L, "c", 4L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a: !!python/object:os.system {}|x.yaml:1: is not valid YAML: Global tag is not allowed",
                "a: !!javax.script.ScriptEngineManager [x]|is not allowed",
                "a: !local x|is not allowed",
                "a: !!binary aGFsbG8=|is not allowed",
                "a: !!set {x}|is not allowed",
                "a: !!int abc|x.yaml:1: 'abc' is not a number",
                "a: !!float 0x1p3|is not a number",
                "a: !!float 1d|is not a number",
                "a: !!bool perhaps|is neither true nor false",
                "a: 12345678901234567890|is too large for a number of 64 bits",
                "a: [1|is not valid YAML",
                "{a: 1, a: 2}|x.yaml:1: the key 'a' is there twice",
                "[a]: 1|a key must be one word",
                "{<<: 3}|'<<' must be given a mapping, not 3",
                "- 1|x.yaml: must have keys and values at its top",
                "just text|x.yaml: must have keys and values at its top",
                "# comment|x.yaml: is empty",
                "a: *nowhere|x.yaml:1: is not valid YAML: found undefined alias nowhere",
            })
    void refusesWithTheReason(String yaml, String message) {
        assertRefused(yaml, message);
    }

    @Test
    void namesTheLineOfASyntaxError() {
        assertRefused("a: 1\nb: 2\nc: }\n", "x.yaml:3: is not valid YAML: ");
    }

    @Test
    void refusesSeveralDocuments() {
        assertRefused("a: 1\n---\nb: 2\n", "x.yaml:2: is not valid YAML: but found another document");
    }

    @Test
    void refusesAliasBombs() {
        StringBuilder nested = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            nested.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        StringBuilder merged = new StringBuilder("a0: &a0 {x: 1}\n");
        for (int i = 1; i < 30; i++) {
            merged.append("a%d: &a%d {<<: [*a%d, *a%d]}\n".formatted(i, i, i - 1, i - 1));
        }

        assertRefused(nested.toString(), "values, aliases unfolded");
        assertRefused(merged.toString(), "values, aliases unfolded");
        assertRefused("a: &a [x]\nb: [" + "*a, ".repeat(1000) + "]\n", "Number of aliases for non-scalar nodes");
    }

    @Test
    void refusesAnAliasThatContainsItself() {
        assertRefused("a: &a [*a]", "an alias must not contain itself");
        assertRefused("a: &a {b: *a}", "an alias must not contain itself");
    }

    @Test
    void refusesDepthAndSizeBeyondTheirLimits() {
        assertRefused("a: " + "[".repeat(100_000), "is not valid YAML: Nesting Depth exceeded");
        assertRefused("a: " + "{b: ".repeat(100_000), "is not valid YAML");
        assertRefused("a: " + "x".repeat(YamlReader.MAX_BYTES), "exceeds the limit");
        assertRefused("a: [" + "1,".repeat(YamlReader.MAX_NODES) + "]", "more than 100000 values");
        assertRefused("a: " + "9".repeat(500), "is too long for a number");
    }

    @Test
    void refusesFilesThatAreNoText(@TempDir Path folder) throws IOException {
        Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff});
        Path large = Files.write(folder.resolve("large.yaml"), new byte[YamlReader.MAX_BYTES + 1]);
        Path missing = folder.resolve("missing.yaml");

        assertThatThrownBy(() -> YamlReader.read(binary)).hasMessage(binary + ": is not text in UTF-8");
        assertThatThrownBy(() -> YamlReader.read(large)).hasMessageContaining("is larger than 1048576 bytes");
        assertThatThrownBy(() -> YamlReader.read(missing)).hasMessage(missing + ": there is no such file");
        assertThatThrownBy(() -> YamlReader.read(folder))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(folder + ": cannot be read");
    }

    @Test
    void skipsAByteOrderMark(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("bom.yaml"), "\ufeffa: ü\n".getBytes(StandardCharsets.UTF_8));

        assertThat(YamlReader.read(file).toPlain()).containsEntry("a", "ü");
    }
}
