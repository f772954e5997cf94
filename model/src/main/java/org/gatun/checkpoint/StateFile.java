package org.gatun.checkpoint;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.gatun.torch.Autograd;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/** A network's tensors to a file and back. */
public final class StateFile {

    private static final int LISTED = 8;

    private StateFile() {}

    /**
     * Which differences between a file and a network are no error.
     *
     * @param ignorable names in the file that the network may lack
     * @param optional names of the network that the file may lack
     */
    public record Tolerance(Predicate<String> ignorable, Predicate<String> optional) {

        /** None. */
        public static final Tolerance NONE = new Tolerance(_ -> false, _ -> false);
    }

    /** Writes tensors of any device to a safetensors file, in place of an older one. */
    public static void save(Path file, Map<String, Tensor> state, Map<String, String> metadata) {
        try (TensorScope _ = TensorScope.open()) {
            Map<String, StoredTensor> stored = new LinkedHashMap<>();
            state.forEach((name, tensor) -> stored.put(name, stored(tensor)));
            Safetensors.write(file, stored, metadata);
        }
    }

    /** A dense CPU view of the tensor or of a copy; it lives in the open scope. */
    private static StoredTensor stored(Tensor tensor) {
        Tensor dense = tensor.detach().to(Device.CPU).contiguous();
        return new StoredTensor(dense.dtype(), dense.shape(), dense.segment());
    }

    /**
     * Copies the file's tensors into those of {@code state}, converting dtypes. Either all of them are copied or, if the names or shapes
     * differ in a way that {@code tolerance} does not allow, none.
     *
     * @return the names in the file that were left out
     * @throws CheckpointException if names or shapes differ; the message lists them
     */
    public static List<String> load(WeightFile file, Map<String, Tensor> state, Tolerance tolerance) {
        return load(file.path(), file.tensors(), state, tolerance);
    }

    /** As {@link #load(WeightFile, Map, Tolerance)}, with the file's tensors under other names. */
    public static List<String> load(
            Path file, Map<String, StoredTensor> stored, Map<String, Tensor> state, Tolerance tolerance) {
        List<String> missing = new ArrayList<>();
        List<String> misshaped = new ArrayList<>();
        state.forEach((name, tensor) -> {
            StoredTensor source = stored.get(name);
            if (source == null) {
                if (!tolerance.optional().test(name)) {
                    missing.add(name);
                }
            } else if (!Arrays.equals(source.shape(), tensor.shape())) {
                misshaped.add(name + ": " + Arrays.toString(source.shape()) + " in the file, "
                        + Arrays.toString(tensor.shape()) + " in the network");
            }
        });
        List<String> ignored = new ArrayList<>();
        List<String> unexpected = new ArrayList<>();
        for (String name : stored.keySet()) {
            if (!state.containsKey(name)) {
                (tolerance.ignorable().test(name) ? ignored : unexpected).add(name);
            }
        }
        if (!missing.isEmpty() || !unexpected.isEmpty() || !misshaped.isEmpty()) {
            throw new CheckpointException(
                    file,
                    "does not fit the network"
                            + describe("missing", missing)
                            + describe("unexpected", unexpected)
                            + describe("of another shape", misshaped));
        }
        state.forEach((name, tensor) -> {
            if (stored.containsKey(name)) {
                copy(stored.get(name), tensor);
            }
        });
        return ignored;
    }

    private static String describe(String what, List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        String more = names.size() > LISTED ? " and " + (names.size() - LISTED) + " more" : "";
        return "; " + what + ": " + String.join(", ", names.subList(0, Math.min(LISTED, names.size()))) + more;
    }

    private static void copy(StoredTensor source, Tensor target) {
        try (TensorScope _ = TensorScope.open();
                var _ = Autograd.noGrad()) {
            if (source.dtype() == target.dtype() && target.device().equals(Device.CPU) && target.isContiguous()) {
                // From the mapped file to its place, with nothing in between.
                MemorySegment.copy(
                        source.data(),
                        0,
                        target.detach().segment(),
                        0,
                        source.data().byteSize());
            } else {
                target.copy_(Tensor.copyOf(source.data(), source.dtype(), source.shape()));
            }
        }
    }
}
