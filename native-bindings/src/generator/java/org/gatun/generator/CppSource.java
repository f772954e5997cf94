package org.gatun.generator;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes gatun_ops.cpp: the C functions, each inside the one guard that keeps C++ exceptions out of the JVM. */
final class CppSource {

    private CppSource() {}

    static String emit(List<Schema> schemas) {
        StringBuilder out = new StringBuilder("// Generated from ops.txt by `make bindings`; do not edit.\n");
        out.append("#include \"gatun.h\"\n#include \"marshalling.hpp\"\n\nusing namespace gatun;\n");
        schemas.forEach(schema -> emit(schema, out));
        return out.toString();
    }

    private static void emit(Schema schema, StringBuilder out) {
        out.append('\n').append(CHeader.prototype(schema)).append(" try {\n");
        schema.visibleArguments()
                .forEach(argument -> local(argument)
                        .forEach(line -> out.append("  ").append(line).append('\n')));
        String call = schema.arguments().stream()
                .map(CppSource::value)
                .collect(Collectors.joining(", ", "at::_ops::" + schema.atenName() + "::call(", ")"));
        switch (schema.result()) {
            case NOTHING, SELF -> out.append("  ").append(call).append(";\n  return GATUN_OK;\n");
            case BOOL -> out.append("  return ").append(call).append(" ? 1 : 0;\n");
            case TENSOR ->
                out.append("  return own(new at::Tensor(").append(call).append("));\n");
            case TENSORS -> out.append("  return own(").append(call).append(", result_length);\n");
            case TUPLE -> out.append("  own(").append(call).append(", results);\n  return GATUN_OK;\n");
        }
        String failure = switch (schema.result()) {
            case NOTHING, SELF, BOOL, TUPLE -> "GATUN_FAILED";
            case TENSOR -> "GATUN_NO_TENSOR";
            case TENSORS -> "nullptr";
        };
        out.append("}\nGATUN_CATCH(").append(failure).append(")\n");
    }

    /** What must live for the length of the call. */
    private static List<String> local(Argument argument) {
        String name = argument.name();
        return switch (argument.type()) {
            case OPTIONAL_TENSOR -> List.of("const BorrowedOptional " + name + "_(" + name + ");");
            case TENSORS -> List.of("const BorrowedTensors " + name + "_(" + name + ", " + name + "_length);");
            case FIXED_INTS -> List.of("const int64_t " + name + "_[] = {" + elements(argument) + "};");
            case FIXED_SYM_INTS -> List.of("const c10::SymInt " + name + "_[] = {" + elements(argument) + "};");
            default -> List.of();
        };
    }

    private static String elements(Argument argument) {
        return IntStream.range(0, argument.length())
                .mapToObj(i -> argument.name() + "_" + i)
                .collect(Collectors.joining(", "));
    }

    private static String value(Argument argument) {
        String name = argument.name();
        return switch (argument.type()) {
            case TENSOR -> "gatun::tensor(" + name + ")"; // qualified: an argument may be called tensor
            case OPTIONAL_TENSOR -> name + "_.get()";
            case TENSORS -> name + "_";
            case INT, FLOAT -> name;
            case REDUCTION -> "int64_t{" + name + "}";
            case SYM_INT -> "c10::SymInt(" + name + ")";
            case OPTIONAL_INT, OPTIONAL_FLOAT -> "optional(" + name + ", has_" + name + ")";
            case OPTIONAL_SYM_INT -> "optional_sym_int(" + name + ", has_" + name + ")";
            case INTS -> "ints(" + name + ", " + name + "_length)";
            case SYM_INTS -> "sym_ints(" + name + ", " + name + "_length)";
            case OPTIONAL_INTS -> "optional_ints(" + name + ", " + name + "_length)";
            case FIXED_INTS -> "at::IntArrayRef{" + name + "_, " + argument.length() + "}";
            case FIXED_SYM_INTS -> "c10::SymIntArrayRef{" + name + "_, " + argument.length() + "}";
            case BOOL -> name + " != 0";
            case SCALAR -> "scalar(" + name + "_kind, " + name + "_bits)";
            case OPTIONAL_SCALAR -> "optional_scalar(" + name + "_kind, " + name + "_bits)";
            case STRING -> "c10::string_view(" + name + ")";
            case OPTIONAL_STRING -> "optional_string(" + name + ")";
            case DTYPE -> "scalar_type(" + name + ")";
            case OPTIONAL_DTYPE -> "optional_scalar_type(" + name + ")";
            case OPTIONAL_DEVICE -> "optional_device(" + name + "_type, " + name + "_index)";
            case MEMORY_FORMAT -> "memory_format_of(" + name + ")";
            case OPTIONAL_MEMORY_FORMAT -> "optional_memory_format(" + name + ")";
            case ABSENT_LAYOUT, ABSENT_PIN_MEMORY, ABSENT_GENERATOR -> "std::nullopt";
            case NEVER_SPARSE -> "false";
        };
    }
}
