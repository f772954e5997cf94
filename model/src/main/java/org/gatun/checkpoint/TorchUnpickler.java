package org.gatun.checkpoint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.razorvine.pickle.Opcodes;
import net.razorvine.pickle.PickleException;
import net.razorvine.pickle.PickleUtils;
import net.razorvine.pickle.Unpickler;

/**
 * Reads one pickle, trusting nothing in it.
 *
 * <p>The library decodes the values. Every opcode that resolves a name, calls something or restores a state is taken
 * over here, so that the library's table of constructors (process-wide, and open to any code) is never asked: names go
 * to {@link TorchGlobals}. So are the opcodes that build collections, which keep the order of the file, and whose cost
 * is bounded: at most {@link #MAX_OPERATIONS} opcodes and copied elements, lengths checked before memory is allocated,
 * and no recursion. Tuples become unmodifiable lists, dictionaries {@link LinkedHashMap}s.
 */
final class TorchUnpickler extends Unpickler {
    /** Far above a checkpoint with optimizer states (about 25 a tensor), far below what fills a heap. */
    static final int MAX_OPERATIONS = 1 << 22;

    private static final int MAX_LONG_BYTES = 1024;
    /** Characters or bytes that cost as much as one operation. */
    private static final int BYTES_PER_OPERATION = 64;

    private final MappedFile file;
    private final PickleInput pickle;
    private final TorchGlobals globals;
    private Object marker;
    private long operations;

    TorchUnpickler(MappedFile file, PickleInput pickle, TorchGlobals globals) {
        this.file = file;
        this.pickle = pickle;
        this.globals = globals;
    }

    /** The pickle's object; the input stands after it. */
    Object read() {
        try {
            return load(pickle);
        } catch (CheckpointException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            if (pickle.count() == PickleInput.MAX_LENGTH) {
                throw file.malformed("its pickle is longer than %d bytes".formatted(PickleInput.MAX_LENGTH), e);
            }
            // The library reports malformed input by whichever exception its own code runs into.
            throw file.malformed(
                    "its pickle is truncated or malformed at byte %d: %s".formatted(pickle.count(), reason(e)), e);
        }
    }

    private static String reason(Exception e) {
        return e instanceof IOException || e instanceof PickleException || e instanceof IllegalArgumentException
                ? e.getMessage()
                : e.getClass().getSimpleName();
    }

    @Override
    protected Object dispatch(short opcode) throws IOException {
        if (marker == null) {
            stack.add_mark();
            marker = stack.pop();
        }
        charge(1);
        switch (opcode) {
            case Opcodes.NONE,
                    Opcodes.NEWTRUE,
                    Opcodes.NEWFALSE,
                    Opcodes.BININT,
                    Opcodes.BININT1,
                    Opcodes.BININT2,
                    Opcodes.BINFLOAT,
                    Opcodes.MARK,
                    Opcodes.POP,
                    Opcodes.DUP,
                    Opcodes.BINGET,
                    Opcodes.LONG_BINGET,
                    Opcodes.BINPUT,
                    Opcodes.LONG_BINPUT,
                    Opcodes.MEMOIZE,
                    Opcodes.PROTO,
                    Opcodes.FRAME,
                    Opcodes.BINPERSID -> super.dispatch(opcode);
            case Opcodes.INT, Opcodes.LONG, Opcodes.FLOAT, Opcodes.GET, Opcodes.PUT -> {
                pickle.requireShortLine();
                super.dispatch(opcode);
            }
            case Opcodes.STRING, Opcodes.UNICODE -> super.dispatch(opcode);
            case Opcodes.SHORT_BINSTRING, Opcodes.SHORT_BINBYTES, Opcodes.SHORT_BINUNICODE -> counted(opcode, 1);
            case Opcodes.BINSTRING, Opcodes.BINUNICODE, Opcodes.BINBYTES -> counted(opcode, Integer.BYTES);
            case Opcodes.BINUNICODE8, Opcodes.BINBYTES8, Opcodes.BYTEARRAY8 -> counted(opcode, Long.BYTES);
            case Opcodes.LONG1 -> {
                pickle.requireCounted(1, MAX_LONG_BYTES);
                super.dispatch(opcode);
            }
            case Opcodes.LONG4 -> {
                pickle.requireCounted(Integer.BYTES, MAX_LONG_BYTES);
                super.dispatch(opcode);
            }
            case Opcodes.POP_MARK -> popToMark();
            case Opcodes.EMPTY_TUPLE -> stack.add(List.of());
            case Opcodes.TUPLE1 -> pushTuple(1);
            case Opcodes.TUPLE2 -> pushTuple(2);
            case Opcodes.TUPLE3 -> pushTuple(3);
            case Opcodes.TUPLE -> stack.add(Collections.unmodifiableList(popToMark()));
            case Opcodes.EMPTY_LIST -> stack.add(new ArrayList<>(0));
            case Opcodes.LIST -> stack.add(new ArrayList<>(popToMark()));
            case Opcodes.EMPTY_DICT -> stack.add(new LinkedHashMap<>());
            case Opcodes.DICT -> stack.add(putAll(new LinkedHashMap<>(), popToMark()));
            case Opcodes.EMPTY_SET -> stack.add(new LinkedHashSet<>());
            case Opcodes.FROZENSET -> stack.add(addAll(new LinkedHashSet<>(), popToMark()));
            case Opcodes.APPEND -> append(Collections.singletonList(pop()));
            case Opcodes.APPENDS -> append(popToMark());
            case Opcodes.SETITEM -> {
                Object value = pop();
                Object key = pop();
                setItems(Arrays.asList(key, value));
            }
            case Opcodes.SETITEMS -> setItems(popToMark());
            case Opcodes.ADDITEMS -> addItems(popToMark());
            case Opcodes.GLOBAL -> {
                pickle.requireShortLine();
                String module = PickleUtils.readline(pickle);
                pickle.requireShortLine();
                stack.add(globals.find(module, PickleUtils.readline(pickle)));
            }
            case Opcodes.STACK_GLOBAL -> {
                String name = (String) pop();
                stack.add(globals.find((String) pop(), name));
            }
            case Opcodes.REDUCE, Opcodes.NEWOBJ -> {
                List<?> arguments = (List<?>) pop();
                call(pop(), arguments);
            }
            case Opcodes.NEWOBJ_EX -> {
                pop(); // keyword arguments: no function of the allow-list has any
                List<?> arguments = (List<?>) pop();
                call(pop(), arguments);
            }
            case Opcodes.OBJ -> {
                List<Object> items = popToMark();
                call(items.getFirst(), items.subList(1, items.size()));
            }
            case Opcodes.INST -> {
                pickle.requireShortLine();
                String module = PickleUtils.readline(pickle);
                pickle.requireShortLine();
                call(globals.find(module, PickleUtils.readline(pickle)), popToMark());
            }
            case Opcodes.BUILD -> {
                Object state = pop();
                if (peek() instanceof ForeignObject object) {
                    object.state(state);
                } // else attributes of a collection or tensor, such as a state_dict's _metadata
            }
            case Opcodes.STOP -> {
                Object value = pop();
                close();
                return value;
            }
            default -> throw new PickleException("opcode 0x%02x is not one that torch.save writes".formatted(opcode));
        }
        return NO_RETURN_VALUE;
    }

    @Override
    protected Object persistentLoad(Object id) {
        return globals.storage(id);
    }

    private void charge(long cost) {
        operations += cost;
        if (operations > MAX_OPERATIONS) {
            throw new PickleException("it takes more than " + MAX_OPERATIONS + " operations");
        }
    }

    private void counted(short opcode, int lengthBytes) throws IOException {
        pickle.requireCounted(lengthBytes, PickleInput.MAX_LENGTH);
        super.dispatch(opcode);
    }

    private Object pop() {
        Object value = stack.pop();
        if (value == marker) {
            throw new PickleException("a value is missing");
        }
        return value;
    }

    private Object peek() {
        Object value = stack.peek();
        if (value == marker) {
            throw new PickleException("a value is missing");
        }
        return value;
    }

    /** The items above the topmost mark, in a list of their own; the mark goes too. */
    private List<Object> popToMark() {
        List<Object> items = new ArrayList<>();
        for (Object item = stack.pop(); item != marker; item = stack.pop()) {
            items.add(item);
        }
        Collections.reverse(items);
        return items;
    }

    private void pushTuple(int size) {
        Object[] items = new Object[size];
        for (int i = size - 1; i >= 0; i--) {
            items[i] = pop();
        }
        stack.add(Collections.unmodifiableList(Arrays.asList(items)));
    }

    @SuppressWarnings("unchecked")
    private void append(List<Object> items) {
        if (peek() instanceof ArrayList<?> list) {
            ((List<Object>) list).addAll(items);
        } else {
            requireForeign("items are appended to");
        }
    }

    @SuppressWarnings("unchecked")
    private void setItems(List<Object> keysAndValues) {
        if (peek() instanceof LinkedHashMap<?, ?> map) {
            putAll((Map<Object, Object>) map, keysAndValues);
        } else {
            requireForeign("keys are set in");
        }
    }

    @SuppressWarnings("unchecked")
    private void addItems(List<Object> items) {
        if (peek() instanceof LinkedHashSet<?> set) {
            addAll((Set<Object>) set, items);
        } else {
            requireForeign("items are added to");
        }
    }

    private void requireForeign(String action) {
        if (!(peek() instanceof ForeignObject)) {
            throw new PickleException(action + " something that is no collection");
        }
    }

    private static Map<Object, Object> putAll(Map<Object, Object> map, List<Object> keysAndValues) {
        for (int i = 0; i < keysAndValues.size(); i += 2) {
            map.put(PickledKeys.check(keysAndValues.get(i)), keysAndValues.get(i + 1));
        }
        return map;
    }

    private static Set<Object> addAll(Set<Object> set, List<Object> items) {
        for (Object item : items) {
            set.add(PickledKeys.check(item));
        }
        return set;
    }

    private void call(Object callable, List<?> arguments) {
        if (!(callable instanceof ForeignObject function)) {
            throw new PickleException("something that is no class or function is called");
        }
        // What a call may copy is paid for first, or a short loop over one long value would fill the memory.
        charge(arguments.size());
        for (Object argument : arguments) {
            charge(
                    switch (argument) {
                        case Collection<?> items -> items.size();
                        case Map<?, ?> map -> map.size();
                        case String text -> text.length() / BYTES_PER_OPERATION;
                        case null, default -> 0;
                    });
        }
        stack.add(globals.call(function, arguments));
    }
}
