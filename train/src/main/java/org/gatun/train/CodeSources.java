package org.gatun.train;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.gatun.data.BatchOptions;
import org.gatun.data.BatchSource;
import org.gatun.data.ConditionPictures;
import org.gatun.data.ImageSplit;
import org.gatun.data.ImageTransform;
import org.gatun.data.PixelLayout;
import org.gatun.gpt.ConditionTokens;
import org.gatun.torch.Device;

/** Opens the codes of a folder of pictures: from a file of them if there is one, or else that file is made. */
record CodeSources(
        TrainingPictures pictures,
        CodeEncoder encoder,
        CodeOptions options,
        int batchSize,
        UnreadableReport unreadable,
        Consumer<String> log,
        BooleanSupplier interrupted) {

    /** What is learned. */
    CodeSource train(long seed) {
        ImageSplit split = pictures.dataset().train();
        if (!options.onTheFly()) {
            return dataset(split, options.views());
        }
        ImageTransform transform = transform(options.views())
                .with(options.views().crop(), options.views().flipped());
        return new OnTheFlyCodes(
                encoder, open(split, transform, conditions(split, transform), BatchOptions.training(batchSize, seed)));
    }

    /** What is measured with: the middle of each picture. */
    CodeDataset heldOut() {
        return dataset(pictures.dataset().val(), Views.ONE);
    }

    private CodeDataset dataset(ImageSplit split, Views views) {
        ImageTransform transform = transform(views);
        ConditionPictures conditions = conditions(split, transform);
        CodeFile file = file(split, conditions, views);
        Device device = encoder.device();
        Optional<CodeDataset> present = file.open(device);
        if (present.isPresent()) {
            log.accept("Codes: " + file.path() + " has them already");
            return present.get();
        }
        try (BatchSource source = open(split, transform, conditions, BatchOptions.evaluation(batchSize));
                CodeDataset encoded = CodeDataset.encode(encoder, source, views, vocabulary(), interrupted)) {
            file.write(encoded);
            unreadable.update(List.of(source.unreadable()));
        }
        return file.open(device)
                .orElseThrow(() -> new IllegalStateException(file.path() + " was written, and is not there"));
    }

    private BatchSource open(
            ImageSplit split, ImageTransform transform, ConditionPictures conditions, BatchOptions batches) {
        BatchOptions options = batches.withMemory(Batches.memory(encoder.device()));
        return BatchSource.open(split, transform, conditions, options);
    }

    private ConditionPictures conditions(ImageSplit split, ImageTransform transform) {
        return pictures.conditionsOf(split, transform, encoder.stages().condition());
    }

    private ImageTransform transform(Views views) {
        int size = encoder.stages().firstStage().config().autoencoder().resolution();
        return new ImageTransform(size, views.crop(), false, PixelLayout.CHANNELS_FIRST);
    }

    private int vocabulary() {
        ConditionTokens tokens = encoder.stages().condition().tokens();
        return Math.max(
                tokens.vocabSize(), encoder.stages().firstStage().quantizer().numCodes());
    }

    private CodeFile file(ImageSplit split, ConditionPictures conditions, Views views) {
        ConditionTokens tokens = encoder.stages().condition().tokens();
        String origin = new CodeOrigin()
                .addWeights(encoder.stages().weights())
                .add(encoder.stages().condition().getClass().getSimpleName())
                .add(tokens)
                .add(encoder.precision())
                .add(views)
                .add(pictures.conditions())
                .addFiles(split)
                .addFiles(conditions)
                .text();
        int side = encoder.stages().firstStage().config().autoencoder().codeResolution();
        return new CodeFile(
                options.folder().resolve(split.name() + ".safetensors"), origin, (long) side * side, tokens.length());
    }
}
