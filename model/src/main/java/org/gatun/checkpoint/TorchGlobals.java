package org.gatun.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gatun.torch.DType;

/**
 * The allow-list: what the names in a checkpoint's pickle may do. A name is only ever data; calling one that is on the
 * list builds a tensor or a collection of ours, calling any other makes a {@link ForeignObject}.
 */
final class TorchGlobals {
    private static final int MAX_NAME = 512;
    private static final int MAX_NAMES = 10_000;
    private static final Map<String, DType> DTYPES =
            Arrays.stream(DType.values()).collect(Collectors.toUnmodifiableMap(DType::torchName, Function.identity()));

    /** Classes that are only named beside a tensor whose attributes are left out. */
    private static final Set<String> TENSOR_CLASSES = Set.of("torch.Tensor", "torch.nn.parameter.Parameter");

    private final TensorFactory tensors;
    private final Map<String, Function<List<?>, Object>> allowed;
    private final Map<String, ForeignObject> references = new HashMap<>();
    private final Set<String> foreign = new LinkedHashSet<>();

    TorchGlobals(TensorFactory tensors) {
        this.tensors = tensors;
        this.allowed = Map.ofEntries(
                Map.entry("torch._utils._rebuild_tensor", this::rebuildTensor),
                Map.entry("torch._utils._rebuild_tensor_v2", this::rebuildTensor),
                Map.entry("torch._utils._rebuild_tensor_v3", this::rebuildTensorV3),
                Map.entry("torch._utils._rebuild_parameter", List::getFirst),
                Map.entry("torch._utils._rebuild_parameter_with_state", List::getFirst),
                Map.entry("torch._tensor._rebuild_from_type_v2", this::rebuildFromType),
                Map.entry("torch.Size", TorchGlobals::sequence),
                Map.entry("torch.device", TorchGlobals::device),
                Map.entry("collections.OrderedDict", TorchGlobals::map),
                Map.entry("collections.Counter", TorchGlobals::map),
                Map.entry("collections.defaultdict", _ -> new LinkedHashMap<>()),
                Map.entry("builtins.dict", TorchGlobals::map),
                Map.entry("builtins.set", TorchGlobals::set),
                Map.entry("builtins.frozenset", TorchGlobals::set),
                Map.entry("builtins.list", arguments -> new ArrayList<>(sequence(arguments))),
                Map.entry("builtins.tuple", TorchGlobals::sequence),
                Map.entry("builtins.bytearray", TorchGlobals::bytes),
                Map.entry("_codecs.encode", TorchGlobals::encode),
                Map.entry("numpy.dtype", arguments -> new ForeignObject("numpy", "dtype", arguments)),
                Map.entry("numpy.core.multiarray.scalar", TorchGlobals::numpyScalar));
    }

    /** The object that a pickle's reference to a global stands for: a {@link DType} or an inert name. */
    Object find(String module, String name) {
        if (module.length() > MAX_NAME || name.length() > MAX_NAME) {
            throw new IllegalArgumentException("the name of a class is longer than " + MAX_NAME + " characters");
        }
        if (module.equals("torch") && DTYPES.containsKey(name)) {
            return DTYPES.get(name);
        }
        String currentModule = switch (module) {
            case "__builtin__" -> "builtins";
            case "numpy._core.multiarray" -> "numpy.core.multiarray";
            default -> module;
        };
        String qualifiedName = currentModule + "." + name;
        if (!allowed.containsKey(qualifiedName)
                && !TENSOR_CLASSES.contains(qualifiedName)
                && !isReadableStorage(currentModule, name)) {
            foreign.add(qualifiedName);
        }
        if (references.size() == MAX_NAMES) {
            throw new IllegalArgumentException("it names more than " + MAX_NAMES + " classes and functions");
        }
        return references.computeIfAbsent(qualifiedName, _ -> new ForeignObject(currentModule, name, List.of()));
    }

    /** What a call gives: never the effect of code that the file chose. */
    Object call(ForeignObject callable, List<?> arguments) {
        Function<List<?>, Object> function = allowed.get(callable.qualifiedName());
        return function == null
                ? new ForeignObject(callable.module(), callable.name(), arguments)
                : function.apply(arguments);
    }

    StorageReference storage(Object persistentId) {
        StorageReference storage = StorageReference.of(persistentId);
        tensors.declare(storage);
        return storage;
    }

    /** Qualified names of everything that is not on the list, in the order of the file. */
    Set<String> foreign() {
        return Collections.unmodifiableSet(foreign);
    }

    private static boolean isReadableStorage(String module, String name) {
        return StorageType.find(module, name)
                .filter(type -> type == StorageType.UNTYPED || type.dtype().isPresent())
                .isPresent();
    }

    /** {@code (storage, offset, size, stride[, requires_grad, backward_hooks[, metadata]])}. */
    private Object rebuildTensor(List<?> arguments) {
        if (arguments.size() < 4) {
            throw new IllegalArgumentException("a tensor is described by " + arguments.size() + " values");
        }
        refuseLazyBits(arguments, 6);
        StorageReference storage = storageArgument(arguments);
        return tensor(storage, storage.type().dtype(), arguments, storage.type().className());
    }

    /** {@code (storage, offset, size, stride, requires_grad, backward_hooks, dtype[, metadata])}. */
    private Object rebuildTensorV3(List<?> arguments) {
        if (arguments.size() < 7) {
            throw new IllegalArgumentException("a tensor is described by " + arguments.size() + " values");
        }
        refuseLazyBits(arguments, 7);
        Optional<DType> dtype = arguments.get(6) instanceof DType known ? Optional.of(known) : Optional.empty();
        return tensor(storageArgument(arguments), dtype, arguments, String.valueOf(arguments.get(6)));
    }

    private Object tensor(StorageReference storage, Optional<DType> dtype, List<?> arguments, String elementType) {
        if (dtype.isEmpty()) {
            return new ForeignObject("torch", ForeignObject.TENSOR_OF + elementType, arguments);
        }
        return tensors.tensor(
                storage,
                dtype.get(),
                PickledNumbers.size(arguments.get(1)),
                PickledNumbers.sizes(arguments.get(2)),
                PickledNumbers.sizes(arguments.get(3)));
    }

    /** {@code (function, class, arguments, state)}: a tensor of a subclass, or with attributes of its own. */
    private Object rebuildFromType(List<?> arguments) {
        if (arguments.size() == 4
                && arguments.get(0) instanceof ForeignObject function
                && arguments.get(2) instanceof List<?> inner) {
            return switch (function.qualifiedName()) {
                case "torch._utils._rebuild_tensor_v2" -> rebuildTensor(inner);
                case "torch._utils._rebuild_tensor_v3" -> rebuildTensorV3(inner);
                default -> new ForeignObject(function.module(), function.name(), inner);
            };
        }
        throw new IllegalArgumentException("a tensor of a subclass is malformed");
    }

    private static StorageReference storageArgument(List<?> arguments) {
        if (arguments.getFirst() instanceof StorageReference storage) {
            return storage;
        }
        throw new IllegalArgumentException("a tensor lies over something that is not a storage");
    }

    /** A negation or conjugation that PyTorch put off: the stored elements are not the tensor's. */
    private static void refuseLazyBits(List<?> arguments, int index) {
        if (arguments.size() > index
                && arguments.get(index) instanceof Map<?, ?> metadata
                && (Boolean.TRUE.equals(metadata.get("neg")) || Boolean.TRUE.equals(metadata.get("conj")))) {
            throw new IllegalArgumentException(
                    "a tensor has its conj or neg bit set; save it after resolve_conj() and resolve_neg()");
        }
    }

    private static List<?> sequence(List<?> arguments) {
        if (arguments.isEmpty()) {
            return List.of();
        }
        if (arguments.size() == 1 && arguments.getFirst() instanceof Collection<?> items) {
            return items instanceof List<?> list ? list : new ArrayList<>(items);
        }
        throw new IllegalArgumentException("a sequence is made of one collection");
    }

    private static Map<Object, Object> map(List<?> arguments) {
        Map<Object, Object> map = new LinkedHashMap<>();
        if (arguments.size() == 1 && arguments.getFirst() instanceof Map<?, ?> source) {
            map.putAll(source);
            return map;
        }
        for (Object item : sequence(arguments)) {
            if (!(item instanceof List<?> pair) || pair.size() != 2) {
                throw new IllegalArgumentException("a dictionary is made of pairs");
            }
            map.put(PickledKeys.check(pair.get(0)), pair.get(1));
        }
        return map;
    }

    private static Set<Object> set(List<?> arguments) {
        Set<Object> set = new LinkedHashSet<>();
        for (Object item : sequence(arguments)) {
            set.add(PickledKeys.check(item));
        }
        return set;
    }

    private static String device(List<?> arguments) {
        return arguments.stream().map(TorchGlobals::scalarText).collect(Collectors.joining(":"));
    }

    private static String scalarText(Object value) {
        if (value instanceof String || value instanceof Number) {
            return value.toString();
        }
        throw new IllegalArgumentException("a device is a name and a number");
    }

    private static Object bytes(List<?> arguments) {
        if (arguments.isEmpty()) {
            return new byte[0];
        }
        return arguments.getFirst() instanceof byte[] bytes ? bytes : encode(arguments);
    }

    /** How protocol 2 pickles bytes: {@code _codecs.encode(text, "latin1")}. */
    private static byte[] encode(List<?> arguments) {
        if (arguments.size() == 2
                && arguments.get(0) instanceof String text
                && arguments.get(1) instanceof String encoding
                && (encoding.equals("latin1") || encoding.equals("latin-1"))) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
        throw new IllegalArgumentException("bytes are encoded in another way than latin1");
    }

    private static Object numpyScalar(List<?> arguments) {
        return NumpyScalar.of(arguments)
                .orElseGet(() -> new ForeignObject("numpy.core.multiarray", "scalar", arguments));
    }
}
