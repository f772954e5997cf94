package org.gatun.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code GenerateBindings OPS_TXT GENERATED_DIR}: writes all that one line of ops.txt stands for. */
public final class GenerateBindings {

    private GenerateBindings() {}

    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[1]);
        for (Map.Entry<Path, String> file : generate(Path.of(args[0])).entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    /** The texts of all generated files, by their paths below the folder of generated code. */
    public static Map<Path, String> generate(Path opsFile) throws IOException {
        List<Schema> schemas = Schema.parseAll(Files.readAllLines(opsFile));
        Map<Path, String> files = new LinkedHashMap<>();
        Path native_ = Path.of("native");
        files.put(native_.resolve("gatun_ops.h"), CHeader.emit(schemas));
        files.put(native_.resolve("ops_signatures.inc"), CppSignatures.emit(schemas));
        files.put(native_.resolve("gatun_ops.cpp"), CppSource.emit(schemas));
        Path java = Path.of("java", "org", "gatun", "torch");
        JavaOperators.emit(schemas).forEach((name, text) -> files.put(java.resolve(name), text));
        return files;
    }
}
