#include "marshalling.hpp"

int32_t gatun_set_float32_matmul_precision(const char *precision) try {
  at::globalContext().setFloat32MatmulPrecision(precision);
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_allow_tf32_cublas(void) try { return at::globalContext().allowTF32CuBLAS() ? 1 : 0; }
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_set_allow_tf32_cudnn(int32_t allow) try {
  at::globalContext().setAllowTF32CuDNN(allow != 0);
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_benchmark_cudnn(void) try { return at::globalContext().benchmarkCuDNN() ? 1 : 0; }
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_set_benchmark_cudnn(int32_t benchmark) try {
  at::globalContext().setBenchmarkCuDNN(benchmark != 0);
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)
