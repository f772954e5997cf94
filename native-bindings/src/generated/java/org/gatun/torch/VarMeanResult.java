// Generated from ops.txt by `make bindings`; do not edit.
package org.gatun.torch;

/** What {@code var_mean.correction(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> (Tensor, Tensor)} returns; each tensor belongs to the scope in which it was made. */
public record VarMeanResult(Tensor var, Tensor mean) {}
