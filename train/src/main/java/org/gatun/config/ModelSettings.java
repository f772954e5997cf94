package org.gatun.config;

/** What {@code model} in a file describes, by the reference's class in its {@code target}. */
public sealed interface ModelSettings permits FirstStageSettings, SecondStageSettings {

    /** The reference's class. */
    String target();
}
