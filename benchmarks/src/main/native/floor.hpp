// What the loops of the floor share. The floor: loops in C++ over the functions of gatun.h that Java calls, on the same operands, with
// the same checks of the result. What no JVM binding can beat. Each function runs its operation n times and returns how many of the
// calls in it failed.
#pragma once

#include "gatun.h"

#define FLOOR_API extern "C" __attribute__((visibility("default")))

namespace floor_loops {

constexpr int32_t float32 = 6;  // c10::ScalarType::Float
constexpr int32_t int64 = 4;    // c10::ScalarType::Long
constexpr int32_t cpu = 0;

// Deletes a result as soon as it is there, and returns 1 if there is none.
inline int64_t finish(int64_t result) {
  if (result == GATUN_NO_TENSOR) {
    return 1;
  }
  gatun_tensor_delete(result);
  return 0;
}

// A result that lives until the end of its block, and is counted if it is none.
class Result {
 public:
  Result(int64_t handle, int64_t &failed) : handle_(handle) { failed += handle == GATUN_NO_TENSOR; }
  ~Result() {
    if (handle_ != GATUN_NO_TENSOR) {
      gatun_tensor_delete(handle_);
    }
  }
  Result(const Result &) = delete;

  operator int64_t() const { return handle_; }

 private:
  int64_t handle_;
};

// For memory that is viewed as a tensor.
inline int64_t release_queue() {
  static const int64_t queue = gatun_release_queue_new();
  return queue;
}

inline int64_t bits_of(double value) {
  int64_t bits;
  __builtin_memcpy(&bits, &value, sizeof bits);
  return bits;
}

}  // namespace floor_loops
