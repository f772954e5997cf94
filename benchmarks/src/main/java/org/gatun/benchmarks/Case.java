package org.gatun.benchmarks;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is measured. On each system that has it, it is a method of the system's package: {@code mul4-grad} is {@code mul4Grad()}, and
 * {@code copy-4kib} is {@code copy()} with the size {@code 4kib}.
 *
 * @param warmupMillis how long a process does the same before it is measured; 0 where the first operation is what is measured
 */
record Case(String name, String description, int warmupMillis) {

    private static final int WARMUP_MILLIS = 600;

    /** Until C2 has compiled the method itself, which takes some 5,000 operations. */
    private static final int LONG_WARMUP_MILLIS = 2000;

    private static final List<String> SIZES = List.of("4b", "4kib", "4mib", "256mib");

    /** All, in the order of the report. */
    static final List<Case> ALL = List.of(
            many("empty", "a function that does nothing"),
            many("getter", "the size of a dimension"),
            many("mul4", "the product of two tensors of 4 floats, closed"),
            many("mul4-grad", "the same, recorded for gradients"),
            many("add-scalar", "4 floats and a number, closed"),
            many("chain", "view, transpose, matmul of 16 floats, all closed"),
            many("cat4", "four tensors joined, a list as argument, closed"),
            many("error", "an operator that libtorch refuses; the exception is caught"),
            many("upcall", "a function of the host language, called from C++"),
            manyLong("scope", "the release of 1,000 tensors"),
            manyLong("net", "two layers of width 64, batch 8: forward and backward"),
            manyLong("optimizer", "AdamW's step for that net, fused where the system has it"),
            manyLong("train-step", "both together"),
            manyLong("decode", "one token by a GPT of 8 layers and width 256, 128 in the KV cache"),
            manyLong("copy-4b", "4 bytes of the host's memory into a new tensor and back, by copies"),
            manyLong("copy-4kib", "4 KiB"),
            manyLong("copy-4mib", "4 MiB"),
            manyLong("copy-256mib", "256 MiB"),
            manyLong("view-4b", "the same, as a view: nothing is copied"),
            manyLong("view-4kib", "4 KiB"),
            manyLong("view-4mib", "4 MiB"),
            manyLong("view-256mib", "256 MiB"),
            many("interpreted", "mul4, before the JVM has compiled anything (-Xint)"),
            once("first-call", "an operator's first call, another one having run"),
            once("startup", "a whole process: load libtorch, run an operator, end"),
            once("startup-aot", "the same with JDK 25's AOT cache"));

    private static Case many(String name, String description) {
        return new Case(name, description, WARMUP_MILLIS);
    }

    /** An operation of many calls, or of a long way through Java. */
    private static Case manyLong(String name, String description) {
        return new Case(name, description, LONG_WARMUP_MILLIS);
    }

    private static Case once(String name, String description) {
        return new Case(name, description, 0);
    }

    /** Whether one operation a process is measured, the first one, instead of many after a warm-up. */
    boolean once() {
        return warmupMillis == 0;
    }

    static Case named(String name) {
        return ALL.stream()
                .filter(each -> each.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no case " + name + "; the cases are: "
                        + ALL.stream().map(Case::name).collect(Collectors.joining(" "))));
    }

    /** The size that ends the name, or null. */
    String size() {
        String end = name.substring(name.lastIndexOf('-') + 1);
        return SIZES.contains(end) ? end : null;
    }

    /** The name of the method that measures it. */
    String method() {
        StringBuilder method = new StringBuilder();
        String words = size() == null ? name : name.substring(0, name.lastIndexOf('-'));
        for (String word : words.split("-")) {
            method.append(method.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return method.toString();
    }
}
