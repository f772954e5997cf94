/**
 * The second stage of "Taming Transformers" (arXiv 2012.09841): a GPT over the indices of a first stage's codes, its conditioning and
 * its sampling.
 *
 * <p>{@link org.gatun.gpt.Gpt} is the network, {@link org.gatun.gpt.CodeTransformer} what stands around it: the order of the codes, the
 * condition before them, the loss. Sampling is layered: {@link org.gatun.gpt.Sampler} draws one token from logits,
 * {@link org.gatun.gpt.AutoregressiveSampler} a sequence of them, {@link org.gatun.gpt.SlidingWindowSampler} a map larger than the
 * network's window.
 *
 * <p>Randomness comes from libtorch's generator of the device: seed it with {@link org.gatun.torch.Generator#manualSeed}, and the same
 * tokens come again.
 */
package org.gatun.gpt;
