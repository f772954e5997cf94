package org.gatun.serve;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.gatun.data.PictureKind;
import org.gatun.gpt.PictureCondition;
import org.gatun.run.ConditionStage;

/** What a model wants to be told of the pictures that it draws. */
enum Conditioning {
    /** Nothing. */
    @JsonProperty("none")
    NONE,
    /** A class. */
    @JsonProperty("class")
    CLASS,
    /** Another picture. */
    @JsonProperty("picture")
    PICTURE,
    /** A depth map. */
    @JsonProperty("depth")
    DEPTH,
    /** A segmentation map. */
    @JsonProperty("segmentation")
    SEGMENTATION;

    static Conditioning of(ConditionStage stage) {
        return switch (stage) {
            case ConditionStage.Start _ -> NONE;
            case ConditionStage.Classes _ -> CLASS;
            case ConditionStage.Pictures pictures
            when pictures.condition() instanceof PictureCondition.Coordinates -> NONE;
            case ConditionStage.Pictures pictures -> of(pictures.kind());
        };
    }

    private static Conditioning of(PictureKind kind) {
        return switch (kind) {
            case PictureKind.Color _ -> PICTURE;
            case PictureKind.Depth _ -> DEPTH;
            case PictureKind.Segmentation _ -> SEGMENTATION;
            case PictureKind.Coordinates _ -> NONE;
        };
    }
}
