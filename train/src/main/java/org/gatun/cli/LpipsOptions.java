package org.gatun.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The weights of the perceptual loss, which users bring. */
final class LpipsOptions {

    @Option(
            names = "--lpips-vgg",
            paramLabel = "FILE",
            description = "VGG16's weights as torchvision has them (vgg16-397923af.pth).")
    private Path vgg;

    @Option(names = "--lpips-lin", paramLabel = "FILE", description = "LPIPS' linear layers (vgg.pth).")
    private Path lin;

    boolean given() {
        if ((vgg == null) != (lin == null)) {
            throw new UserException("--lpips-vgg and --lpips-lin belong together");
        }
        return vgg != null;
    }

    Path vgg() {
        return vgg;
    }

    Path lin() {
        return lin;
    }
}
