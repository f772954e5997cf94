// What libtorch_cuda and libc10_cuda have to offer, declared by layout as libtorch_abi.hpp declares the rest. No build needs them: each
// function is looked up when it is first called. cuda_conformance.cpp compares this with libtorch's own headers.
#pragma once

#include <utility>

#include "libtorch_abi.hpp"
#include "optional_symbols.hpp"

namespace gatun::cuda {

constexpr c10::DeviceType device_type{1};

// c10::cuda::CUDAStream: a device and the number of one of its streams. Trivially copyable, so it goes through registers.
struct Stream {
  c10::Device device;
  int64_t id;
};
static_assert(sizeof(Stream) == 16 && alignof(Stream) == 8 && std::is_trivially_copyable_v<Stream>);

// c10::MempoolId_t, which names a private pool of the caching allocator.
using MempoolId = std::pair<unsigned long long, unsigned long long>;

// cudaStreamCaptureMode: what may happen on other threads while this one captures.
constexpr int capture_mode_thread_local = 1;

// c10::cuda::CUDACachingAllocator's DeviceStats up to what is read of it, and room for the rest. Large, so it returns through a hidden
// pointer whether or not it is trivial.
struct Stat {
  int64_t current;
  int64_t peak;
  int64_t allocated;
  int64_t freed;
};
struct DeviceStats {
  Stat counts[4][3];  // allocations, segments, active and inactive blocks; of each: all, small pool, large pool
  Stat allocated_bytes[3];
  Stat reserved_bytes[3];
  // libtorch 2.13 and later: a hash table of the private pools, whose first member is this array.
  void *private_pools;
  char rest[4096];
};

// A CUDAGraph in place: built and destroyed by libtorch_cuda, in more room than any version needs.
constexpr size_t graph_size = 4096;

// Makes a device current on this thread until the end of the block.
class DeviceGuard {
 public:
  explicit DeviceGuard(int32_t index) : exchange_(exchange()), previous_(exchange_(static_cast<int8_t>(index))) {}
  ~DeviceGuard() {
    try {
      exchange_(previous_);
    } catch (...) {  // it was current before; what broke since breaks the next call, too
    }
  }
  DeviceGuard(const DeviceGuard &) = delete;

 private:
  using Exchange = int8_t(int8_t);
  static Exchange *exchange() {
    static Exchange *const function = require<Exchange>(c10_cuda, "_ZN3c104cuda14ExchangeDeviceEa");
    return function;
  }

  Exchange *exchange_;
  int8_t previous_;
};

// A function of CUDA's own runtime, a C interface, in whichever library libtorch_cuda brought along.
template <class Function>
Function *runtime(const char *name) {
  return require<Function>(torch_cuda, name);
}

// Throws unless a function of the runtime gave cudaSuccess.
inline void check(int error) {
  if (error != 0) {
    static auto *const text = runtime<const char *(int)>("cudaGetErrorString");
    static auto *const clear = runtime<int()>("cudaGetLastError");
    clear();  // or libtorch would report it once more, of its own next call
    throw std::runtime_error(std::string("CUDA: ") + text(error));
  }
}

}  // namespace gatun::cuda
