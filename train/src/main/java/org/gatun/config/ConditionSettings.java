package org.gatun.config;

import org.gatun.gpt.CoordinateCondition;

/** What a transformer's codes are conditioned on: {@code cond_stage_config}. */
public sealed interface ConditionSettings {

    /** Nothing but a start token: {@code __is_unconditional__}. */
    record Unconditional() implements ConditionSettings {}

    /** The first stage's own codes: {@code __is_first_stage__}. */
    record FirstStage() implements ConditionSettings {}

    /** The codes of another picture of the same place, such as depth or segmentation, by a first stage of its own. */
    record Picture(FirstStageSettings model) implements ConditionSettings {}

    /** Coordinates: {@code CoordStage}. */
    record Coordinates(CoordinateCondition stage) implements ConditionSettings {}

    /** A class: {@code Labelator}. */
    record ClassLabel(int nClasses) implements ConditionSettings {}

    /** A start token of this number: {@code SOSProvider}. */
    record StartToken(int sosToken) implements ConditionSettings {}

    /** Tokens that the data set has already: {@code DummyCondStage}, for scenes of bounding boxes. */
    record Given(String conditionalKey) implements ConditionSettings {}
}
