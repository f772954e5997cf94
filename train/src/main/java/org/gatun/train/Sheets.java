package org.gatun.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gatun.data.BatchSource;
import org.gatun.data.DataPosition;
import org.gatun.data.ImageBatch;
import org.gatun.plot.PictureGrid;
import org.gatun.plot.Pictures;
import org.gatun.torch.Autocast;
import org.gatun.torch.Autograd;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.gatun.vqgan.VqModel;

/** Sheets of pictures, as PNG files. */
public final class Sheets {

    /** Pictures smaller than this are drawn larger, by a whole factor. */
    private static final int COMFORTABLE_SIZE = 128;

    private Sheets() {}

    /** Pictures of any kind (N, C, H, W) as the drawing package takes them. */
    public static Pictures pictures(Tensor tensor) {
        try (TensorScope _ = TensorScope.open()) {
            return Pictures.of(
                    PictureTensors.colored(tensor).toFloatArray(), (int) tensor.size(0), (int) tensor.size(2), (int)
                            tensor.size(3));
        }
    }

    /** Writes pictures of any kind (N, C, H, W), {@code columns} in a row, with a label before each row if there are any. */
    public static void write(Tensor tensor, int columns, List<String> rowLabels, Path file) {
        write(pictures(tensor), new PictureGrid(columns).withRowLabels(rowLabels), file);
    }

    /** Writes one picture (1, C, H, W) at its own size. */
    public static void writeSingle(Tensor picture, Path file) {
        try {
            new PictureGrid(1, 1, 0, 1, List.of()).write(pictures(picture), file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static void write(Pictures pictures, PictureGrid grid, Path file) {
        try {
            grid.withUpscale(Math.max(1, COMFORTABLE_SIZE / pictures.width())).write(pictures, file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Writes the first pictures of {@code source}, each row of them over the row of their reconstructions. */
    public static void reconstructions(
            VqModel model, BatchSource source, int count, int columns, Precision precision, Device device, Path file) {
        try (TensorScope _ = TensorScope.open();
                var _ = Autograd.noGrad();
                Autocast _ = precision.open(device)) {
            List<Tensor> inputs = new ArrayList<>();
            List<Tensor> outputs = new ArrayList<>();
            int pictures = 0;
            source.seek(DataPosition.START);
            while (pictures < count && source.position().epoch() == 0) {
                ImageBatch batch = source.next();
                Tensor x = Batches.pictures(batch, source, device).clone(); // the source uses its memory again
                inputs.add(x);
                outputs.add(model.decode(model.encode(x, false).quantized(), false));
                pictures += batch.size();
            }
            long shown = Math.min(count, pictures);
            writeGroups(
                    List.of(
                            pictures(Torch.cat(inputs).narrow(0, 0, shown)),
                            pictures(Torch.cat(outputs).narrow(0, 0, shown))),
                    columns,
                    file);
        }
    }

    /** Writes the first row of {@code columns} pictures of each source over each other, then the second ones, and so on. */
    public static void writeGroups(List<Pictures> sources, int columns, Path file) {
        Pictures rows = Pictures.alternatingRows(columns, sources);
        write(rows, new PictureGrid(columns).withRowsPerGroup(sources.size()), file);
    }
}
