/** Quantizers: features become codes of a learned codebook, and what is done against the collapse of one. */
package org.gatun.vqgan.quantize;
