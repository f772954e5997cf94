package org.gatun.checkpoint;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What {@code torch.save} wrote: a plain state dict, a Lightning checkpoint, or another tree of objects with tensors in
 * it.
 *
 * <p>The tree consists of {@link Map} (in the order of the file), {@link List} (lists and tuples), {@link Set}, {@link
 * String}, {@link Number}, {@link Boolean}, {@code byte[]}, null, {@link org.gatun.torch.DType}, {@link StoredTensor},
 * and for everything else {@link ForeignObject}. A hostile file can make it cyclic. A tensor whose element type has no
 * {@code DType} (complex, quantized) is a {@code ForeignObject} too. A storage that was saved without a tensor stays
 * opaque.
 *
 * <p>Contiguous tensors are views of the mapped file; strided ones, storages that are misaligned in the file (always
 * possible in the legacy format) and compressed entries are copied, up to 64 MiB and four times the size of the file.
 */
public final class PyTorchCheckpoint implements WeightFile {
    private static final String STATE_DICT = "state_dict";

    private final MappedFile file;
    private final WeightFormat format;
    private final Object root;
    private final Set<String> foreign;
    private final StateDict stateDict;

    private PyTorchCheckpoint(MappedFile file, WeightFormat format, PickledObject object) {
        this.file = file;
        this.format = format;
        this.root = object.value();
        this.foreign = object.foreign();
        try {
            this.stateDict = root instanceof Map<?, ?> map ? StateDict.flatten(stateDictOf(map)) : null;
        } catch (IllegalArgumentException e) {
            throw file.malformed("its state_dict cannot be used: " + e.getMessage(), e);
        }
    }

    /**
     * Opens a file of {@code torch.save}, in the zip or the legacy format.
     *
     * @throws CheckpointException if the file is missing, no such file, truncated, malformed, or asks for more memory
     * or
     *     time than such a file needs
     */
    public static PyTorchCheckpoint open(Path path) {
        if (WeightFile.open(path) instanceof PyTorchCheckpoint checkpoint) {
            return checkpoint;
        }
        throw new CheckpointException(path, "is a safetensors file, not one of torch.save");
    }

    static PyTorchCheckpoint readZip(MappedFile file) {
        return new PyTorchCheckpoint(file, WeightFormat.PYTORCH_ZIP, ZipTorchFile.read(file));
    }

    static PyTorchCheckpoint readLegacy(MappedFile file) {
        return new PyTorchCheckpoint(file, WeightFormat.PYTORCH_LEGACY, LegacyTorchFile.read(file));
    }

    /**
     * Writes a state dict in the zip format, which {@code torch.load(path, weights_only=True)} reads: to a temporary
     * file beside {@code path}, forced to the disk, then renamed. Every tensor gets a storage of its own.
     *
     * @throws CheckpointException if it cannot be written
     */
    public static void writeStateDict(Path path, Map<String, StoredTensor> tensors) {
        TorchZipWriter.write(path, StateDictPickle.ofStateDict(tensors, false), tensors.values());
    }

    /** As {@link #writeStateDict}, in the legacy format. */
    public static void writeLegacyStateDict(Path path, Map<String, StoredTensor> tensors) {
        LegacyTorchWriter.write(path, StateDictPickle.ofStateDict(tensors, true), tensors.values());
    }

    /**
     * As {@link #writeStateDict}, but in the layout of a Lightning checkpoint: a dictionary of {@code epoch}, {@code
     * global_step} and {@code state_dict}.
     */
    public static void writeLightning(Path path, Map<String, StoredTensor> tensors, long epoch, long globalStep) {
        TorchZipWriter.write(path, StateDictPickle.ofLightning(tensors, epoch, globalStep, false), tensors.values());
    }

    /** As {@link #writeLightning}, in the legacy format. */
    public static void writeLegacyLightning(Path path, Map<String, StoredTensor> tensors, long epoch, long globalStep) {
        LegacyTorchWriter.write(path, StateDictPickle.ofLightning(tensors, epoch, globalStep, true), tensors.values());
    }

    @Override
    public Path path() {
        return file.path();
    }

    @Override
    public WeightFormat format() {
        return format;
    }

    /** The whole object. */
    public Object root() {
        return root;
    }

    /**
     * The tensors under the top level's {@code state_dict} if there is one, else under the top level; names of nested
     * dictionaries are joined by dots.
     *
     * @throws CheckpointException if the top level is not a dictionary
     */
    public Map<String, StoredTensor> stateDict() {
        return Collections.unmodifiableMap(requireStateDict().tensors());
    }

    /** Names in the dictionary of {@link #stateDict} that hold no tensor (a number, a text, a foreign object). */
    public List<String> otherEntries() {
        return Collections.unmodifiableList(requireStateDict().others());
    }

    /** Those of {@link #otherEntries} that are tensors which Gatun cannot read: sparse, quantized, complex; each with its kind. */
    public List<String> unreadableTensors() {
        return Collections.unmodifiableList(requireStateDict().unreadable());
    }

    /**
     * What {@link #stateDict} has nothing of: entries of the top level beside its {@code state_dict}, with the number of tensors below
     * each, in the order of the file.
     */
    public Map<String, Integer> besideStateDict() {
        Map<String, Integer> beside = new LinkedHashMap<>();
        if (root instanceof Map<?, ?> map && map.get(STATE_DICT) instanceof Map<?, ?>) {
            map.forEach((key, value) -> {
                if (!STATE_DICT.equals(key)) {
                    beside.put(String.valueOf(key), new TensorCount().of(value));
                }
            });
        }
        return beside;
    }

    /** The qualified names of Python classes and functions in the file that became {@link ForeignObject}s. */
    public Set<String> foreignClasses() {
        return foreign;
    }

    /** The top level's {@code epoch}, if it is an integer. */
    public OptionalLong epoch() {
        return topLevelInteger("epoch");
    }

    /** The top level's {@code global_step}, if it is an integer. */
    public OptionalLong globalStep() {
        return topLevelInteger("global_step");
    }

    @Override
    public Set<String> names() {
        return stateDict().keySet();
    }

    @Override
    public StoredTensor tensor(String name) {
        StoredTensor tensor = requireStateDict().tensors().get(name);
        if (tensor == null) {
            throw file.malformed("has no tensor '" + name + "'");
        }
        return tensor;
    }

    @Override
    public Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        if (root instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (key instanceof String name
                        && (value instanceof String || value instanceof Number || value instanceof Boolean)) {
                    metadata.put(name, value.toString());
                }
            });
        }
        return Collections.unmodifiableMap(metadata);
    }

    private static Map<?, ?> stateDictOf(Map<?, ?> topLevel) {
        return topLevel.get(STATE_DICT) instanceof Map<?, ?> nested ? nested : topLevel;
    }

    private StateDict requireStateDict() {
        if (stateDict == null) {
            throw file.malformed("holds %s, not a dictionary of tensors; save model.state_dict() instead"
                    .formatted(
                            root instanceof ForeignObject object ? "an object of class " + object : "a single value"));
        }
        return stateDict;
    }

    private OptionalLong topLevelInteger(String key) {
        return root instanceof Map<?, ?> map
                        && map.get(key) instanceof Number number
                        && (number instanceof Integer || number instanceof Long)
                ? OptionalLong.of(number.longValue())
                : OptionalLong.empty();
    }
}
