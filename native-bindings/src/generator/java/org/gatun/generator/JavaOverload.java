package org.gatun.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One Java method of an operator: its first {@code count} arguments are given, the others take PyTorch's defaults.
 *
 * @param scalars how {@code Scalar} arguments are typed
 * @param primitive whether optional numbers are primitive (present) instead of boxed (absent when null)
 */
record JavaOverload(Schema schema, List<Argument> arguments, int count, Scalars scalars, boolean primitive) {

    enum Scalars {
        DOUBLE("double"),
        LONG("long");

        final String javaType;

        Scalars(String javaType) {
            this.javaType = javaType;
        }
    }

    /** All overloads of {@code schema}, those that do the call first. */
    static List<JavaOverload> of(Schema schema) {
        List<Argument> arguments = new ArrayList<>(schema.visibleArguments());
        if (schema.isMethod()) {
            arguments.removeFirst();
        }
        int required = arguments.size();
        while (required > 0 && arguments.get(required - 1).hasDefault()) {
            required--;
        }
        List<JavaOverload> overloads = new ArrayList<>();
        for (int count = arguments.size(); count >= required; count--) {
            List<Argument> given = arguments.subList(0, count);
            boolean hasScalar = given.stream().anyMatch(argument -> argument.type() == ArgumentType.SCALAR);
            // The methods that do the call exist for both kinds of scalar, given or not.
            boolean bothScalars = hasScalar || count == arguments.size() && hasScalar(arguments);
            boolean hasBoxed =
                    given.stream().anyMatch(argument -> argument.type().isBoxedNumber());
            for (Scalars scalars : Scalars.values()) {
                if (scalars == Scalars.DOUBLE && !bothScalars) {
                    continue;
                }
                overloads.add(new JavaOverload(schema, arguments, count, scalars, false));
                if (hasBoxed) {
                    overloads.add(new JavaOverload(schema, arguments, count, scalars, true));
                }
            }
        }
        return overloads;
    }

    private static boolean hasScalar(List<Argument> arguments) {
        return arguments.stream().anyMatch(argument -> argument.type() == ArgumentType.SCALAR);
    }

    boolean doesTheCall() {
        return count == arguments.size() && !primitive;
    }

    List<Argument> given() {
        return arguments.subList(0, count);
    }

    /** The parameter list without names: two overloads of one name must differ in it. */
    String erasure() {
        return given().stream().map(this::javaType).collect(Collectors.joining(","));
    }

    String parameters() {
        List<String> parameters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Argument argument = arguments.get(i);
            boolean last = i == count - 1;
            boolean afterNumber = i > 0 && javaType(arguments.get(i - 1)).equals("long");
            boolean variable = last && argument.type().isIntList() && !afterNumber;
            parameters.add((variable ? "long..." : javaType(argument)) + " " + argument.name());
        }
        return String.join(", ", parameters);
    }

    /** The arguments with which a method that only fills in defaults calls the one that does the call. */
    String delegation() {
        // A default that is no whole number asks for the double overload.
        boolean fractional = arguments.subList(count, arguments.size()).stream()
                .anyMatch(argument -> argument.type() == ArgumentType.SCALAR
                        && argument.defaultValue().contains("."));
        boolean givenScalar = hasScalar(given());
        Scalars kind = givenScalar ? scalars : fractional ? Scalars.DOUBLE : Scalars.LONG;
        List<String> values = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Argument argument = arguments.get(i);
            if (i >= count) {
                values.add(defaultValue(argument, kind));
            } else if (primitive && argument.type().isBoxedNumber()) {
                values.add("(" + boxedType(argument) + ") " + argument.name());
            } else {
                values.add(argument.name());
            }
        }
        return String.join(", ", values);
    }

    String javaType(Argument argument) {
        return switch (argument.type()) {
            case TENSOR, OPTIONAL_TENSOR -> "Tensor";
            case TENSORS -> "List<Tensor>";
            case INT, SYM_INT -> "long";
            case OPTIONAL_INT, OPTIONAL_SYM_INT -> primitive ? "long" : "Long";
            case INTS, SYM_INTS, OPTIONAL_INTS, FIXED_INTS, FIXED_SYM_INTS -> "long[]";
            case FLOAT -> "double";
            case OPTIONAL_FLOAT -> primitive ? "double" : "Double";
            case BOOL -> "boolean";
            case SCALAR -> scalars.javaType;
            case OPTIONAL_SCALAR -> "Number";
            case STRING, OPTIONAL_STRING -> "String";
            case DTYPE, OPTIONAL_DTYPE -> "DType";
            case OPTIONAL_DEVICE -> "Device";
            case MEMORY_FORMAT, OPTIONAL_MEMORY_FORMAT -> "MemoryFormat";
            case REDUCTION -> "Reduction";
            case ABSENT_LAYOUT, ABSENT_PIN_MEMORY, ABSENT_GENERATOR, NEVER_SPARSE ->
                throw new IllegalArgumentException(argument.name() + " is not visible");
        };
    }

    private String boxedType(Argument argument) {
        return argument.type() == ArgumentType.OPTIONAL_FLOAT ? "Double" : "Long";
    }

    private String defaultValue(Argument argument, Scalars kind) {
        String value = argument.defaultValue();
        return switch (argument.type()) {
            case OPTIONAL_TENSOR, OPTIONAL_STRING, OPTIONAL_DEVICE, OPTIONAL_SCALAR, OPTIONAL_MEMORY_FORMAT ->
                "(" + javaType(argument) + ") null";
            case OPTIONAL_INT, OPTIONAL_SYM_INT, OPTIONAL_FLOAT -> "(" + boxedType(argument) + ") null";
            case OPTIONAL_DTYPE, DTYPE -> value.equals("long") ? "DType.INT64" : "(DType) null";
            case INT, SYM_INT -> value + "L";
            case FLOAT -> value.contains(".") || value.contains("e") ? value : value + ".0";
            case BOOL -> value.equals("True") ? "true" : "false";
            case SCALAR -> kind == Scalars.LONG ? value + "L" : value.contains(".") ? value : value + ".0";
            case STRING -> "\"" + value.substring(1, value.length() - 1) + "\"";
            case MEMORY_FORMAT -> "MemoryFormat.CONTIGUOUS";
            case REDUCTION -> "Reduction.MEAN";
            case FIXED_INTS, FIXED_SYM_INTS -> "new long[] {" + value + "}";
            case INTS, SYM_INTS -> "new long[0]";
            case OPTIONAL_INTS -> "(long[]) null";
            case TENSOR, TENSORS, ABSENT_LAYOUT, ABSENT_PIN_MEMORY, ABSENT_GENERATOR, NEVER_SPARSE ->
                throw new IllegalArgumentException(argument.name() + " has no default in Java");
        };
    }
}
