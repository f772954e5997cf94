package org.gatun.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Valid files with seeded damage: only a {@link ConfigException} may come of it, and what is read can be written and read again.
 * {@code -Dgatun.fuzz.seconds=300} goes on for that long, with each seed.
 */
class YamlFuzzTest {

    private static final int MUTANTS = 2000;
    private static final Duration LONG_FORM = Duration.ofSeconds(Integer.getInteger("gatun.fuzz.seconds", 0));
    private static final Duration LIMIT = Duration.ofMinutes(5).plus(LONG_FORM);

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private static final String[] FRAGMENTS = {
        "&a ",
        "*a",
        "<<: *a",
        "- ",
        ": ",
        "? ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "#",
        "|",
        ">",
        "'",
        "\"",
        "!!int ",
        "!!str ",
        "!x ",
        "%YAML 1.1",
        "---\n",
        "...\n",
        "\t",
        "\n",
        "\r",
        "  ",
        "~",
        "null",
        "true",
        ".nan",
        "-.inf",
        "1e999",
        "-1",
        "0",
        "99999999999999999999",
        "0x",
        "1:2:3",
        "2020-01-01",
        "\\u0000",
        "\u0000",
        "\ufeff",
        "\ud83d\ude42",
        "\ud800",
        "\u2028",
        "target",
        "params",
        "taming.models.vqgan.GumbelVQ",
        "__is_first_stage__",
        "quantizer: {kind: normalized}",
        "adaptive_weight: paper",
        "taming.models.vqgan.VQNoDiscModel",
        "gatun.losses.VQLPIPS",
    };

    private static final List<String> SEEDS = List.of(
            SampleYaml.VQGAN,
            SampleYaml.SEGMENTATION,
            SampleYaml.transformer("__is_unconditional__"),
            SampleYaml.transformer("{target: taming.modules.util.Labelator, params: {n_classes: 10}}"),
            "a: &a {b: [1, 2]}\nc: *a\nd: {<<: *a}\nmodel: *a\n");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void onlyConfigExceptionsComeOut(long seed) {
        double accepted = assertTimeoutPreemptively(LIMIT, () -> acceptedShare(new Random(seed)));

        // Were nearly all refused at once, nothing behind the parser would have been tried.
        assertThat(accepted).isBetween(0.02, 0.98);
    }

    private static double acceptedShare(Random random) {
        long start = System.nanoTime();
        int accepted = 0;
        int tried = 0;
        while (tried < MUTANTS || System.nanoTime() - start < LONG_FORM.toNanos()) {
            String mutant = SEEDS.get(random.nextInt(SEEDS.size()));
            for (int damage = random.nextInt(3); damage >= 0; damage--) {
                mutant = mutate(mutant, random);
            }
            accepted += survives(mutant) ? 1 : 0;
            tried++;
        }
        return (double) accepted / tried;
    }

    private static boolean survives(String yaml) {
        ProjectConfig config;
        try {
            config = ProjectConfig.parse(yaml, "mutant.yaml");
        } catch (ConfigException e) {
            assertThat(e.getMessage()).startsWith("mutant.yaml").hasSizeLessThan(2000);
            return false;
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("unexpected failure for:\n" + yaml, e);
        }
        assertThat(ProjectConfig.parse(config.toYaml(), "written.yaml")).isEqualTo(config);
        return true;
    }

    private static String mutate(String yaml, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> splice(yaml, random, FRAGMENTS[random.nextInt(FRAGMENTS.length)], 0);
            case 1 -> splice(yaml, random, "", 1 + random.nextInt(8));
            case 2 -> splice(yaml, random, String.valueOf((char) random.nextInt(256)), 1);
            case 3 -> splice(yaml, random, FRAGMENTS[random.nextInt(FRAGMENTS.length)], 1 + random.nextInt(20));
            case 4 ->
                withLines(
                        yaml,
                        lines -> Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size())));
            case 5 ->
                withLines(
                        yaml,
                        lines -> lines.add(random.nextInt(lines.size()), lines.get(random.nextInt(lines.size()))));
            default -> withAnotherNumber(yaml, random);
        };
    }

    private static String withAnotherNumber(String yaml, Random random) {
        List<MatchResult> numbers = NUMBER.matcher(yaml).results().toList();
        if (numbers.isEmpty()) {
            return yaml;
        }
        MatchResult number = numbers.get(random.nextInt(numbers.size()));
        long other = random.nextBoolean() ? 32L << random.nextInt(6) : random.nextLong() >> random.nextInt(64);
        return yaml.substring(0, number.start()) + other + yaml.substring(number.end());
    }

    private static String splice(String yaml, Random random, String inserted, int removed) {
        int start = random.nextInt(yaml.length() + 1);
        int end = Math.min(yaml.length(), start + removed);
        return yaml.substring(0, start) + inserted + yaml.substring(end);
    }

    private static String withLines(String yaml, Consumer<List<String>> change) {
        List<String> lines = new ArrayList<>(List.of(yaml.split("\n", -1)));
        change.accept(lines);
        return String.join("\n", lines);
    }
}
