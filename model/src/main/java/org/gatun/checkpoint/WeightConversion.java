package org.gatun.checkpoint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Rewrites a weight file in another format: every tensor with its name, dtype, shape and elements.
 *
 * @param target the format that the name of the new file asks for
 * @param legacy whether PyTorch's format is to be the one before 1.6
 */
public record WeightConversion(Target target, boolean legacy) {

    private static final String EPOCH = "epoch";
    private static final String GLOBAL_STEP = "global_step";

    /** Characters of a text that {@link Result#leftOut} shows. */
    private static final int SHOWN = 40;

    /** What a file is to be. */
    public enum Target {
        /** {@code .safetensors}. */
        SAFETENSORS,
        /** {@code .pt}, {@code .pth}: a dictionary of tensors. */
        STATE_DICT,
        /** {@code .ckpt}: as Lightning's, with {@code epoch} and {@code global_step}. */
        LIGHTNING
    }

    /**
     * What was written.
     *
     * @param tensors how many
     * @param bytes of their elements
     * @param leftOut what the old file has and the new one has not, for the reader
     */
    public record Result(int tensors, long bytes, List<String> leftOut) {}

    /** What a file of this name is to be; empty if the name does not say. */
    public static Optional<Target> targetOf(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".safetensors")) {
            return Optional.of(Target.SAFETENSORS);
        }
        if (name.endsWith(".pt") || name.endsWith(".pth")) {
            return Optional.of(Target.STATE_DICT);
        }
        return name.endsWith(".ckpt") ? Optional.of(Target.LIGHTNING) : Optional.empty();
    }

    /**
     * Writes {@code file} anew.
     *
     * @throws CheckpointException if it has a tensor of a dtype that Gatun lacks, or the new file can't be written; nothing is written
     *     then
     */
    public Result write(WeightFile file, Path out) {
        Map<String, StoredTensor> tensors = file.tensors();
        Map<String, String> metadata = new LinkedHashMap<>(file.metadata());
        List<String> leftOut = new ArrayList<>();
        if (file instanceof PyTorchCheckpoint checkpoint) {
            if (!checkpoint.unreadableTensors().isEmpty()) {
                throw new CheckpointException(
                        file.path(),
                        "has tensors of kinds that Gatun lacks: " + String.join(", ", checkpoint.unreadableTensors()));
            }
            leftOut.addAll(notCarried(checkpoint, metadata));
        }
        switch (target) {
            case SAFETENSORS -> Safetensors.write(out, tensors, metadata);
            case STATE_DICT -> {
                metadata.forEach((key, value) -> leftOut.add(described(key, value)));
                if (legacy) {
                    PyTorchCheckpoint.writeLegacyStateDict(out, tensors);
                } else {
                    PyTorchCheckpoint.writeStateDict(out, tensors);
                }
            }
            case LIGHTNING -> {
                long epoch = integer(metadata.remove(EPOCH));
                long globalStep = integer(metadata.remove(GLOBAL_STEP));
                metadata.forEach((key, value) -> leftOut.add(described(key, value)));
                if (legacy) {
                    PyTorchCheckpoint.writeLegacyLightning(out, tensors, epoch, globalStep);
                } else {
                    PyTorchCheckpoint.writeLightning(out, tensors, epoch, globalStep);
                }
            }
        }
        long bytes = tensors.values().stream()
                .mapToLong(tensor -> tensor.data().byteSize())
                .sum();
        return new Result(tensors.size(), bytes, leftOut);
    }

    /** What is no tensor of the state dict and no plain text or number beside it. */
    private static List<String> notCarried(PyTorchCheckpoint checkpoint, Map<String, String> metadata) {
        List<String> names = new ArrayList<>();
        checkpoint.besideStateDict().forEach((key, tensors) -> {
            if (!metadata.containsKey(key)) {
                names.add(tensors == 0 ? key : key + " (tensors: " + tensors + ")");
            }
        });
        for (String name : checkpoint.otherEntries()) {
            if (!metadata.containsKey(name)) {
                names.add(name + " (no tensor)");
            }
        }
        return names;
    }

    private static String described(String key, String value) {
        return key + " (" + (value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "...") + ")";
    }

    private static long integer(String text) {
        return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
