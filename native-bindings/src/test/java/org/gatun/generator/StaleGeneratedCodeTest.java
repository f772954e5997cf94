package org.gatun.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** If one of these fails: `make bindings`. */
class StaleGeneratedCodeTest {

    private static final Path GENERATED = Path.of("src/generated");
    private static final Path JEXTRACTED = GENERATED.resolve("java/org/gatun/torch/ffm");

    private static final Pattern PROTOTYPE =
            Pattern.compile("GATUN_API\\s+([\\w\\s]+?[\\s*]+)(gatun_\\w+)\\(([^)]*)\\);");
    private static final Pattern METHOD =
            Pattern.compile("public static (long|int|double|void|MemorySegment) (gatun_\\w+)\\(([^)]*)\\) \\{");

    @Test
    void generatedFilesAreWhatTheGeneratorWrites() throws IOException {
        Map<Path, String> expected = GenerateBindings.generate(Path.of("src/main/ops/ops.txt"));
        for (Map.Entry<Path, String> file : expected.entrySet()) {
            assertThat(GENERATED.resolve(file.getKey())).hasContent(file.getValue());
        }
        try (Stream<Path> files = Files.walk(GENERATED)) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> !file.startsWith(JEXTRACTED))
                            .map(GENERATED::relativize))
                    .containsExactlyInAnyOrderElementsOf(expected.keySet());
        }
    }

    @Test
    void jextractedMethodsAreThoseOfTheHeaders() throws IOException {
        List<String> declared = new ArrayList<>();
        for (Path header : List.of(Path.of("src/main/native/gatun.h"), GENERATED.resolve("native/gatun_ops.h"))) {
            Matcher prototype = PROTOTYPE.matcher(Files.readString(header));
            while (prototype.find()) {
                declared.add(method(javaType(prototype.group(1)), prototype.group(2), prototype.group(3)));
            }
        }
        assertThat(declared).hasSizeGreaterThan(200);

        List<String> extracted = new ArrayList<>();
        Matcher method = METHOD.matcher(Files.readString(JEXTRACTED.resolve("gatun_h.java")));
        while (method.find()) {
            extracted.add(method.group(1) + " " + method.group(2) + "(" + method.group(3) + ")");
        }
        assertThat(extracted).containsExactlyInAnyOrderElementsOf(declared);
    }

    private static String method(String returned, String name, String parameters) {
        List<String> translated = new ArrayList<>();
        for (String parameter : parameters.strip().split(",\\s*")) {
            if (!parameter.equals("void")) {
                int name_ = parameter.length() - parameter.split("[\\s*]+(?=\\w+$)")[1].length();
                translated.add(javaType(parameter.substring(0, name_)) + " " + parameter.substring(name_));
            }
        }
        return returned + " " + name + "(" + String.join(", ", translated) + ")";
    }

    private static String javaType(String type) {
        if (type.contains("*")) {
            return "MemorySegment";
        }
        return switch (type.strip()) {
            case "int64_t" -> "long";
            case "int32_t" -> "int";
            case "double" -> "double";
            case "void" -> "void";
            default -> throw new IllegalArgumentException("gatun.h promises not to use " + type);
        };
    }
}
