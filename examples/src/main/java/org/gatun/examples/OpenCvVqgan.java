package org.gatun.examples;

import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import nu.pattern.OpenCV;
import org.gatun.nn.Parameters;
import org.gatun.optim.Adam;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.ForeignMemory;
import org.gatun.torch.Generator;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.vqgan.AutoencoderConfig;
import org.gatun.vqgan.VqModel;
import org.gatun.vqgan.VqModelConfig;
import org.gatun.vqgan.quantize.Quantization;
import org.gatun.vqgan.quantize.QuantizerConfig;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/**
 * An OpenCV picture to VQGAN codes, and the codes to an OpenCV picture. The VQGAN learns this one picture first, which takes seconds;
 * a trained one comes out of a checkpoint instead.
 */
final class OpenCvVqgan {

    private static final int SIZE = 32;
    private static final int STEPS = 150;

    private OpenCvVqgan() {}

    public static void main(String[] args) {
        OpenCV.loadLocally();
        Generator.manualSeed(0);

        // A part of a larger picture: its rows are not dense, each begins canvas.step1() bytes after the one before.
        Mat canvas = drawing();
        Mat picture = canvas.submat(new Rect(8, 8, SIZE, SIZE));

        try (TensorScope _ = TensorScope.open();
                Parameters parameters = new Parameters(Device.CPU, DType.FLOAT32)) {
            long step = picture.step1();
            Tensor pixels = ForeignMemory.at(picture.dataAddr(), (SIZE - 1) * step + SIZE * 3)
                    .keeping(picture)
                    .asStridedTensor(DType.UINT8, new long[] {SIZE, SIZE, 3}, new long[] {step, 3, 1});
            SameMemory.require("tensor", pixels, "OpenCV's Mat", picture.dataAddr());

            // (H, W, 3) bytes to (1, 3, H, W) in [-1, 1]; OpenCV's blue, green and red stay in their order
            Tensor x = pixels.permute(2, 0, 1).unsqueeze(0).to(DType.FLOAT32, null).div(127.5).sub(1);
            VqModel model = new VqModel(
                    parameters.root(),
                    new VqModelConfig(
                            new AutoencoderConfig(32, 3, List.of(1, 2, 2), 1, List.of(), 0, 3, SIZE, 32, false),
                            new QuantizerConfig.Nearest(64, 32, 0.25, true)));
            learn(model, parameters, x);

            try (var _ = Autograd.noGrad()) {
                Tensor codes = model.encode(x, false).indices(); // (1, h, w) int64
                System.out.println("  codes: " + codes.view(-1).narrow(0, 0, 8));
                Tensor decoded = model.decodeIndices(codes)
                        .add(1)
                        .mul(127.5)
                        .round()
                        .clamp(0, 255)
                        .to(DType.UINT8, null)
                        .squeeze(0)
                        .permute(1, 2, 0)
                        .contiguous(); // (H, W, 3), as OpenCV stores pictures
                ByteBuffer bytes = decoded.segment(Arena.ofAuto()).asByteBuffer();
                Mat result = new Mat(SIZE, SIZE, CvType.CV_8UC3, bytes);
                SameMemory.require("decoded tensor", decoded, "OpenCV's Mat", result.dataAddr());

                Mat both = new Mat();
                Core.hconcat(List.of(picture, result), both);
                Imgproc.resize(both, both, new Size(), 8, 8, Imgproc.INTER_NEAREST);
                Path file = Path.of("target", "opencv-vqgan.png");
                Imgcodecs.imwrite(file.toString(), both);
                double psnr = Core.PSNR(picture, result);
                System.out.printf("  PSNR %.1f dB; the picture and what its codes make of it: %s%n", psnr, file);
                if (psnr < 15) {
                    throw new AssertionError("the picture was not recognised");
                }
            }
        }
    }

    private static void learn(VqModel model, Parameters parameters, Tensor x) {
        try (Adam adam = new Adam(1e-3, 0.5, 0.9, 1e-8).add(parameters.parameters(), 0)) {
            for (int step = 0; step < STEPS; step++) {
                try (TensorScope _ = TensorScope.open()) {
                    Quantization codes = model.encode(x, true);
                    Tensor loss = model.decode(codes.quantized(), true).sub(x).abs().mean().add(codes.loss());
                    adam.step(Autograd.grad(loss, adam.parameters()));
                }
            }
        }
    }

    private static Mat drawing() {
        Mat canvas = new Mat(SIZE + 16, SIZE + 16, CvType.CV_8UC3, new Scalar(200, 120, 40));
        Imgproc.circle(canvas, new Point(24, 24), 11, new Scalar(40, 200, 240), Imgproc.FILLED);
        Imgproc.circle(canvas, new Point(20, 20), 2, new Scalar(30, 30, 30), Imgproc.FILLED);
        Imgproc.circle(canvas, new Point(28, 20), 2, new Scalar(30, 30, 30), Imgproc.FILLED);
        Imgproc.line(canvas, new Point(19, 29), new Point(29, 29), new Scalar(30, 30, 30), 2);
        return canvas;
    }
}
