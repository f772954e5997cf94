package org.gatun.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.gatun.train.PictureTensors;
import org.gatun.train.Sheets;

/**
 * Pictures as they come, on a sheet with a row for each class or condition, which stands first, and each in a file of its own. It owns
 * their memory.
 */
final class SampleSheet implements AutoCloseable {

    private static final int COLUMNS = 8;
    private static final String PNG = ".png";

    private final List<SampleRow> rows;
    private final int perRow;
    private final Path sheet;
    private final Path singles;
    private final Tensor pictures;

    /**
     * @param out the sheet's file, beside which a folder of its name takes the single pictures; or a folder for all
     * @param perRow pictures drawn for each row
     */
    SampleSheet(Path out, List<SampleRow> rows, int perRow, PictureSize size) {
        this.rows = rows;
        this.perRow = perRow;
        String name = out.getFileName().toString();
        boolean isFile = name.toLowerCase(Locale.ROOT).endsWith(PNG);
        this.sheet = isFile ? out : out.resolve("samples" + PNG);
        this.singles = isFile ? out.resolveSibling(name.substring(0, name.length() - PNG.length())) : out;
        try (TensorScope scope = TensorScope.open()) {
            // Grey, until they are drawn.
            this.pictures = scope.keep(Torch.zeros((long) rows.size() * perRow, 3, size.height(), size.width()));
        }
    }

    /** Where the sheet is. */
    Path file() {
        return sheet;
    }

    /** Takes pictures (B, 3, H, W), the first of which is the {@code first}-th, counted row by row. */
    void put(int first, Tensor drawn) {
        pictures.narrow(0, first, drawn.size(0)).copy_(drawn);
    }

    /** Writes the sheet, as far as there is something on it. */
    void write() {
        try (TensorScope _ = TensorScope.open()) {
            boolean conditions = rows.getFirst().condition() != null;
            boolean named = !rows.getFirst().name().isEmpty();
            List<Tensor> shown = new ArrayList<>();
            for (int row = 0; row < rows.size(); row++) {
                if (conditions) {
                    shown.add(PictureTensors.colored(rows.get(row).condition()).to(Device.CPU));
                }
                shown.add(pictures.narrow(0, (long) row * perRow, perRow));
            }
            int columns = conditions ? perRow + 1 : named ? perRow : Math.min(perRow, COLUMNS);
            Sheets.write(
                    Torch.cat(shown),
                    columns,
                    named && !conditions ? rows.stream().map(SampleRow::name).toList() : List.of(),
                    sheet);
        }
    }

    /** Writes each picture: {@code CLASS/000000.png}, or without a class {@code 000000.png}. */
    void writeSingles() {
        for (int i = 0; i < rows.size() * perRow; i++) {
            Path folder = singles.resolve(rows.get(i / perRow).folder());
            try (TensorScope _ = TensorScope.open()) {
                Sheets.writeSingle(
                        pictures.narrow(0, i, 1),
                        folder.resolve(String.format(Locale.ROOT, "%06d%s", i % perRow, PNG)));
            }
        }
    }

    @Override
    public void close() {
        pictures.close();
    }
}
