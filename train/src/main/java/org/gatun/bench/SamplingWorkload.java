package org.gatun.bench;

import org.gatun.gpt.CodeTransformer;
import org.gatun.gpt.Prompt;
import org.gatun.gpt.SamplingOptions;
import org.gatun.nn.Parameters;
import org.gatun.torch.Autocast;
import org.gatun.torch.DType;
import org.gatun.torch.Device;
import org.gatun.torch.Generator;
import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;
import org.gatun.torch.Torch;
import org.gatun.train.Precision;

/** Drawing the codes of a batch of pictures, all of their tokens. */
final class SamplingWorkload implements Workload {

    private final Device device;
    private final Precision precision;
    private final SamplingOptions options;
    private final RunSize size;
    private final CaptureWatch watch;
    private final Parameters parameters;
    private final CodeTransformer transformer;
    private final Tensor condition;

    SamplingWorkload(GptShape shape, int batch, SamplingOptions options, BenchSetting setting) {
        Generator.manualSeed(0);
        this.device = setting.device();
        this.precision = setting.precision();
        this.options = options.withCudaGraphs(setting.cudaGraphs());
        this.watch = new CaptureWatch(setting.log());
        this.size = new RunSize((long) batch * shape.tokens(), "tokens", 0, shape.samplingBytes(batch));
        this.parameters = new Parameters(device, DType.FLOAT32);
        this.transformer = new CodeTransformer(parameters.root(), shape.config());
        parameters.requiresGrad(false);
        try (TensorScope scope = TensorScope.open()) {
            this.condition = scope.keep(Torch.zeros(new long[] {batch, 1}, DType.INT64, device));
        }
    }

    @Override
    public void run() {
        try (TensorScope _ = TensorScope.open();
                Autocast _ = precision.open(device)) {
            transformer.sample(Prompt.of(condition), options, watch).sum().item();
        }
    }

    @Override
    public boolean isCaptured() {
        return watch.isCaptured();
    }

    @Override
    public RunSize size() {
        return size;
    }

    @Override
    public void close() {
        condition.close();
        parameters.close();
    }
}
