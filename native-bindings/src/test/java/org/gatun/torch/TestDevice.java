package org.gatun.torch;

/** Where the tables of operators are computed: {@code -Dgatun.test.device=cuda} takes them to a GPU. */
final class TestDevice {

    static final Device DEVICE = Device.parse(System.getProperty("gatun.test.device", "cpu"));

    private TestDevice() {}
}
