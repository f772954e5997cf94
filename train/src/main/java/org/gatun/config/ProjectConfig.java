package org.gatun.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A configuration file in the reference's layout, which it calls the project's.
 *
 * <p>{@code model} is read strictly: an unknown key or class, a missing key and a wrong type are each a {@link ConfigException} that
 * names file, line and path, and what is known. What cannot be built yet can be read and written all the same.
 *
 * @param baseLearningRate {@code model.base_learning_rate}; the reference multiplies it by batch size, devices and accumulated batches
 * @param model {@code model.target} and {@code model.params}
 * @param data {@code data}, kept as it is: maps, lists, String, Long, Double, Boolean, null
 * @param lightning {@code lightning}, kept as it is
 */
public record ProjectConfig(
        OptionalDouble baseLearningRate, ModelSettings model, Map<String, Object> data, Map<String, Object> lightning) {

    /** Characters of a value in a message. */
    private static final int MAX_SHOWN = 40;

    public ProjectConfig {
        data = PlainValues.copyOf(data);
        lightning = PlainValues.copyOf(lightning);
    }

    /** A model alone. */
    public ProjectConfig(ModelSettings model) {
        this(OptionalDouble.empty(), model, Map.of(), Map.of());
    }

    /**
     * Reads one file.
     *
     * @throws ConfigException if it cannot be read, or something in it is wrong
     */
    public static ProjectConfig load(Path file) {
        return load(List.of(file));
    }

    /**
     * Reads several files, each overriding those before it as OmegaConf merges them: mappings key by key, all else is replaced.
     *
     * @throws ConfigException if one cannot be read, or something in it is wrong
     */
    public static ProjectConfig load(List<Path> files) {
        return ProjectCodec.read(files.stream()
                .map(YamlReader::read)
                .reduce(YamlMapping::mergedWith)
                .orElseThrow(() -> new ConfigException("there is no configuration file to read")));
    }

    /**
     * Reads a text.
     *
     * @param name what messages call it
     * @throws ConfigException if something in it is wrong
     */
    public static ProjectConfig parse(String yaml, String name) {
        return ProjectCodec.read(YamlReader.read(yaml, name));
    }

    /** The file's text; reading it gives an equal configuration. Extensions of the reference's layout appear only where they are used. */
    public String toYaml() {
        return YamlWriter.write(ProjectCodec.write(this));
    }

    /**
     * Where {@code other}, a later configuration, differs: {@code model.params.n_embed was 512 and is 256}. Nothing for a value stands for a
     * key that is not there. Empty if the files would be the same.
     */
    public List<String> differences(ProjectConfig other) {
        List<String> differences = new ArrayList<>();
        addDifferences("", ProjectCodec.write(this), ProjectCodec.write(other), differences);
        return differences;
    }

    private static void addDifferences(String path, Object value, Object other, List<String> differences) {
        if (value instanceof Map<?, ?> mapping && other instanceof Map<?, ?> otherMapping) {
            Set<Object> keys = new LinkedHashSet<>(mapping.keySet());
            keys.addAll(otherMapping.keySet());
            for (Object key : keys) {
                String at = path.isEmpty() ? key.toString() : path + "." + key;
                addDifferences(at, mapping.get(key), otherMapping.get(key), differences);
            }
        } else if (!Objects.equals(value, other)) {
            differences.add(path + " was " + shown(value) + " and is " + shown(other));
        }
    }

    private static String shown(Object value) {
        String text = value == null ? "nothing" : value.toString();
        return text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "..." : text;
    }

    /**
     * Writes the file, replacing another in one step.
     *
     * @throws ConfigException if it cannot be written
     */
    public void save(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(parent);
            Path temporary = Files.createTempFile(parent, ".config", ".yaml");
            try {
                Files.writeString(temporary, toYaml());
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new ConfigException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * The first stage that {@code model} describes.
     * @throws ConfigException if it describes a transformer
     */
    public FirstStageSettings firstStage() {
        if (model instanceof FirstStageSettings firstStage) {
            return firstStage;
        }
        throw new ConfigException(
                "model.target is " + model.target() + ": this is a transformer's, and a first stage's is"
                        + " needed (gatun train vqgan), such as " + FirstStageClass.VQ_MODEL.target());
    }

    /**
     * The transformer that {@code model} describes.
     * @throws ConfigException if it describes a first stage
     */
    public SecondStageSettings transformer() {
        if (model instanceof SecondStageSettings transformer) {
            return transformer;
        }
        throw new ConfigException(
                "model.target is " + model.target() + ": this is a first stage's, and a transformer's is"
                        + " needed (gatun train transformer), " + SecondStageSettings.TARGET);
    }
}
