// Generated from ops.txt by `make bindings`; do not edit.
package org.gatun.torch;

/** What {@code max.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)} returns; each tensor belongs to the scope in which it was made. */
public record MaxResult(Tensor values, Tensor indices) {}
