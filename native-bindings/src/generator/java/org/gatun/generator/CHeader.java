package org.gatun.generator;

import java.util.ArrayList;
import java.util.List;

/** Writes gatun_ops.h: the C declarations that jextract reads. */
final class CHeader {

    private CHeader() {}

    static String emit(List<Schema> schemas) {
        StringBuilder out = new StringBuilder();
        out.append("/* Generated from ops.txt by `make bindings`; do not edit. Conventions: gatun.h. */\n");
        out.append("#ifndef GATUN_OPS_H\n#define GATUN_OPS_H\n\n#include <stdint.h>\n\n");
        out.append("#ifdef __cplusplus\nextern \"C\" {\n#endif\n");
        String group = "";
        for (Schema schema : schemas) {
            if (!schema.group().equals(group)) {
                group = schema.group();
                out.append("\n/* ").append(group).append(" */\n");
            }
            out.append("GATUN_API ").append(prototype(schema)).append(";\n");
        }
        out.append("\n#ifdef __cplusplus\n}\n#endif\n\n#endif\n");
        return out.toString();
    }

    static String prototype(Schema schema) {
        List<String> parameters = new ArrayList<>();
        schema.visibleArguments().forEach(argument -> parameters.addAll(parameters(argument)));
        String returned = switch (schema.result()) {
            case TENSOR -> "int64_t ";
            case TENSORS -> {
                parameters.add("int64_t *result_length");
                yield "int64_t *";
            }
            case TUPLE -> {
                parameters.add("int64_t *results");
                yield "int32_t ";
            }
            case NOTHING, SELF, BOOL -> "int32_t ";
        };
        return returned + schema.cName() + "(" + String.join(", ", parameters) + ")";
    }

    private static List<String> parameters(Argument argument) {
        String name = argument.name();
        return switch (argument.type()) {
            case TENSOR, OPTIONAL_TENSOR, INT, SYM_INT -> List.of("int64_t " + name);
            case TENSORS, INTS, SYM_INTS, OPTIONAL_INTS ->
                List.of("const int64_t *" + name, "int64_t " + name + "_length");
            case FIXED_INTS, FIXED_SYM_INTS -> {
                List<String> elements = new ArrayList<>();
                for (int i = 0; i < argument.length(); i++) {
                    elements.add("int64_t " + name + "_" + i);
                }
                yield elements;
            }
            case OPTIONAL_INT, OPTIONAL_SYM_INT -> List.of("int64_t " + name, "int32_t has_" + name);
            case FLOAT -> List.of("double " + name);
            case OPTIONAL_FLOAT -> List.of("double " + name, "int32_t has_" + name);
            case SCALAR, OPTIONAL_SCALAR -> List.of("int32_t " + name + "_kind", "int64_t " + name + "_bits");
            case STRING, OPTIONAL_STRING -> List.of("const char *" + name);
            case OPTIONAL_DEVICE -> List.of("int32_t " + name + "_type", "int32_t " + name + "_index");
            case BOOL, DTYPE, OPTIONAL_DTYPE, MEMORY_FORMAT, OPTIONAL_MEMORY_FORMAT, REDUCTION ->
                List.of("int32_t " + name);
            case ABSENT_LAYOUT, ABSENT_PIN_MEMORY, ABSENT_GENERATOR, NEVER_SPARSE -> List.of();
        };
    }
}
