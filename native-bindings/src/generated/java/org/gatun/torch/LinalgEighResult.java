// Generated from ops.txt by `make bindings`; do not edit.
package org.gatun.torch;

/** What {@code linalg_eigh(Tensor self, str UPLO="L") -> (Tensor eigenvalues, Tensor eigenvectors)} returns; each tensor belongs to the scope in which it was made. */
public record LinalgEighResult(Tensor eigenvalues, Tensor eigenvectors) {}
