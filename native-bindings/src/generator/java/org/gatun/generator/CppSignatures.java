package org.gatun.generator;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes ops_signatures.inc: each operator with the C++ type of its {@code at::_ops::<name>::call}. Two files include it:
 * libtorch_abi.hpp declares the functions by it, and the conformance check compares it with libtorch's own headers.
 */
final class CppSignatures {

    // Operators whose kernels take a tensor list by its common base, c10::IListRef (native_functions.yaml:
    // "structured").
    private static final Set<String> I_LIST_REF = Set.of("cat");

    private CppSignatures() {}

    static String emit(List<Schema> schemas) {
        StringBuilder out = new StringBuilder("// Generated from ops.txt by `make bindings`; do not edit.\n");
        for (Schema schema : schemas) {
            out.append("GATUN_OPERATOR(")
                    .append(schema.atenName())
                    .append(", ")
                    .append(type(schema))
                    .append(")\n");
        }
        return out.toString();
    }

    private static String type(Schema schema) {
        String returned = switch (schema.result()) {
            case NOTHING -> "void";
            case BOOL -> "bool";
            case SELF -> "at::Tensor &";
            case TENSOR -> "at::Tensor";
            case TENSORS -> "::std::vector<at::Tensor>";
            case TUPLE ->
                schema.resultNames().stream()
                        .map(name -> "at::Tensor")
                        .collect(Collectors.joining(", ", "::std::tuple<", ">"));
        };
        return schema.arguments().stream()
                .map(argument -> type(schema, argument))
                .collect(Collectors.joining(", ", returned + " (", ")"));
    }

    private static String type(Schema schema, Argument argument) {
        return switch (argument.type()) {
            case TENSOR -> argument.mutable() ? "at::Tensor &" : "const at::Tensor &";
            case OPTIONAL_TENSOR -> "const ::std::optional<at::Tensor> &";
            case TENSORS -> I_LIST_REF.contains(schema.atenName()) ? "const at::ITensorListRef &" : "at::TensorList";
            case INT, REDUCTION -> "int64_t";
            case SYM_INT -> "c10::SymInt";
            case OPTIONAL_INT -> "::std::optional<int64_t>";
            case OPTIONAL_SYM_INT -> "::std::optional<c10::SymInt>";
            case INTS, FIXED_INTS -> "at::IntArrayRef";
            case SYM_INTS, FIXED_SYM_INTS -> "c10::SymIntArrayRef";
            case OPTIONAL_INTS -> "at::OptionalIntArrayRef";
            case FLOAT -> "double";
            case OPTIONAL_FLOAT -> "::std::optional<double>";
            case BOOL, NEVER_SPARSE -> "bool";
            case SCALAR -> "const at::Scalar &";
            case OPTIONAL_SCALAR -> "const ::std::optional<at::Scalar> &";
            case STRING -> "c10::string_view";
            case OPTIONAL_STRING -> "::std::optional<c10::string_view>";
            case DTYPE -> "at::ScalarType";
            case OPTIONAL_DTYPE -> "::std::optional<at::ScalarType>";
            case OPTIONAL_DEVICE -> "::std::optional<at::Device>";
            case MEMORY_FORMAT -> "at::MemoryFormat";
            case OPTIONAL_MEMORY_FORMAT -> "::std::optional<at::MemoryFormat>";
            case ABSENT_LAYOUT -> "::std::optional<at::Layout>";
            case ABSENT_PIN_MEMORY -> "::std::optional<bool>";
            case ABSENT_GENERATOR -> "::std::optional<at::Generator>";
        };
    }
}
