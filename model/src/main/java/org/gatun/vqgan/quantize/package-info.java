/**
 * Quantizers: features become codes of a learned codebook, and back.
 *
 * <p>A {@link org.gatun.vqgan.quantize.QuantizerConfig} says which of them a model has and creates it; all are used through
 * {@link org.gatun.vqgan.quantize.Quantizer}. What can be done against the collapse of a codebook is the same for all that search for the
 * nearest code: {@link org.gatun.vqgan.quantize.AntiCollapse}.
 */
package org.gatun.vqgan.quantize;
