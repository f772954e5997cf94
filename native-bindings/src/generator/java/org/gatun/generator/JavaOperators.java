package org.gatun.generator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes the typed Java side: an interface of default methods a group, which Tensor implements; the class Torch with the
 * functions that have no {@code self}; a record for each tuple of results.
 */
final class JavaOperators {

    private static final String NOTICE = "// Generated from ops.txt by `make bindings`; do not edit.\n";
    private static final String IMPORTS = """
            package org.gatun.torch;

            import java.lang.foreign.MemorySegment;
            import java.util.List;
            import org.gatun.torch.ffm.gatun_h;

            """;

    // Object.clone() is protected, so an interface can't offer clone(); Tensor itself does.
    private static final Set<String> HAND_WRITTEN = Set.of("clone()");

    private JavaOperators() {}

    /** The files' texts by their names. */
    static Map<String, String> emit(List<Schema> schemas) {
        Map<String, String> files = new LinkedHashMap<>();
        Map<String, List<Schema>> groups =
                schemas.stream().collect(Collectors.groupingBy(Schema::group, LinkedHashMap::new, Collectors.toList()));
        Set<String> methods = new HashSet<>(HAND_WRITTEN);
        groups.forEach((group, members) -> {
            List<Schema> own = members.stream().filter(Schema::isMethod).toList();
            if (!own.isEmpty()) {
                files.put(group + "Operators.java", operators(group, own, methods));
            }
        });
        files.put(
                "Torch.java",
                torch(schemas.stream().filter(schema -> !schema.isMethod()).toList()));
        for (Schema schema : schemas) {
            if (schema.result() == Schema.Result.TUPLE) {
                files.put(recordName(schema) + ".java", record(schema));
            }
        }
        return files;
    }

    private static String operators(String group, List<Schema> schemas, Set<String> methods) {
        StringBuilder out = new StringBuilder(NOTICE).append(IMPORTS);
        out.append("/** Methods of {@link Tensor}: PyTorch's group \"")
                .append(group)
                .append("\". */\n");
        out.append("sealed interface ").append(group).append("Operators permits Tensor {\n");
        schemas.forEach(schema -> methods(schema, "default ", methods, out));
        return out.append("}\n").toString();
    }

    private static String torch(List<Schema> schemas) {
        StringBuilder out = new StringBuilder(NOTICE).append(IMPORTS);
        out.append("""
                /**
                 * PyTorch's functions that are no methods of a tensor: {@code torch.cat}, {@code torch.conv2d} and so on, under PyTorch's
                 * names, with the arguments of the ATen schema that each method names. A tensor that a function returns belongs to the
                 * innermost open {@link TensorScope} of the calling thread, or to the caller when there is none.
                 */
                public final class Torch {

                    static {
                        LibTorch.load();
                    }

                    private Torch() {}
                """);
        Set<String> methods = new HashSet<>();
        schemas.forEach(schema -> methods(schema, "public static ", methods, out));
        return out.append("}\n").toString();
    }

    private static void methods(Schema schema, String modifiers, Set<String> known, StringBuilder out) {
        for (JavaOverload overload : JavaOverload.of(schema)) {
            if (!known.add(schema.name() + "(" + overload.erasure() + ")")) {
                if (overload.doesTheCall()) {
                    throw new IllegalArgumentException(
                            schema.text() + ": Java has " + schema.name() + "(" + overload.erasure() + ") already");
                }
                continue;
            }
            out.append("\n    /** {@code ")
                    .append(schema.text().replace("*/", "* /"))
                    .append("} */\n");
            out.append("    ").append(modifiers).append(returnType(schema)).append(' ');
            out.append(schema.name()).append('(').append(overload.parameters()).append(") {\n");
            if (overload.doesTheCall()) {
                body(overload)
                        .forEach(line -> out.append("        ").append(line).append('\n'));
            } else {
                String call = schema.name() + "(" + overload.delegation() + ");\n";
                out.append("        ")
                        .append(returnType(schema).equals("void") ? "" : "return ")
                        .append(call);
            }
            out.append("    }\n");
        }
    }

    private static List<String> body(JavaOverload overload) {
        Schema schema = overload.schema();
        List<String> lines = new ArrayList<>();
        List<String> values = new ArrayList<>();
        if (schema.isMethod()) {
            lines.add("Tensor self = (Tensor) this;");
            values.add("self.handle()");
        }
        boolean marshals = schema.result() == Schema.Result.TENSORS
                || schema.result() == Schema.Result.TUPLE
                || overload.arguments().stream().anyMatch(JavaOperators::needsMemory);
        if (marshals) {
            lines.add("CallArguments memory = CallArguments.begin();");
        }
        overload.arguments().forEach(argument -> values.addAll(values(overload, argument)));
        switch (schema.result()) {
            case TENSORS -> {
                lines.add("MemorySegment length = memory.results(1);");
                values.add("length");
            }
            case TUPLE -> {
                lines.add("MemorySegment results = memory.results("
                        + schema.resultNames().size() + ");");
                values.add("results");
            }
            default -> {}
        }
        String call = "gatun_h." + schema.cName() + "(" + String.join(", ", values) + ")";
        List<String> operands = new ArrayList<>(List.of("\"" + schema.name() + "\""));
        if (schema.isMethod()) {
            operands.add("self");
        }
        overload.arguments().stream()
                .filter(argument -> switch (argument.type()) {
                    case TENSOR, OPTIONAL_TENSOR, TENSORS -> true;
                    default -> false;
                })
                .forEach(argument -> operands.add(argument.name()));
        String failure = "    throw TorchException.in(" + String.join(", ", operands) + ");";
        switch (schema.result()) {
            case TENSOR -> {
                lines.add("long result = " + call + ";");
                lines.addAll(List.of("if (result == 0) {", failure, "}", "return Tensor.adopt(result);"));
            }
            case NOTHING -> lines.addAll(List.of("if (" + call + " != 0) {", failure, "}"));
            case SELF -> {
                lines.addAll(List.of("if (" + call + " != 0) {", failure, "}"));
                lines.add("return self;");
            }
            case BOOL -> {
                lines.add("int result = " + call + ";");
                lines.addAll(List.of("if (result < 0) {", failure, "}", "return result == 1;"));
            }
            case TENSORS -> {
                lines.add("MemorySegment result = " + call + ";");
                lines.addAll(List.of("if (result.address() == 0) {", failure, "}"));
                lines.add("return Tensor.adoptAll(result, length);");
            }
            case TUPLE -> {
                lines.addAll(List.of("if (" + call + " != 0) {", failure, "}"));
                List<String> members = new ArrayList<>();
                for (int i = 0; i < schema.resultNames().size(); i++) {
                    members.add("Tensor.adopt(results, " + i + ")");
                }
                lines.add("return new " + recordName(schema) + "(" + String.join(", ", members) + ");");
            }
        }
        return lines;
    }

    private static boolean needsMemory(Argument argument) {
        return switch (argument.type()) {
            case TENSORS, INTS, SYM_INTS, OPTIONAL_INTS, STRING, OPTIONAL_STRING -> true;
            default -> false;
        };
    }

    private static List<String> values(JavaOverload overload, Argument argument) {
        String name = argument.name();
        return switch (argument.type()) {
            case TENSOR -> List.of(name + ".handle()");
            case OPTIONAL_TENSOR -> List.of("Tensor.handleOrAbsent(" + name + ")");
            case TENSORS -> List.of("memory.handles(" + name + ")", name + ".size()");
            case INTS, SYM_INTS -> List.of("memory.longs(" + name + ")", name + ".length");
            case OPTIONAL_INTS ->
                List.of("memory.longsOrAbsent(" + name + ")", name + " == null ? 0 : " + name + ".length");
            case FIXED_INTS, FIXED_SYM_INTS -> {
                List<String> elements = new ArrayList<>();
                for (int i = 0; i < argument.length(); i++) {
                    elements.add("CallArguments.element(" + name + ", " + i + ", " + argument.length() + ")");
                }
                yield elements;
            }
            case INT, SYM_INT, FLOAT -> List.of(name);
            case OPTIONAL_INT, OPTIONAL_SYM_INT -> List.of(name + " == null ? 0 : " + name, name + " == null ? 0 : 1");
            case OPTIONAL_FLOAT -> List.of(name + " == null ? 0.0 : " + name, name + " == null ? 0 : 1");
            case BOOL -> List.of(name + " ? 1 : 0");
            case SCALAR ->
                overload.scalars() == JavaOverload.Scalars.LONG
                        ? List.of("ScalarArgument.INT", name)
                        : List.of("ScalarArgument.FLOAT", "Double.doubleToRawLongBits(" + name + ")");
            case OPTIONAL_SCALAR -> List.of("ScalarArgument.kind(" + name + ")", "ScalarArgument.bits(" + name + ")");
            case STRING -> List.of("memory.string(" + name + ")");
            case OPTIONAL_STRING -> List.of("memory.stringOrAbsent(" + name + ")");
            case DTYPE -> List.of(name + ".scalarType()");
            case OPTIONAL_DTYPE -> List.of("CallArguments.scalarType(" + name + ")");
            case OPTIONAL_DEVICE ->
                List.of("CallArguments.deviceType(" + name + ")", "CallArguments.deviceIndex(" + name + ")");
            case MEMORY_FORMAT -> List.of(name + ".code()");
            case OPTIONAL_MEMORY_FORMAT -> List.of("CallArguments.memoryFormat(" + name + ")");
            case REDUCTION -> List.of(name + ".code()");
            case ABSENT_LAYOUT, ABSENT_PIN_MEMORY, ABSENT_GENERATOR, NEVER_SPARSE -> List.of();
        };
    }

    private static String returnType(Schema schema) {
        return switch (schema.result()) {
            case NOTHING -> "void";
            case BOOL -> "boolean";
            case SELF, TENSOR -> "Tensor";
            case TENSORS -> "List<Tensor>";
            case TUPLE -> recordName(schema);
        };
    }

    /** {@code MaxResult}, {@code VarMeanResult}. */
    private static String recordName(Schema schema) {
        StringBuilder name = new StringBuilder();
        for (String part : schema.name().replaceAll("\\d", "").split("_")) {
            if (!part.isEmpty()) {
                name.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
            }
        }
        return name.append("Result").toString();
    }

    private static String record(Schema schema) {
        String members = schema.resultNames().stream()
                .map(JavaOperators::camelCase)
                .map(name -> "Tensor " + name)
                .collect(Collectors.joining(", "));
        return NOTICE + "package org.gatun.torch;\n\n"
                + "/** What {@code " + schema.text()
                + "} returns; each tensor belongs to the scope in which it was made. */\n"
                + "public record " + recordName(schema) + "(" + members + ") {}\n";
    }

    private static String camelCase(String name) {
        StringBuilder out = new StringBuilder();
        boolean upper = false;
        for (char c : name.toCharArray()) {
            if (c == '_') {
                upper = true;
            } else {
                out.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return out.toString();
    }
}
