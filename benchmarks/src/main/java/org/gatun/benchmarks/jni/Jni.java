package org.gatun.benchmarks.jni;

import java.nio.ByteBuffer;
import org.gatun.benchmarks.NativeFile;
import org.gatun.torch.LibTorch;

/**
 * The functions of jni.cpp. A tensor is its bare handle: without an object, a check or a scope this is as little as JNI can do, and less
 * than what {@code Tensor} does. A failed call is a RuntimeException.
 */
final class Jni {

    static {
        // First, as the dynamic loader must find the shim's functions for it.
        LibTorch.load();
        System.load(NativeFile.library("gatunjni").toString());
    }

    private Jni() {}

    static long parameter(long... size) {
        long leaf = randn(size);
        requireGrad(leaf);
        return leaf;
    }

    /** Called from C++. */
    static long identity(long value) {
        return value;
    }

    static native void nothing();

    static native void delete(long tensor);

    static native void deleteAll(long[] tensors, int length);

    static native long size(long tensor, long dim);

    static native double item(long self);

    static native long empty(long size);

    static native long randn(long[] size);

    static native long zerosLike(long self);

    static native void requireGrad(long self);

    static native long token();

    static native long mul(long self, long other);

    static native long sum(long self);

    static native long add(long self, long other);

    static native long addScalar(long self, double other);

    static native long view(long self, long[] size);

    static native long transpose(long self, long dim0, long dim1);

    static native long matmul(long self, long other);

    static native long cat(long[] tensors, long dim);

    static native long linear(long input, long weight, long bias);

    static native long relu(long self);

    static native long gelu(long self);

    static native long layerNorm(long input, long width, long weight, long bias);

    static native long embedding(long weight, long indices);

    static native long narrow(long self, long dim, long start, long length);

    static native void copy(long self, long source);

    static native long scaledDotProductAttention(long query, long key, long value);

    static native long mseLoss(long self, long target);

    static native void grad(long output, long[] inputs, long[] grads);

    static native int setGradEnabled(int enabled);

    static native void addOne(long[] tensors);

    static native void fusedAdamW(long[] self, long[] grads, long[] expAvgs, long[] expAvgSqs, long[] steps, double lr);

    static native long copyOf(float[] source);

    static native void read(long tensor, float[] target);

    static native long viewOf(ByteBuffer buffer, long length);

    static native ByteBuffer memory(long tensor);

    static native void takeReleased();

    static native long upcalls(long n);
}
