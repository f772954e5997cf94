// Generated from ops.txt by `make bindings`; do not edit.
package org.gatun.torch;

/** What {@code topk(Tensor self, SymInt k, int dim=-1, bool largest=True, bool sorted=True) -> (Tensor values, Tensor indices)} returns; each tensor belongs to the scope in which it was made. */
public record TopkResult(Tensor values, Tensor indices) {}
