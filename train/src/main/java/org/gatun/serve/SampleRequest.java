package org.gatun.serve;

import org.gatun.gpt.SamplingOptions;

/**
 * Pictures that a user asked for; checked against the model's {@link ModelDescription}.
 *
 * @param label the class, from 0 on; 0 for models without classes
 * @param condition the picture to draw from, {@code (stored channels, H, W)} of the result's size; null for models without
 * @param count number of pictures
 * @param options how codes are drawn
 * @param seed decides all that is random
 * @param width of the pictures in pixels
 * @param height of the pictures in pixels
 * @param completion the part of a picture that is kept, or null
 */
record SampleRequest(
        int label,
        float[] condition,
        int count,
        SamplingOptions options,
        long seed,
        int width,
        int height,
        Completion completion) {}
