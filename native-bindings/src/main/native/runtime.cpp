#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <stdexcept>

#include "marshalling.hpp"
#include "optional_symbols.hpp"

using gatun::find;
using gatun::require;
using gatun::torch_cuda;

namespace {

constexpr int32_t cpu = 0;
constexpr int32_t cuda = 1;

// The default generator of a device and its functions; those of CUDA are looked up, since only a CUDA build has them.
struct GeneratorFunctions {
  void *generator;
  void (*set_current_seed)(void *, uint64_t);
  at::Tensor (*get_state)(const void *);
  void (*set_state)(void *, const c10::TensorImpl &);
};

GeneratorFunctions cuda_generator(int32_t device_index) {
  auto *get = require<const at::Generator &(int8_t)>(torch_cuda, "_ZN2at4cuda6detail23getDefaultCUDAGeneratorEa");
  return {get(static_cast<int8_t>(device_index)).impl,
          require<void(void *, uint64_t)>(torch_cuda, "_ZN2at17CUDAGeneratorImpl16set_current_seedEm"),
          require<at::Tensor(const void *)>(torch_cuda, "_ZNK2at17CUDAGeneratorImpl9get_stateEv"),
          require<void(void *, const c10::TensorImpl &)>(torch_cuda,
                                                         "_ZN2at17CUDAGeneratorImpl9set_stateERKN3c1010TensorImplE")};
}

at::CPUGeneratorImpl *cpu_generator() {
  return reinterpret_cast<at::CPUGeneratorImpl *>(at::detail::getDefaultCPUGenerator().impl);
}

void check_generator_device(int32_t device_type) {
  if (device_type != cpu && device_type != cuda) {
    throw std::invalid_argument("only cpu and cuda devices have a generator here");
  }
}

}  // namespace

int64_t gatun_libtorch_version(void) { return static_cast<int64_t>(aoti_torch_abi_version()); }

const char *gatun_libtorch_config(void) try {
  static thread_local std::string config;
  config = at::show_config();
  return config.c_str();
}
GATUN_CATCH(nullptr)

int32_t gatun_get_num_threads(void) try { return at::get_num_threads(); }
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_set_num_threads(int32_t threads) try {
  at::set_num_threads(threads);
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_get_num_interop_threads(void) try { return static_cast<int32_t>(at::get_num_interop_threads()); }
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_openblas_single_thread(void) {
  auto *set_num_threads = find<void(int)>("libopenblas.so.0", "openblas_set_num_threads");
  if (set_num_threads == nullptr) {
    return 0;
  }
  set_num_threads(1);
  return 1;
}

int32_t gatun_skip_destructors_at_exit(void) {
#if defined(__GLIBC__)
  // The last to be registered is the first to run, and the only one that is told the status.
  constexpr auto end = [](int status, void *) {
    std::fflush(nullptr);
    _exit(status);
  };
  return on_exit(end, nullptr) == 0 ? 1 : 0;
#else
  return 0;
#endif
}

int32_t gatun_generator_manual_seed(int32_t device_type, int32_t device_index, int64_t seed) try {
  check_generator_device(device_type);
  if (device_type == cpu) {
    cpu_generator()->set_current_seed(static_cast<uint64_t>(seed));
  } else {
    GeneratorFunctions functions = cuda_generator(device_index);
    functions.set_current_seed(functions.generator, static_cast<uint64_t>(seed));
  }
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int64_t gatun_generator_get_state(int32_t device_type, int32_t device_index) try {
  check_generator_device(device_type);
  if (device_type == cpu) {
    return gatun::own(new at::Tensor(cpu_generator()->get_state()));
  }
  GeneratorFunctions functions = cuda_generator(device_index);
  return gatun::own(new at::Tensor(functions.get_state(functions.generator)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int32_t gatun_generator_set_state(int32_t device_type, int32_t device_index, int64_t state) try {
  check_generator_device(device_type);
  const c10::TensorImpl &state_ = *gatun::tensor(state).impl();
  if (device_type == cpu) {
    cpu_generator()->set_state(state_);
  } else {
    GeneratorFunctions functions = cuda_generator(device_index);
    functions.set_state(functions.generator, state_);
  }
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)
