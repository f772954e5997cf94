package org.gatun.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of ops.txt.
 *
 * @param text the schema, byte for byte as libtorch registers it
 * @param group the heading it stands under
 * @param overload PyTorch's overload name, empty for the default overload
 * @param resultNames names of a tuple's members, from the schema or from the comment behind it
 */
record Schema(
        String text,
        String group,
        String name,
        String overload,
        List<Argument> arguments,
        Result result,
        List<String> resultNames) {

    /** What an operator gives back. */
    enum Result {
        NOTHING,
        /** The mutated {@code self}. */
        SELF,
        TENSOR,
        TENSORS,
        TUPLE,
        BOOL
    }

    /** Operators that change the sizes of a tensor that is there, which Java keeps once it has read them. */
    private static final Set<String> RESIZING = Set.of(
            "_mkldnn_transpose_",
            "_resize_output_",
            "as_strided_",
            "resize_",
            "resize_as_",
            "set_",
            "set_data",
            "squeeze_",
            "swapaxes_",
            "swapdims_",
            "t_",
            "transpose_",
            "unsqueeze_");

    private static final Pattern LINE = Pattern.compile("(\\w+)(?:\\.(\\w+))?\\((.*)\\) -> (.+)");

    /** The schemas of {@code lines}, the lines of ops.txt, in their order. */
    static List<Schema> parseAll(List<String> lines) {
        List<Schema> schemas = new ArrayList<>();
        String group = null;
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            try {
                if (line.startsWith("[") && line.endsWith("]")) {
                    group = line.substring(1, line.length() - 1);
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    schemas.add(parse(line, group));
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("ops.txt, line " + number + ": " + e.getMessage(), e);
            }
        }
        return schemas;
    }

    private static Schema parse(String line, String group) {
        int comment = line.indexOf("  # ");
        String text = comment < 0 ? line : line.substring(0, comment).strip();
        Matcher matcher = LINE.matcher(text);
        if (group == null || !matcher.matches()) {
            throw new IllegalArgumentException("not a schema under a [Group]: " + line);
        }
        List<String> texts = splitArguments(matcher.group(3));
        List<Argument> arguments = new ArrayList<>();
        for (String argument : texts) {
            if (!argument.equals("*")) {
                arguments.add(Argument.parse(argument));
            }
        }
        // What an operator writes into by keyword is an out argument, which it gives the sizes of the result.
        boolean hasOut = texts.contains("*")
                && arguments.subList(texts.indexOf("*"), arguments.size()).stream()
                        .anyMatch(Argument::mutable);
        if (hasOut || RESIZING.contains(matcher.group(1))) {
            throw new IllegalArgumentException("it may change the sizes of a tensor, which Java keeps: " + line);
        }
        String returns = matcher.group(4);
        List<String> names = new ArrayList<>();
        if (returns.startsWith("(") && !returns.equals("()")) {
            for (String member : returns.substring(1, returns.length() - 1).split(", ")) {
                int space = member.indexOf(' ');
                if (space > 0) {
                    names.add(member.substring(space + 1));
                }
            }
            if (names.isEmpty()) {
                if (comment < 0) {
                    throw new IllegalArgumentException("name the results by a comment: " + line);
                }
                names.addAll(List.of(line.substring(comment + 4).split(", ")));
            }
        }
        String overload = matcher.group(2) == null ? "" : matcher.group(2);
        return new Schema(
                text, group, matcher.group(1), overload, List.copyOf(arguments), result(returns), List.copyOf(names));
    }

    private static Result result(String returns) {
        return switch (returns) {
            case "()" -> Result.NOTHING;
            case "bool" -> Result.BOOL;
            case "Tensor", "Tensor(a)" -> Result.TENSOR;
            case "Tensor(a!)" -> Result.SELF;
            case "Tensor[]", "Tensor(a)[]" -> Result.TENSORS;
            default -> {
                if (returns.startsWith("(Tensor")) {
                    yield Result.TUPLE;
                }
                throw new IllegalArgumentException("the result " + returns + " is not supported");
            }
        };
    }

    private static List<String> splitArguments(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(', '[' -> depth++;
                case ')', ']' -> depth--;
                case ',' -> {
                    if (depth == 0) {
                        parts.add(text.substring(start, i).strip());
                        start = i + 1;
                    }
                }
                default -> {}
            }
        }
        if (!text.isBlank()) {
            parts.add(text.substring(start).strip());
        }
        return parts;
    }

    /** The name of {@code at::_ops}' struct: {@code mul_Tensor}. */
    String atenName() {
        return overload.isEmpty() ? name : name + "_" + overload;
    }

    /** The name of our C function. */
    String cName() {
        return "gatun_" + atenName();
    }

    /** Whether it becomes a method of Tensor: its first argument is the tensor {@code self}. */
    boolean isMethod() {
        return !arguments.isEmpty()
                && arguments.getFirst().name().equals("self")
                && arguments.getFirst().type() == ArgumentType.TENSOR;
    }

    /** The arguments that Java and C see. */
    List<Argument> visibleArguments() {
        return arguments.stream()
                .filter(argument -> argument.type().isVisible())
                .toList();
    }
}
