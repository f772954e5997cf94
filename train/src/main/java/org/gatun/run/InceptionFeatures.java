package org.gatun.run;

import java.nio.file.Path;
import org.gatun.checkpoint.StateFile;
import org.gatun.checkpoint.WeightFile;
import org.gatun.metrics.fid.InceptionV3;
import org.gatun.nn.Parameters;
import org.gatun.torch.DType;
import org.gatun.torch.Device;

/**
 * The network of the FID with the weights that a user brought. It owns its parameters.
 *
 * @param parameters of {@code network}; they record no gradients
 */
public record InceptionFeatures(Parameters parameters, InceptionV3 network) implements AutoCloseable {

    /**
     * @param file {@code pt_inception-2015-12-05-6726825d.pth}, or {@code weights-inception-2015-12-05-6726825d.pth}: the same weights
     * @throws org.gatun.checkpoint.CheckpointException if it can't be read, or lacks something
     */
    public static InceptionFeatures load(Path file, Device device) {
        Parameters parameters = new Parameters(device, DType.FLOAT32);
        try {
            InceptionV3 network = new InceptionV3(parameters.root());
            StateFile.load(
                    WeightFile.open(file),
                    parameters.stateDict(),
                    new StateFile.Tolerance(_ -> false, name -> name.endsWith(".num_batches_tracked")));
            parameters.requiresGrad(false);
            return new InceptionFeatures(parameters, network);
        } catch (RuntimeException e) {
            parameters.close();
            throw e;
        }
    }

    @Override
    public void close() {
        parameters.close();
    }
}
