package org.gatun.train;

import java.nio.file.Path;
import org.gatun.data.ConditionPictures;
import org.gatun.data.DataException;
import org.gatun.data.ImageDataset;
import org.gatun.data.ImageSplit;
import org.gatun.data.ImageTransform;
import org.gatun.data.PictureKind;
import org.gatun.run.ConditionStage;

/**
 * A data set of pictures, and what goes with them.
 *
 * @param conditions the folder of the conditions, named as the pictures are; null if there is none
 */
public record TrainingPictures(ImageDataset dataset, Path conditions) {

    /**
     * What {@code stage} needs of each picture; null if it needs nothing else.
     *
     * @throws DataException if conditions are needed and missing
     */
    ConditionPictures conditionsOf(ImageSplit split, ImageTransform transform, ConditionStage stage) {
        if (!(stage instanceof ConditionStage.Pictures pictures)) {
            return null;
        }
        ImageTransform ofConditions = transform.withKind(pictures.kind());
        if (pictures.kind() instanceof PictureKind.Coordinates) {
            return ConditionPictures.ofThemselves(split, ofConditions);
        }
        if (conditions != null) {
            return ConditionPictures.paired(split, conditions, ofConditions);
        }
        if (pictures.ofItself()) {
            return null;
        }
        throw new DataException("The pictures in " + dataset.root() + " need conditions: name their folder");
    }
}
