package org.gatun.vqgan;

import java.util.ArrayList;
import java.util.List;
import org.gatun.nn.Conv2d;
import org.gatun.nn.ParameterPath;
import org.gatun.torch.Tensor;

/**
 * The convolutional part of VGG16 (arXiv 1409.1556), read at the end of five slices. Parameters {@code slice<k>.<i>}, i being the
 * layer's number in torchvision's {@code vgg16().features}.
 */
final class Vgg16Features {

    /** Channels of the features that each slice ends in. */
    static final List<Integer> CHANNELS = List.of(64, 128, 256, 512, 512);

    /** Convolutions of each slice; but for the first, a slice begins by halving height and width. */
    static final List<Integer> CONVS = List.of(2, 2, 3, 3, 3);

    private static final long[] POOL = {2};

    private final List<List<Conv2d>> slices = new ArrayList<>();

    Vgg16Features(ParameterPath path) {
        int inChannels = 3;
        int layer = 0;
        for (int slice = 0; slice < CHANNELS.size(); slice++) {
            if (slice > 0) {
                layer++; // the pooling layer
            }
            List<Conv2d> convs = new ArrayList<>();
            for (int i = 0; i < CONVS.get(slice); i++) {
                ParameterPath place = path.at("slice" + (slice + 1)).at(layer);
                convs.add(new Conv2d(place, inChannels, CHANNELS.get(slice), 3, 1, 1));
                inChannels = CHANNELS.get(slice);
                layer += 2; // the convolution and its ReLU
            }
            slices.add(convs);
        }
    }

    /** The slice, from 1, that ends with or after layer {@code layer}. */
    static int slice(int layer) {
        int first = 0;
        for (int slice = 0; slice < CONVS.size(); slice++) {
            first += 2 * CONVS.get(slice) + (slice == 0 ? 0 : 1);
            if (layer < first) {
                return slice + 1;
            }
        }
        throw new IllegalArgumentException("VGG16's features have no layer " + layer);
    }

    /** relu1_2, relu2_2, relu3_3, relu4_3 and relu5_3 of (B, 3, H, W); the last has (B, 512, H/16, W/16). */
    List<Tensor> forward(Tensor x) {
        List<Tensor> features = new ArrayList<>();
        Tensor h = x;
        for (int slice = 0; slice < slices.size(); slice++) {
            if (slice > 0) {
                h = h.max_pool2d(POOL, POOL);
            }
            for (Conv2d conv : slices.get(slice)) {
                h = conv.forward(h).relu();
            }
            features.add(h);
        }
        return features;
    }
}
