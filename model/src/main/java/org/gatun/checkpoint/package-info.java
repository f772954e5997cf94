/**
 * Weight files: safetensors (read memory-mapped, and written) and PyTorch's {@code .pt}, {@code .pth} and {@code .ckpt}
 * in the zip format (read and written) and in the format before PyTorch 1.6 (read).
 *
 * <p>{@link org.gatun.checkpoint.WeightFile#open} tells the formats apart by content. Tensors come as
 * {@link org.gatun.checkpoint.StoredTensor}s over the mapped file. Nothing in a file is ever executed: a pickle may
 * name any class or function, and all but a short list become inert {@link org.gatun.checkpoint.ForeignObject}s. A file
 * that is truncated, malformed or hostile is refused with one {@link org.gatun.checkpoint.CheckpointException}.
 */
package org.gatun.checkpoint;
