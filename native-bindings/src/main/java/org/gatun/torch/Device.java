package org.gatun.torch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a tensor's memory is.
 *
 * @param index the number of the GPU; -1 for the CPU, which has none
 */
public record Device(DeviceType type, int index) {

    /** The CPU. */
    public static final Device CPU = new Device(DeviceType.CPU, -1);

    private static final Pattern TEXT = Pattern.compile("cpu|cuda(?::(\\d{1,2}))?");

    public Device {
        boolean valid = type == DeviceType.CPU ? index == -1 : index >= 0 && index <= Byte.MAX_VALUE;
        if (!valid) {
            throw new IllegalArgumentException("no device index " + index + " on " + type.torchName());
        }
    }

    /** The GPU of that number. */
    public static Device cuda(int index) {
        return new Device(DeviceType.CUDA, index);
    }

    /**
     * Reads {@code cpu}, {@code cuda} (the first GPU) or {@code cuda:N}.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Device parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a device: \"" + text + "\" (cpu, cuda or cuda:N)");
        }
        if (text.equals("cpu")) {
            return CPU;
        }
        return cuda(matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1)));
    }

    public boolean isCuda() {
        return type == DeviceType.CUDA;
    }

    /** PyTorch's text of it: {@code cpu}, {@code cuda:0}. */
    @Override
    public String toString() {
        return type == DeviceType.CPU ? type.torchName() : type.torchName() + ":" + index;
    }
}
