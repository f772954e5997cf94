// Generated from ops.txt by `make bindings`; do not edit.
package org.gatun.torch;

/** What {@code _unique2(Tensor self, bool sorted=True, bool return_inverse=False, bool return_counts=False) -> (Tensor, Tensor, Tensor)} returns; each tensor belongs to the scope in which it was made. */
public record UniqueResult(Tensor output, Tensor inverseIndices, Tensor counts) {}
