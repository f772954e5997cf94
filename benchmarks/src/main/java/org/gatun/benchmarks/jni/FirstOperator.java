package org.gatun.benchmarks.jni;

/** A program that runs an operator as soon as libtorch is loaded. */
final class FirstOperator {

    private FirstOperator() {}

    public static void main(String[] args) {
        long a = Jni.copyOf(new float[] {1, 1, 1, 1});
        System.out.println(Jni.item(Jni.sum(Jni.mul(a, a))));
    }
}
