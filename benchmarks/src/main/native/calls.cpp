// One call, or few.
#include "floor.hpp"

using namespace floor_loops;

namespace {

float storage[16] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};

int64_t vector(int64_t size) { return gatun_tensor_from_memory(storage, &size, nullptr, 1, float32, cpu, 0, release_queue(), 0); }

// The operands live as long as the process.
int64_t four_floats() {
  static const int64_t tensor = vector(4);
  return tensor;
}

int64_t parameter_of_four() {
  static const int64_t tensor = [] {
    int64_t leaf = vector(4);
    gatun_requires_grad_(leaf, 1);
    return leaf;
  }();
  return tensor;
}

int64_t sixteen_floats() {
  static const int64_t tensor = vector(16);
  return tensor;
}

int64_t matrix() {
  static const int64_t tensor = [] {
    const int64_t size[] = {4, 4};
    return gatun_view(sixteen_floats(), size, 2);
  }();
  return tensor;
}

}  // namespace

// Exported, so that the calls below go through the linkage table, as those to gatun.h do.
FLOOR_API __attribute__((noinline)) void floor_nothing(void) { asm volatile(""); }

FLOOR_API int64_t floor_empty(int64_t n) {
  for (int64_t i = 0; i < n; i++) {
    floor_nothing();
  }
  return 0;
}

FLOOR_API int64_t floor_getter(int64_t n) {
  const int64_t a = four_floats();
  int64_t failed = 0;
  for (int64_t i = 0; i < n; i++) {
    failed += gatun_tensor_size(a, 0) != 4;
  }
  return failed;
}

FLOOR_API int64_t floor_mul4(int64_t n) {
  const int64_t a = four_floats();
  const int64_t b = four_floats();
  int64_t failed = 0;
  for (int64_t i = 0; i < n; i++) {
    failed += finish(gatun_mul_Tensor(a, b));
  }
  return failed;
}

FLOOR_API int64_t floor_mul4_grad(int64_t n) {
  const int64_t a = parameter_of_four();
  const int64_t b = four_floats();
  int64_t failed = 0;
  for (int64_t i = 0; i < n; i++) {
    failed += finish(gatun_mul_Tensor(a, b));
  }
  return failed;
}

FLOOR_API int64_t floor_add_scalar(int64_t n) {
  const int64_t a = four_floats();
  const int64_t other = bits_of(2);
  const int64_t alpha = bits_of(1);
  int64_t failed = 0;
  for (int64_t i = 0; i < n; i++) {
    failed += finish(gatun_add_Scalar(a, GATUN_SCALAR_FLOAT, other, GATUN_SCALAR_FLOAT, alpha));
  }
  return failed;
}

FLOOR_API int64_t floor_chain(int64_t n) {
  const int64_t x = sixteen_floats();
  const int64_t w = matrix();
  const int64_t size[] = {4, 4};
  int64_t failed = 0;
  for (int64_t i = 0; i < n; i++) {
    int64_t view = gatun_view(x, size, 2);
    int64_t transposed = gatun_transpose_int(view, 0, 1);
    int64_t product = gatun_matmul(transposed, w);
    failed += finish(product) + finish(transposed) + finish(view);
  }
  return failed;
}

FLOOR_API int64_t floor_cat4(int64_t n) {
  const int64_t a = four_floats();
  const int64_t tensors[] = {a, a, a, a};
  int64_t failed = 0;
  for (int64_t i = 0; i < n; i++) {
    failed += finish(gatun_cat(tensors, 4, 0));
  }
  return failed;
}

// Here the call has to fail; a failure to do so is what counts.
FLOOR_API int64_t floor_error(int64_t n) {
  const int64_t a = four_floats();
  const int64_t b = sixteen_floats();
  int64_t failed = 0;
  for (int64_t i = 0; i < n; i++) {
    failed += gatun_mul_Tensor(a, b) != GATUN_NO_TENSOR || gatun_last_error()[0] == '\0';
  }
  return failed;
}

// A function of the JVM's, called from C++.
FLOOR_API int64_t floor_upcalls(int64_t n, int64_t (*function)(int64_t)) {
  int64_t failed = 0;
  for (int64_t i = 0; i < n; i++) {
    failed += function(i) != i;
  }
  return failed;
}

FLOOR_API __attribute__((noinline)) int64_t floor_identity(int64_t value) {
  asm volatile("");
  return value;
}

FLOOR_API int64_t floor_upcall(int64_t n) {
  int64_t (*volatile function)(int64_t) = floor_identity;
  return floor_upcalls(n, function);
}
