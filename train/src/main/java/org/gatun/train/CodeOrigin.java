package org.gatun.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.gatun.data.ConditionPictures;
import org.gatun.data.ImageSplit;
import org.gatun.data.LabeledImage;
import org.gatun.data.PictureKind;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/** What codes were made from, as one SHA-256: the networks' weights, the files by name, size and time, and how they were cropped. */
final class CodeOrigin {

    private static final int CHUNK = 1 << 24;

    private final MessageDigest digest;

    CodeOrigin() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    CodeOrigin add(Object value) {
        digest.update((value + "\n").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    CodeOrigin addWeights(Map<String, Tensor> weights) {
        new TreeMap<>(weights).forEach((name, tensor) -> {
            add(name);
            try (TensorScope _ = TensorScope.open()) {
                MemorySegment data = tensor.detach().to(Device.CPU).contiguous().segment();
                for (long at = 0; at < data.byteSize(); at += CHUNK) {
                    digest.update(data.asSlice(at, Math.min(CHUNK, data.byteSize() - at))
                            .asByteBuffer());
                }
            }
        });
        return this;
    }

    CodeOrigin addFiles(ImageSplit split) {
        for (LabeledImage image : split.images()) {
            add(image.label());
            if (image.packed() == null) {
                addFile(image.file());
            } else {
                add(image.file().toAbsolutePath().normalize());
                add(image.packed().checksum());
            }
        }
        return this;
    }

    /** @param conditions null if there are none; places tell of the pictures themselves, and have no files of their own */
    CodeOrigin addFiles(ConditionPictures conditions) {
        if (conditions != null && !(conditions.transform().kind() instanceof PictureKind.Coordinates)) {
            conditions.files().forEach(this::addFile);
        }
        return this;
    }

    private void addFile(Path file) {
        try {
            add(file.toAbsolutePath().normalize());
            add(Files.size(file));
            add(Files.getLastModifiedTime(file).toMillis());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + file, e);
        }
    }

    /** The whole as hexadecimal digits; once. */
    String text() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
