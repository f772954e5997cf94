package org.gatun.serve;

import java.util.Arrays;
import java.util.List;
import org.gatun.config.RunFolder;
import org.gatun.gpt.ClassLabels;
import org.gatun.gpt.CodeTransformerConfig;
import org.gatun.gpt.MapPrompt;
import org.gatun.gpt.Prompt;
import org.gatun.gpt.SamplingListener;
import org.gatun.gpt.SlidingWindowSampler;
import org.gatun.gpt.WindowCondition;
import org.gatun.run.SecondStage;
import org.gatun.torch.Autograd;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Generator;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;

/** A trained transformer with its first stage. It owns them. */
final class SecondStageModel implements SamplingModel {

    private final SecondStage stage;
    private final Device device;
    private final ClassLabels labels;
    private final CodeTransformerConfig config;
    private final ModelDescription description;

    /** @param stage owned from now on */
    SecondStageModel(String name, SecondStage stage) {
        this.stage = stage;
        this.labels = stage.labels();
        this.device = stage.parameters().device();
        this.config = stage.transformer().config();
        this.description = describe(name);
    }

    /** Loads the one of a run. */
    static SecondStageModel load(RunFolder run, Device device) {
        String name = run.root().toAbsolutePath().normalize().getFileName().toString();
        return new SecondStageModel(name, SecondStage.load(run, device));
    }

    @Override
    public ModelDescription description() {
        return description;
    }

    private ModelDescription describe(String name) {
        int codePixels = stage.firstStage().config().autoencoder().downsamplingFactor();
        int width = config.width() * codePixels;
        int height = config.height() * codePixels;
        boolean drawsInOrder = config.pkeep() > 0;
        // What a sliding window asks for: see SlidingWindowSampler.
        boolean slides = drawsInOrder
                && stage.transformer().permuter().isIdentity()
                && width == height
                && config.gpt().nUnmasked() <= 1;
        return new ModelDescription(
                name,
                Conditioning.CLASS,
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
        try (TensorScope _ = TensorScope.open();
                var _ = Autograd.noGrad()) {
            CodePictures pictures = new CodePictures(stage.firstStage(), rows, columns, given(request, rows, columns));
            Generator.manualSeed(request.seed());
            boolean isTrainedSize = rows == config.height() && columns == config.width();
            Tensor codes = isTrainedSize
                    ? sampleWhole(request, pictures, listener)
                    : sampleByWindow(request, pictures, listener);
            return pictures.decode(codes);
        }
    }

    /** The codes of the picture to complete, if there is one. */
    private GivenCodes given(SampleRequest request, int rows, int columns) {
        if (request.completion() == null) {
            return null;
        }
        Tensor pixels = Tensor.of(request.completion().pixels(), 1, 3, request.height(), request.width())
                .to(device);
        Tensor codes = stage.firstStage().encode(pixels, false).indices(); // (1, rows, columns)
        return new GivenCodes(
                codes.expand(request.count(), rows, columns),
                request.completion().known(rows, columns));
    }

    private Tensor sampleWhole(SampleRequest request, CodePictures pictures, Listener listener) {
        Prompt prompt = Prompt.of(condition(request));
        if (request.options().isGuided()) {
            prompt = prompt.withUnconditional(labels.nullTokens(device));
        }
        if (pictures.given() != null) {
            prompt = prompt.completing(
                    pictures.given().codes().flatten(1), pictures.given().known());
        }
        // Codes are counted in the transformer's order.
        Tensor order = stage.transformer()
                .permuter()
                .reverse(
                        Torch.arange((long) config.codes(), DType.INT64, device).unsqueeze(0));
        long[] places = order.toLongArray();
        SamplingListener progress = done -> listener.onProgress(
                done.done(), done.total(), () -> pictures.decodePart(done.tokens(), i -> places[i] < done.done()));
        return stage.transformer().sample(prompt, request.options(), progress);
    }

    private Tensor sampleByWindow(SampleRequest request, CodePictures pictures, Listener listener) {
        WindowCondition condition = new WindowCondition.Constant(condition(request));
        MapPrompt prompt = MapPrompt.of(pictures.rows(), pictures.columns(), condition);
        if (request.options().isGuided()) {
            prompt = prompt.withUnconditional(new WindowCondition.Constant(labels.nullTokens(device)));
        }
        if (pictures.given() != null) {
            prompt =
                    prompt.completing(pictures.given().codes(), pictures.given().known());
        }
        SamplingListener progress = done -> listener.onProgress(
                done.done(), done.total(), () -> pictures.decodePart(done.tokens(), i -> i < done.done()));
        return SlidingWindowSampler.of(stage.transformer()).sample(prompt, request.options(), progress);
    }

    /** The tokens (count, 1) before the codes. */
    private Tensor condition(SampleRequest request) {
        long[] wanted = new long[request.count()];
        Arrays.fill(wanted, request.label());
        return labels.tokens(wanted, device);
    }

    @Override
    public void close() {
        stage.close();
    }
}
