package org.gatun.parity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatun.checkpoint.CheckpointException;
import org.gatun.checkpoint.Safetensors;
import org.gatun.checkpoint.StateFile;
import org.gatun.checkpoint.StoredTensor;
import org.gatun.nn.Parameters;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/**
 * One case that the reference computed.
 *
 * @param file the safetensors file
 * @param kind what the case is about
 * @param description the case's configuration and scalar results
 * @param tensors {@code state.*} parameters, {@code in.*} inputs, {@code out.*} results, {@code grad.*} gradients
 * @param device where it is to be computed
 */
public record Fixture(Path file, String kind, JsonNode description, Map<String, StoredTensor> tensors, Device device) {

    /**
     * Reads a fixture; its tensors are views of the mapped file.
     *
     * @throws CheckpointException if it is no safetensors file, or none that describes a case
     */
    public static Fixture read(Path file, Device device) {
        Safetensors weights = Safetensors.open(file);
        String text = weights.metadata().get("case");
        if (text == null) {
            throw new CheckpointException(file, "has no 'case' in its metadata: it is no parity fixture");
        }
        try {
            JsonNode description = new JsonMapper().readTree(text);
            return new Fixture(file, description.path("kind").asText(), description, weights.tensors(), device);
        } catch (JsonProcessingException e) {
            throw new CheckpointException(file, "has a 'case' that is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The file's name without its ending. */
    public String name() {
        return name(file);
    }

    /** The name of the fixture in that file. */
    public static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.safetensors$", "");
    }

    public boolean has(String tensor) {
        return tensors.containsKey(tensor);
    }

    /** Names of tensors that begin with {@code prefix}, without it. */
    public Set<String> names(String prefix) {
        return tensors.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    /** No parameters yet; those to come are of that type and on the device. The caller owns them. */
    Parameters parameters(DType dtype) {
        return new Parameters(device, dtype);
    }

    /** A copy of a tensor as the file holds it, on the device, in the innermost scope. */
    public Tensor tensor(String name) {
        StoredTensor stored = stored(name);
        try (TensorScope scope = TensorScope.open()) {
            return scope.moveToOuter(
                    Tensor.copyOf(stored.data(), stored.dtype(), stored.shape()).to(device));
        }
    }

    /** The shape of a tensor. */
    public long[] shape(String name) {
        return stored(name).shape();
    }

    private StoredTensor stored(String name) {
        StoredTensor stored = tensors.get(name);
        if (stored == null) {
            throw new CheckpointException(file, "has no tensor '" + name + "'");
        }
        return stored;
    }

    /** A copy of a tensor of real numbers as float64, in the innermost scope. */
    public Tensor float64(String name) {
        return real(name, DType.FLOAT64);
    }

    /** A copy of a tensor of real numbers as float32, in the innermost scope. */
    public Tensor float32(String name) {
        return real(name, DType.FLOAT32);
    }

    private Tensor real(String name, DType dtype) {
        try (TensorScope scope = TensorScope.open()) {
            return scope.moveToOuter(tensor(name).to(dtype));
        }
    }

    /** Copies {@code state.*} into a network, all of it. */
    public void load(Parameters parameters) {
        load(parameters.stateDict(), StateFile.Tolerance.NONE);
    }

    /** Copies {@code state.*} into the tensors of a network. */
    public void load(Map<String, Tensor> state, StateFile.Tolerance tolerance) {
        Map<String, StoredTensor> stored = new LinkedHashMap<>();
        for (String name : names("state.")) {
            stored.put(name, tensors.get("state." + name));
        }
        StateFile.load(file, stored, state, tolerance);
    }
}
