package org.gatun.serve;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a model wants to be told of the pictures that it draws. */
enum Conditioning {
    /** Nothing. */
    @JsonProperty("none")
    NONE,
    /** A class. */
    @JsonProperty("class")
    CLASS
}
