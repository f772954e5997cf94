// floor-startup SHIM: does what the class FirstOperator does, without a JVM: loads the shim, and with it the libtorch that
// LD_LIBRARY_PATH names, and runs an operator.
#include <dlfcn.h>

#include <cstdio>

#include "gatun.h"

#define LOOK_UP(function) const auto function##_ = reinterpret_cast<decltype(&function)>(dlsym(shim, #function))

int main(int, char **arguments) {
  void *shim = dlopen(arguments[1], RTLD_NOW);
  if (shim == nullptr) {
    std::fprintf(stderr, "%s\n", dlerror());
    return 1;
  }
  LOOK_UP(gatun_ones);
  LOOK_UP(gatun_mul_Tensor);
  LOOK_UP(gatun_sum);
  LOOK_UP(gatun_tensor_item_double);
  constexpr int32_t float32 = 6;  // c10::ScalarType::Float
  const int64_t size = 4;
  const int64_t a = gatun_ones_(&size, 1, float32, 0, 0);
  const int64_t total = gatun_sum_(gatun_mul_Tensor_(a, a), GATUN_ABSENT);
  double sum = 0;
  const int32_t status = gatun_tensor_item_double_(total, &sum);
  std::printf("%.1f\n", sum);
  return status == GATUN_OK && sum == 4 ? 0 : 1;
}
