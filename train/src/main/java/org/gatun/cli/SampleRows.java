package org.gatun.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gatun.data.PictureFile;
import org.gatun.data.PictureKind;
import org.gatun.gpt.PictureCondition;
import org.gatun.run.ConditionStage;
import org.gatun.run.SecondStage;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.train.PictureTensors;

/**
 * What the user asked to be drawn.
 *
 * @param classes names or numbers of classes; null for all
 * @param conditions a picture or a folder of them; null for none
 */
record SampleRows(List<String> classes, Path conditions) {

    /** The files that are conditions of {@code stage}; none if it needs none. */
    List<PictureFile> files(SecondStage stage) {
        PictureKind kind = kind(stage);
        if (classes != null && !(stage.condition() instanceof ConditionStage.Classes)) {
            throw new UserException("--classes: this transformer is not conditioned on classes");
        }
        if (kind == null) {
            if (conditions != null) {
                throw new UserException("--cond: this transformer is not conditioned on pictures");
            }
            return List.of();
        }
        if (conditions == null) {
            throw new UserException("this transformer draws from pictures: name one, or a folder, by --cond");
        }
        return PictureFile.list(conditions, kind);
    }

    /** What the files of the conditions hold, or null if there are none. */
    private static PictureKind kind(SecondStage stage) {
        return stage.condition() instanceof ConditionStage.Pictures pictures
                        && pictures.condition() instanceof PictureCondition.Codes
                ? pictures.kind()
                : null;
    }

    /** A row for each class or picture; one without a name where there are neither. */
    List<SampleRow> rows(SecondStage stage, List<PictureFile> files, PictureSize size, Device device) {
        if (stage.condition() instanceof ConditionStage.Classes(var _, List<String> known)) {
            FolderNames folders = new FolderNames();
            return labels(known).stream()
                    .map(label -> new SampleRow(known.get(label), folders.of(known.get(label)), label, null))
                    .toList();
        }
        if (files.isEmpty()) {
            return List.of(new SampleRow("", "", -1, null));
        }
        FolderNames folders = new FolderNames();
        return files.stream()
                .map(file -> {
                    String name = nameOf(file.path());
                    return new SampleRow(name, folders.of(name), -1, tensor(file, size, device));
                })
                .toList();
    }

    /** A picture as a network sees it, (1, C, H, W). */
    static Tensor tensor(PictureFile file, PictureSize size, Device device) {
        PictureFile.Pixels pixels = file.read(size.height(), size.width());
        Tensor stored = Tensor.of(pixels.values(), 1, file.kind().storedChannels(), pixels.height(), pixels.width());
        return PictureTensors.ofStored(stored.to(device), file.kind());
    }

    /** Below the folder of the conditions, without the ending. */
    private String nameOf(Path file) {
        String name = (file.equals(conditions) ? file.getFileName() : conditions.relativize(file)).toString();
        int dot = name.lastIndexOf('.');
        return dot > name.lastIndexOf('/') ? name.substring(0, dot) : name;
    }

    private List<Integer> labels(List<String> known) {
        if (classes == null) {
            return IntStream.range(0, known.size()).boxed().toList();
        }
        List<Integer> labels = new ArrayList<>();
        for (String name : classes) {
            int index = known.indexOf(name);
            if (index < 0 && name.matches("\\d{1,6}") && Integer.parseInt(name) < known.size()) {
                index = Integer.parseInt(name);
            }
            if (index < 0) {
                throw new UserException("there is no class " + name + "; there are " + String.join(", ", known));
            }
            if (labels.contains(index)) {
                throw new UserException("--classes names " + known.get(index) + " twice");
            }
            labels.add(index);
        }
        return labels;
    }
}
