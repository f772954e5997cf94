package org.gatun.torch;

/** A kind of device, with libtorch's number of it ({@code c10::DeviceType}). */
public enum DeviceType {
    CPU(0, "cpu"),
    CUDA(1, "cuda");

    private final int code;
    private final String torchName;

    DeviceType(int code, String torchName) {
        this.code = code;
        this.torchName = torchName;
    }

    int code() {
        return code;
    }

    /** PyTorch's name of it: {@code cpu}, {@code cuda}. */
    public String torchName() {
        return torchName;
    }

    static DeviceType ofCode(int code) {
        return switch (code) {
            case 0 -> CPU;
            case 1 -> CUDA;
            default -> throw new IllegalArgumentException("libtorch's device type " + code + " is not supported");
        };
    }
}
