package org.gatun.serve;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.gatun.data.PictureKind;
import org.gatun.gpt.SamplingOptions;

/** Turns the JSON of a request into what the model is to do. Everything that can be wrong is found here, before the request waits. */
final class SampleRequestReader {

    private static final List<String> FIELDS = List.of(
            "class",
            "condition",
            "count",
            "temperature",
            "top_k",
            "top_p",
            "guidance",
            "seed",
            "width",
            "height",
            "completion");
    private static final List<String> COMPLETION_FIELDS = List.of("picture", "keep", "share");

    /** Every number up to here is exact in JavaScript too. */
    private static final long MAX_SEED = (1L << 53) - 1;

    private final ModelDescription model;
    private final UploadDecoder uploads = new UploadDecoder();

    SampleRequestReader(ModelDescription model) {
        this.model = model;
    }

    /**
     * Reads a request.
     *
     * @throws RefusedException if something in it is wrong; the message says what, and what would be right
     */
    SampleRequest read(byte[] body) {
        RequestFields fields = RequestFields.parse(body, FIELDS);
        int width = side(fields, "width", model.width());
        int height = side(fields, "height", model.height());
        return new SampleRequest(
                label(fields),
                condition(fields, width, height),
                (int) fields.integer("count", 1, 1, Limits.COUNT),
                options(fields),
                fields.integer("seed", ThreadLocalRandom.current().nextLong(1L << 31), 0, MAX_SEED),
                width,
                height,
                completion(fields, width, height));
    }

    private int label(RequestFields fields) {
        if (model.conditioning() == Conditioning.CLASS) {
            return fields.wordOrNumber("class", model.classes());
        }
        if (fields.has("class")) {
            throw RefusedException.badRequest("this model knows no classes");
        }
        return 0;
    }

    private float[] condition(RequestFields fields, int width, int height) {
        if (model.conditionKind() != null) {
            return uploads.values(fields.file("condition"), model.conditionKind(), width, height);
        }
        if (fields.has("condition")) {
            throw RefusedException.badRequest("this model does not draw from pictures");
        }
        return null;
    }

    private SamplingOptions options(RequestFields fields) {
        SamplingOptions options;
        try {
            options = new SamplingOptions(
                    fields.number("temperature", 1),
                    (int) fields.integer("top_k", 0, 0, Integer.MAX_VALUE),
                    fields.number("top_p", 1),
                    fields.number("guidance", 1),
                    false);
        } catch (IllegalArgumentException e) {
            throw RefusedException.badRequest(e.getMessage());
        }
        if (options.isGuided() && !model.isGuidable()) {
            throw RefusedException.badRequest("this model cannot be guided: \"guidance\" must be 1");
        }
        return options;
    }

    private int side(RequestFields fields, String name, int trained) {
        if (!model.isResizable()) {
            return (int) fields.integer(name, trained, trained, trained);
        }
        int side = (int) fields.integer(name, trained, trained, model.maxSide());
        if (side % model.codePixels() != 0) {
            throw RefusedException.badRequest(
                    "\"" + name + "\" must be a multiple of " + model.codePixels() + ", not " + side);
        }
        return side;
    }

    private Completion completion(RequestFields fields, int width, int height) {
        return fields.object("completion", COMPLETION_FIELDS)
                .map(completion -> readCompletion(completion, width, height))
                .orElse(null);
    }

    private Completion readCompletion(RequestFields fields, int width, int height) {
        if (!model.isCompletable()) {
            throw RefusedException.badRequest("this model cannot complete pictures");
        }
        KeptSide keep = KeptSide.named(fields.word("keep", KeptSide.WORDS));
        double share = fields.number("share", 0.5);
        if (!(share > 0 && share < 1)) {
            throw RefusedException.badRequest("\"share\" must be above 0 and below 1, not " + share);
        }
        boolean[] known;
        try {
            known = keep.region(share).known(height / model.codePixels(), width / model.codePixels());
        } catch (IllegalArgumentException e) {
            throw RefusedException.badRequest(e.getMessage());
        }
        return new Completion(uploads.values(fields.file("picture"), new PictureKind.Color(), width, height), known);
    }
}
