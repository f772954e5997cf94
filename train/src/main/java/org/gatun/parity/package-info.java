/** Comparison with what the reference implementation computed: files of inputs, parameters and results, in float64. */
package org.gatun.parity;
