package org.gatun.examples;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import org.gatun.torch.DType;
import org.gatun.torch.Generator;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/**
 * Codes to ONNX Runtime, which looks their vectors up, and the vectors back, of which the nearest in the codebook are the codes again.
 * Inputs and output are libtorch's memory; ONNX Runtime computes from the one into the other.
 */
final class OnnxRuntimeCodes {

    private static final int CODES = 64;
    private static final int DIM = 16;
    private static final int LENGTH = 100;

    private OnnxRuntimeCodes() {}

    public static void main(String[] args) throws OrtException {
        Generator.manualSeed(0);
        try (TensorScope _ = TensorScope.open();
                OrtEnvironment environment = OrtEnvironment.getEnvironment();
                OrtSession session = environment.createSession(LookupModel.bytes(CODES, DIM))) {
            Tensor codebook = Torch.randn(CODES, DIM);
            Tensor codes = Torch.randint(CODES, new long[] {LENGTH}, DType.INT64);
            Tensor vectors = Torch.empty(LENGTH, DIM);

            try (OnnxTensor indices = OnnxTensor.createTensor(
                            environment, bufferOf(codes).asLongBuffer(), codes.shape());
                    OnnxTensor table = OnnxTensor.createTensor(
                            environment, bufferOf(codebook).asFloatBuffer(), codebook.shape());
                    OnnxTensor output = OnnxTensor.createTensor(
                            environment, bufferOf(vectors).asFloatBuffer(), vectors.shape())) {
                SameMemory.require("codes", codes, "ONNX Runtime's input", addressOf(indices));
                SameMemory.require("codebook", codebook, "ONNX Runtime's input", addressOf(table));
                SameMemory.require("vectors", vectors, "ONNX Runtime's output", addressOf(output));
                session.run(
                                Map.of(LookupModel.CODES, indices, LookupModel.CODEBOOK, table),
                                Map.of(LookupModel.VECTORS, output))
                        .close();
            }

            Tensor squared = vectors.unsqueeze(1).sub(codebook).pow(2).sum(new long[] {-1}, false); // (LENGTH, CODES)
            double wrong = squared.argmin(1).ne(codes).sum().item();
            System.out.printf("  %d codes went there and back; %.0f of them changed%n", LENGTH, wrong);
            if (wrong != 0) {
                throw new AssertionError("codes changed on the way");
            }
        }
    }

    /** The memory of a tensor, for as long as ONNX Runtime refers to the buffer. */
    private static ByteBuffer bufferOf(Tensor tensor) {
        return tensor.segment(Arena.ofAuto()).asByteBuffer().order(ByteOrder.nativeOrder());
    }

    private static long addressOf(OnnxTensor tensor) {
        return SameMemory.addressOf(tensor.getBufferRef().orElseThrow());
    }
}
