package org.gatun.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The folder of a run: its configuration and a checkpoint. Two layouts are known.
 *
 * <ul>
 *   <li>The reference's: {@code configs/*.yaml}, merged in the order of their names, which begin with a date, and
 *       {@code checkpoints/last.ckpt}.
 *   <li>Ours: {@code config.yaml} and {@code checkpoints/last.safetensors}. It counts if both are there.
 * </ul>
 *
 * @param root the folder
 * @param configFiles its configuration, one file at least; a later one overrides those before it
 * @param checkpoint the weights
 */
public record RunFolder(Path root, List<Path> configFiles, Path checkpoint) {

    /** The name of a configuration in our layout. */
    public static final String CONFIG = "config.yaml";

    private static final String CONFIGS = "configs";
    private static final String CHECKPOINTS = "checkpoints";
    private static final String OUR_LAST = "last.safetensors";
    private static final String REFERENCE_LAST = "last.ckpt";

    public RunFolder {
        configFiles = List.copyOf(configFiles);
    }

    /**
     * Finds configuration and checkpoint.
     *
     * @param path a run's folder, for its last checkpoint, or a checkpoint in its folder {@code checkpoints}
     * @throws ConfigException if something is missing; the message says all that is
     */
    public static RunFolder open(Path path) {
        if (Files.isRegularFile(path)) {
            return openCheckpoint(path);
        }
        if (!Files.isDirectory(path)) {
            throw new ConfigException(path + ": there is no such folder or file");
        }
        List<Path> configFiles = configFiles(path);
        Optional<Path> checkpoint = lastCheckpoint(path);
        List<String> missing = new ArrayList<>();
        if (configFiles.isEmpty()) {
            missing.add("a configuration (" + CONFIG + ", or " + CONFIGS + "/*.yaml as the reference has it)");
        }
        if (checkpoint.isEmpty()) {
            missing.add("a checkpoint (" + CHECKPOINTS + "/" + OUR_LAST + ", or " + CHECKPOINTS + "/" + REFERENCE_LAST
                    + ")" + otherCheckpoints(path));
        }
        if (!missing.isEmpty()) {
            throw new ConfigException(path + ": is not the folder of a run: it lacks " + String.join(" and ", missing));
        }
        return new RunFolder(path, configFiles, checkpoint.get());
    }

    private static RunFolder openCheckpoint(Path checkpoint) {
        Path root = rootOf(checkpoint.toAbsolutePath());
        List<Path> configFiles = configFiles(root);
        if (configFiles.isEmpty()) {
            throw new ConfigException(checkpoint + ": is not in the folder of a run: " + root + " has neither " + CONFIG
                    + " nor " + CONFIGS + "/*.yaml");
        }
        return new RunFolder(root, configFiles, checkpoint);
    }

    /** The folder that holds {@code checkpoints}, or else the checkpoint's own. */
    private static Path rootOf(Path checkpoint) {
        for (Path folder = checkpoint.getParent(); folder.getParent() != null; folder = folder.getParent()) {
            if (folder.endsWith(CHECKPOINTS)) {
                return folder.getParent();
            }
        }
        return checkpoint.getParent();
    }

    private static List<Path> configFiles(Path root) {
        Path ours = root.resolve(CONFIG);
        return Files.isRegularFile(ours) ? List.of(ours) : files(root.resolve(CONFIGS), ".yaml");
    }

    private static Optional<Path> lastCheckpoint(Path root) {
        boolean ours = Files.isRegularFile(root.resolve(CONFIG));
        return Stream.of(ours ? OUR_LAST : REFERENCE_LAST, ours ? REFERENCE_LAST : OUR_LAST)
                .map(name -> root.resolve(CHECKPOINTS).resolve(name))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Those that could be named instead of the last one. */
    private static String otherCheckpoints(Path root) {
        List<Path> others = new ArrayList<>(files(root.resolve(CHECKPOINTS), ".ckpt"));
        others.addAll(files(root.resolve(CHECKPOINTS), ".safetensors"));
        return others.isEmpty() ? "" : "; " + others.getLast() + " is there: give its path instead of the folder's";
    }

    private static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> isVisible(file) && file.toString().endsWith(ending))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ConfigException(folder + ": cannot be listed: " + e.getMessage(), e);
        }
    }

    private static boolean isVisible(Path file) {
        return !file.getFileName().toString().startsWith(".");
    }

    /**
     * Reads the configuration.
     *
     * @throws ConfigException if something in it is wrong
     */
    public ProjectConfig config() {
        return ProjectConfig.load(configFiles);
    }

    /**
     * The first stage that it holds.
     *
     * @throws ConfigException if something in the configuration is wrong, or it describes a transformer
     */
    public FirstStageSettings firstStage() {
        return described(config(), ProjectConfig::firstStage);
    }

    /**
     * The transformer that it holds.
     *
     * @throws ConfigException if something in the configuration is wrong, or it describes a first stage
     */
    public SecondStageSettings transformer() {
        return described(config(), ProjectConfig::transformer);
    }

    private <T> T described(ProjectConfig config, Function<ProjectConfig, T> part) {
        try {
            return part.apply(config);
        } catch (ConfigException e) {
            throw new ConfigException(root + ": " + e.getMessage(), e);
        }
    }
}
