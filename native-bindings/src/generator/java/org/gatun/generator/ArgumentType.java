package org.gatun.generator;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The argument types of ATen schemas that the bindings can carry; anything else in ops.txt is an error. */
enum ArgumentType {
    TENSOR,
    OPTIONAL_TENSOR,
    TENSORS,
    INT,
    SYM_INT,
    OPTIONAL_INT,
    OPTIONAL_SYM_INT,
    INTS,
    SYM_INTS,
    OPTIONAL_INTS,
    FIXED_INTS,
    FIXED_SYM_INTS,
    FLOAT,
    OPTIONAL_FLOAT,
    BOOL,
    SCALAR,
    OPTIONAL_SCALAR,
    STRING,
    OPTIONAL_STRING,
    DTYPE,
    OPTIONAL_DTYPE,
    OPTIONAL_DEVICE,
    MEMORY_FORMAT,
    OPTIONAL_MEMORY_FORMAT,
    REDUCTION,
    /** {@code Layout?}, {@code bool? pin_memory} and {@code Generator?}: always absent, and so in neither C nor Java. */
    ABSENT_LAYOUT,
    ABSENT_PIN_MEMORY,
    ABSENT_GENERATOR,
    /** Whether gradients are sparse tensors, of which nothing here knows: always false. */
    NEVER_SPARSE;

    private static final Pattern SIZED_LIST = Pattern.compile("(int|SymInt)\\[(\\d+)]");

    /** The type written as {@code schemaType} for the argument {@code name} with the default {@code defaultValue}. */
    static ArgumentType parse(String schemaType, String name, String defaultValue) {
        String type = schemaType.replaceAll("\\([a-z]!?( -> \\*)?\\)", "");
        if (type.equals("int") && "Mean".equals(defaultValue)) {
            return REDUCTION;
        }
        if (type.equals("bool?") && name.equals("pin_memory")) {
            return ABSENT_PIN_MEMORY;
        }
        if (type.equals("bool") && name.matches("sparse|sparse_grad")) {
            return NEVER_SPARSE;
        }
        // A list of fixed length travels as plain numbers; one that may also be empty, or is a list of dimensions, does
        // not.
        Matcher sized = SIZED_LIST.matcher(type);
        if (sized.matches() && !sized.group(2).equals("1") && !"[]".equals(defaultValue)) {
            return sized.group(1).equals("int") ? FIXED_INTS : FIXED_SYM_INTS;
        }
        return switch (type.replaceAll("\\[\\d+]", "[]")) {
            case "Tensor" -> TENSOR;
            case "Tensor?" -> OPTIONAL_TENSOR;
            case "Tensor[]" -> TENSORS;
            case "int" -> INT;
            case "SymInt" -> SYM_INT;
            case "int?" -> OPTIONAL_INT;
            case "SymInt?" -> OPTIONAL_SYM_INT;
            case "int[]" -> INTS;
            case "SymInt[]" -> SYM_INTS;
            case "int[]?" -> OPTIONAL_INTS;
            case "float" -> FLOAT;
            case "float?" -> OPTIONAL_FLOAT;
            case "bool" -> BOOL;
            case "Scalar" -> SCALAR;
            case "Scalar?" -> OPTIONAL_SCALAR;
            case "str" -> STRING;
            case "str?" -> OPTIONAL_STRING;
            case "ScalarType" -> DTYPE;
            case "ScalarType?" -> OPTIONAL_DTYPE;
            case "Device?" -> OPTIONAL_DEVICE;
            case "MemoryFormat" -> MEMORY_FORMAT;
            case "MemoryFormat?" -> OPTIONAL_MEMORY_FORMAT;
            case "Layout?" -> ABSENT_LAYOUT;
            case "Generator?" -> ABSENT_GENERATOR;
            default ->
                throw new IllegalArgumentException("the type " + schemaType + " of " + name + " is not supported");
        };
    }

    boolean isVisible() {
        return switch (this) {
            case ABSENT_LAYOUT, ABSENT_PIN_MEMORY, ABSENT_GENERATOR, NEVER_SPARSE -> false;
            default -> true;
        };
    }

    boolean isBoxedNumber() {
        return this == OPTIONAL_INT || this == OPTIONAL_SYM_INT || this == OPTIONAL_FLOAT;
    }

    boolean isIntList() {
        return this == INTS || this == SYM_INTS || this == OPTIONAL_INTS;
    }
}
