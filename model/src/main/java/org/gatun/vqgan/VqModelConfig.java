package org.gatun.vqgan;

import org.gatun.vqgan.quantize.QuantizerConfig;

/**
 * A first stage without its losses.
 *
 * @param autoencoder encoder and decoder
 * @param quantizer the codebook between them
 */
public record VqModelConfig(AutoencoderConfig autoencoder, QuantizerConfig quantizer) {}
