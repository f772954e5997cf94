// Generated from ops.txt by `make bindings`; do not edit.
package org.gatun.torch;

/** What {@code sort(Tensor self, int dim=-1, bool descending=False) -> (Tensor values, Tensor indices)} returns; each tensor belongs to the scope in which it was made. */
public record SortResult(Tensor values, Tensor indices) {}
