package org.gatun.serve;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.gatun.config.RunFolder;
import org.gatun.data.PictureKind;
import org.gatun.gpt.CodeTransformerConfig;
import org.gatun.gpt.SamplingListener;
import org.gatun.run.ConditionInput;
import org.gatun.run.ConditionStage;
import org.gatun.run.KnownCodes;
import org.gatun.run.PictureSampler;
import org.gatun.run.SecondStage;
import org.gatun.torch.Autocast;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Generator;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.gatun.train.PictureTensors;
import org.gatun.train.Precision;

/** A trained transformer with its stages. It owns them. */
final class SecondStageModel implements SamplingModel {

    private final SecondStage stage;
    private final PictureSampler sampler;
    private final Device device;
    private final Precision precision;
    private final CodeTransformerConfig config;
    private final ModelDescription description;

    /** @param stage owned from now on */
    SecondStageModel(String name, SecondStage stage, Precision precision) {
        this.stage = stage;
        this.sampler = new PictureSampler(stage);
        this.device = stage.parameters().device();
        this.precision = precision;
        this.config = stage.transformer().config();
        this.description = describe(name);
    }

    /** Loads the one of a run. */
    static SecondStageModel load(RunFolder run, Device device, Precision precision) {
        String name = run.root().toAbsolutePath().normalize().getFileName().toString();
        return new SecondStageModel(name, SecondStage.load(run, device), precision);
    }

    @Override
    public ModelDescription description() {
        return description;
    }

    private ModelDescription describe(String name) {
        int codePixels = sampler.codePixels();
        int width = config.width() * codePixels;
        int height = config.height() * codePixels;
        boolean drawsInOrder = config.pkeep() > 0;
        // What a sliding window asks for: see SlidingWindowSampler.
        boolean slides = drawsInOrder
                && stage.transformer().permuter().isIdentity()
                && width == height
                && config.gpt().nUnmasked() <= stage.condition().tokens().length();
        Conditioning conditioning = Conditioning.of(stage.condition());
        return new ModelDescription(
                name,
                conditioning,
                conditioning != Conditioning.NONE && stage.condition() instanceof ConditionStage.Pictures pictures
                        ? pictures.kind()
                        : null,
                stage.classes(),
                drawsInOrder && stage.guidable(),
                config.codebookSize(),
                codePixels,
                width,
                height,
                slides ? Limits.SIDE_FACTOR * width : Math.max(width, height),
                drawsInOrder);
    }

    @Override
    public List<byte[]> sample(SampleRequest request, Listener listener) {
        int rows = request.height() / description.codePixels();
        int columns = request.width() / description.codePixels();
        try (Autocast _ = precision.open(device);
                TensorScope _ = TensorScope.open();
                var _ = Autograd.noGrad()) {
            KnownCodes known = known(request);
            CodePictures pictures = new CodePictures(stage.firstStage(), rows, columns, known);
            Generator.manualSeed(request.seed());
            Tensor codes = sampler.codes(
                    input(request), rows, columns, known, request.options(), progress(pictures, listener));
            return pictures.decode(codes);
        }
    }

    /** The codes of the picture to complete, or null if there is none. */
    private KnownCodes known(SampleRequest request) {
        if (request.completion() == null) {
            return null;
        }
        Tensor codes = sampler.encode(pixels(request.completion().pixels(), new PictureKind.Color(), request));
        return new KnownCodes(
                codes.expand(request.count(), codes.size(1), codes.size(2)),
                request.completion().known());
    }

    private ConditionInput input(SampleRequest request) {
        if (description.conditionKind() != null) {
            Tensor picture = pixels(request.condition(), description.conditionKind(), request);
            return new ConditionInput.Pictures(picture.repeat(request.count(), 1, 1, 1));
        }
        if (description.conditioning() == Conditioning.CLASS) {
            long[] labels = new long[request.count()];
            Arrays.fill(labels, request.label());
            return new ConditionInput.Labels(labels);
        }
        return new ConditionInput.None(request.count());
    }

    /** An uploaded picture as a network sees it, (1, C, H, W). */
    private Tensor pixels(float[] values, PictureKind kind, SampleRequest request) {
        Tensor stored = Tensor.of(values, 1, kind.storedChannels(), request.height(), request.width());
        return PictureTensors.ofStored(stored.to(device), kind);
    }

    private SamplingListener progress(CodePictures pictures, Listener listener) {
        IntUnaryOperator placeInOrder = sampler.isOwnSize(pictures.rows(), pictures.columns())
                ? placesInOrder()
                : IntUnaryOperator.identity(); // a sliding window goes row by row
        return at -> listener.onProgress(
                at.done(),
                at.total(),
                () -> pictures.decodePart(at.tokens(), place -> placeInOrder.applyAsInt(place) < at.done()));
    }

    /** From a place in raster order to that in the transformer's, in which codes are counted. */
    private IntUnaryOperator placesInOrder() {
        long[] places = stage.transformer()
                .permuter()
                .reverse(
                        Torch.arange((long) config.codes(), DType.INT64, device).unsqueeze(0))
                .toLongArray();
        return place -> (int) places[place];
    }

    @Override
    public void close() {
        stage.close();
    }
}
