package org.gatun.serve;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.gatun.data.PictureKind;

/**
 * What a page needs to know to offer what a model can do, and what requests are checked against. It is also the answer to
 * {@code GET /api/model}.
 *
 * @param name of the run
 * @param conditioning what the pictures depend on
 * @param conditionKind what a picture holds that they depend on; null if they depend on none
 * @param classes names of the classes, in the order of their labels; empty where there are none
 * @param isGuidable whether classifier-free guidance is possible
 * @param codebookSize number of codes to draw from
 * @param codePixels pixels on a side of what one code stands for
 * @param width of the pictures that the model was trained on, in pixels
 * @param height of the pictures that the model was trained on, in pixels
 * @param maxSide the largest width and height that may be asked for; the trained size where no other is possible
 * @param isCompletable whether a part of a picture can be given
 */
record ModelDescription(
        String name,
        Conditioning conditioning,
        @JsonIgnore PictureKind conditionKind,
        List<String> classes,
        @JsonProperty("guidable") boolean isGuidable,
        @JsonProperty("codebook_size") int codebookSize,
        @JsonProperty("code_pixels") int codePixels,
        int width,
        int height,
        @JsonProperty("max_side") int maxSide,
        @JsonProperty("completable") boolean isCompletable) {

    /** How many pictures may be asked for at once. */
    @JsonProperty("max_count")
    int maxCount() {
        return Limits.COUNT;
    }

    /** Bytes of the largest file that may be uploaded. */
    @JsonProperty("max_upload_bytes")
    int maxUploadBytes() {
        return Limits.UPLOAD_BYTES;
    }

    /** Whether pictures of another size than that of training can be drawn, by a sliding window. */
    boolean isResizable() {
        return maxSide > Math.max(width, height);
    }
}
