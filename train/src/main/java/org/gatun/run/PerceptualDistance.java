package org.gatun.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatun.checkpoint.StateFile;
import org.gatun.checkpoint.StoredTensor;
import org.gatun.checkpoint.WeightFile;
import org.gatun.nn.Parameters;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.vqgan.Lpips;

/**
 * LPIPS with the weights that a user brought. It owns its parameters.
 *
 * @param parameters of {@code lpips}; they record no gradients
 */
public record PerceptualDistance(Parameters parameters, Lpips lpips) implements AutoCloseable {

    /** torchvision's names of VGG16's convolutions. */
    private static final Pattern VGG_KEY = Pattern.compile("features\\.(\\d+)\\.(weight|bias)");

    /**
     * @param vgg torchvision's {@code vgg16-397923af.pth}
     * @param lin LPIPS' linear layers, {@code vgg.pth}
     * @throws org.gatun.checkpoint.CheckpointException if one of them can't be read, or lacks something
     */
    public static PerceptualDistance load(Path vgg, Path lin, Device device) {
        Parameters parameters = new Parameters(device, DType.FLOAT32);
        try {
            Lpips lpips = new Lpips(parameters.root());
            Map<String, Tensor> state = parameters.stateDict();
            StateFile.load(vgg, vggKeys(WeightFile.open(vgg)), part(state, "net."), StateFile.Tolerance.NONE);
            StateFile.load(lin, WeightFile.open(lin).tensors(), part(state, "lin"), StateFile.Tolerance.NONE);
            parameters.requiresGrad(false);
            return new PerceptualDistance(parameters, lpips);
        } catch (RuntimeException e) {
            parameters.close();
            throw e;
        }
    }

    private static Map<String, Tensor> part(Map<String, Tensor> state, String prefix) {
        Map<String, Tensor> part = new LinkedHashMap<>();
        state.forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                part.put(name, tensor);
            }
        });
        return part;
    }

    /** The convolutions under LPIPS' names: {@code net.slice<k>.<i>}. */
    private static Map<String, StoredTensor> vggKeys(WeightFile file) {
        Map<String, StoredTensor> renamed = new LinkedHashMap<>();
        for (String name : file.names()) {
            Matcher matcher = VGG_KEY.matcher(name);
            String key = name;
            if (matcher.matches()) {
                int layer = Integer.parseInt(matcher.group(1));
                key = "net.slice" + Lpips.slice(layer) + "." + layer + "." + matcher.group(2);
            }
            if (!key.startsWith("classifier.")) { // which features have no need of
                renamed.put(key, file.tensor(name));
            }
        }
        return renamed;
    }

    @Override
    public void close() {
        parameters.close();
    }
}
