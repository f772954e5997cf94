package org.gatun.metrics.fid;

import java.util.ArrayList;
import java.util.List;
import org.gatun.nn.Module;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.Tensor;
import org.gatun.torch.Torch;

/**
 * A block of Inception v3 (arXiv 1512.00567): branches side by side over the same input, whose channels are joined. Layers have
 * torchvision's names. The poolings are those of the TensorFlow network that the FID is defined by.
 */
final class InceptionBlock implements Module {

    private static final long[] POOL = {3};
    private static final long[] STEP = {1};
    private static final long[] HALVE = {2};
    private static final long[] PAD = {1};

    private final List<Module> branches;

    private InceptionBlock(Module... branches) {
        this.branches = List.of(branches);
    }

    /** 35x35: torchvision's InceptionA. */
    static InceptionBlock a(ParameterPath path, long in, long poolFeatures) {
        return new InceptionBlock(
                BasicConv2d.same(path.at("branch1x1"), in, 64, 1, 1),
                sequence(
                        BasicConv2d.same(path.at("branch5x5_1"), in, 48, 1, 1),
                        BasicConv2d.same(path.at("branch5x5_2"), 48, 64, 5, 5)),
                sequence(
                        BasicConv2d.same(path.at("branch3x3dbl_1"), in, 64, 1, 1),
                        BasicConv2d.same(path.at("branch3x3dbl_2"), 64, 96, 3, 3),
                        BasicConv2d.same(path.at("branch3x3dbl_3"), 96, 96, 3, 3)),
                sequence(
                        InceptionBlock::averagePool, BasicConv2d.same(path.at("branch_pool"), in, poolFeatures, 1, 1)));
    }

    /** 35x35 to 17x17: InceptionB. */
    static InceptionBlock b(ParameterPath path, long in) {
        return new InceptionBlock(
                BasicConv2d.valid(path.at("branch3x3"), in, 384, 3, 2),
                sequence(
                        BasicConv2d.same(path.at("branch3x3dbl_1"), in, 64, 1, 1),
                        BasicConv2d.same(path.at("branch3x3dbl_2"), 64, 96, 3, 3),
                        BasicConv2d.valid(path.at("branch3x3dbl_3"), 96, 96, 3, 2)),
                InceptionBlock::halvingPool);
    }

    /** 17x17: InceptionC. */
    static InceptionBlock c(ParameterPath path, long in, long c7) {
        return new InceptionBlock(
                BasicConv2d.same(path.at("branch1x1"), in, 192, 1, 1),
                sequence(
                        BasicConv2d.same(path.at("branch7x7_1"), in, c7, 1, 1),
                        BasicConv2d.same(path.at("branch7x7_2"), c7, c7, 1, 7),
                        BasicConv2d.same(path.at("branch7x7_3"), c7, 192, 7, 1)),
                sequence(
                        BasicConv2d.same(path.at("branch7x7dbl_1"), in, c7, 1, 1),
                        BasicConv2d.same(path.at("branch7x7dbl_2"), c7, c7, 7, 1),
                        BasicConv2d.same(path.at("branch7x7dbl_3"), c7, c7, 1, 7),
                        BasicConv2d.same(path.at("branch7x7dbl_4"), c7, c7, 7, 1),
                        BasicConv2d.same(path.at("branch7x7dbl_5"), c7, 192, 1, 7)),
                sequence(InceptionBlock::averagePool, BasicConv2d.same(path.at("branch_pool"), in, 192, 1, 1)));
    }

    /** 17x17 to 8x8: InceptionD. */
    static InceptionBlock d(ParameterPath path, long in) {
        return new InceptionBlock(
                sequence(
                        BasicConv2d.same(path.at("branch3x3_1"), in, 192, 1, 1),
                        BasicConv2d.valid(path.at("branch3x3_2"), 192, 320, 3, 2)),
                sequence(
                        BasicConv2d.same(path.at("branch7x7x3_1"), in, 192, 1, 1),
                        BasicConv2d.same(path.at("branch7x7x3_2"), 192, 192, 1, 7),
                        BasicConv2d.same(path.at("branch7x7x3_3"), 192, 192, 7, 1),
                        BasicConv2d.valid(path.at("branch7x7x3_4"), 192, 192, 3, 2)),
                InceptionBlock::halvingPool);
    }

    /** 8x8, the first of two: InceptionE that pools by averages. */
    static InceptionBlock e1(ParameterPath path, long in) {
        return e(path, in, InceptionBlock::averagePool);
    }

    /** 8x8, the second: InceptionE that pools by maxima, as the network of 2015 does. */
    static InceptionBlock e2(ParameterPath path, long in) {
        return e(path, in, x -> x.max_pool2d(POOL, STEP, PAD));
    }

    private static InceptionBlock e(ParameterPath path, long in, Module pool) {
        return new InceptionBlock(
                BasicConv2d.same(path.at("branch1x1"), in, 320, 1, 1),
                sequence(BasicConv2d.same(path.at("branch3x3_1"), in, 384, 1, 1), split(path, "branch3x3_2")),
                sequence(
                        BasicConv2d.same(path.at("branch3x3dbl_1"), in, 448, 1, 1),
                        BasicConv2d.same(path.at("branch3x3dbl_2"), 448, 384, 3, 3),
                        split(path, "branch3x3dbl_3")),
                sequence(pool, BasicConv2d.same(path.at("branch_pool"), in, 192, 1, 1)));
    }

    /** A row and a column beside each other, called {@code name} with an a and a b. */
    private static Module split(ParameterPath path, String name) {
        return new InceptionBlock(
                BasicConv2d.same(path.at(name + "a"), 384, 384, 1, 3),
                BasicConv2d.same(path.at(name + "b"), 384, 384, 3, 1));
    }

    private static Module sequence(Module... layers) {
        return input -> {
            Tensor x = input;
            for (Module layer : layers) {
                x = layer.forward(x);
            }
            return x;
        };
    }

    /** TensorFlow's: what is padded does not count in the average. */
    private static Tensor averagePool(Tensor x) {
        return x.avg_pool2d(POOL, STEP, PAD, false, false);
    }

    private static Tensor halvingPool(Tensor x) {
        return x.max_pool2d(POOL, HALVE);
    }

    @Override
    public Tensor forward(Tensor input) {
        List<Tensor> outputs = new ArrayList<>();
        for (Module branch : branches) {
            outputs.add(branch.forward(input));
        }
        return Torch.cat(outputs, 1);
    }
}
