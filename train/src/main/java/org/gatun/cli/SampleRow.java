package org.gatun.cli;

import org.gatun.torch.Tensor;

/**
 * What pictures of one kind are drawn from.
 *
 * @param name of a class or a file; empty if there is nothing to name
 * @param folder for its single pictures, which no other row has; empty as the name is
 * @param label of the class, or -1
 * @param condition (1, C, H, W), or null
 */
record SampleRow(String name, String folder, int label, Tensor condition) {}
