// Generated from ops.txt by `make bindings`; do not edit.
package org.gatun.torch;

/** What {@code min.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)} returns; each tensor belongs to the scope in which it was made. */
public record MinResult(Tensor values, Tensor indices) {}
