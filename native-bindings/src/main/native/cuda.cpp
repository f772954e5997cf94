#include <atomic>

#include "cuda_abi.hpp"
#include "marshalling.hpp"

using gatun::c10_cuda;
using gatun::require;
using gatun::torch_cuda;
using gatun::cuda::DeviceGuard;
using gatun::cuda::DeviceStats;
using gatun::cuda::MempoolId;

namespace {

// The caching allocator's functions are virtual, and where they stand in its table changes from version to version. But its other
// implementation exports its functions and its table: where one of them is found there, the allocator in use has its own.
constexpr const char *pluggable_table = "_ZTVN5torch4cuda22CUDAPluggableAllocator22CUDAPluggableAllocatorE";
constexpr size_t longest_table = 128;

size_t slot_of(void *function) {
  constexpr size_t before_functions = 2;  // the offset to the top, and the type
  void *const *table = require<void *const>(torch_cuda, pluggable_table) + before_functions;
  for (size_t slot = 0; slot < longest_table; slot++) {
    if (table[slot] == function) {
      return slot;
    }
  }
  throw std::runtime_error("the allocator of the libtorch in use is not laid out as this version of Gatun expects");
}

void *allocator() {
  auto *global = require<std::atomic<void *>>(c10_cuda, "_ZN3c104cuda20CUDACachingAllocator9allocatorE");
  return global->load();
}

// The allocator's own version of a function of CUDAPluggableAllocator.
template <class Function>
Function *method(void *self, const char *pluggable) {
  size_t slot = slot_of(require<void>(torch_cuda, pluggable));
  void **table = *static_cast<void ***>(self);
  return reinterpret_cast<Function *>(table[slot]);
}

bool has_private_pools() noexcept {
  constexpr uint64_t version_2_13 = (uint64_t{2} << 56) | (uint64_t{13} << 48);
  return aoti_torch_abi_version() >= version_2_13;
}

}  // namespace

int32_t gatun_cuda_is_built(void) { return gatun::find<void>(c10_cuda, "_ZN3c104cuda12device_countEv") != nullptr ? 1 : 0; }

int32_t gatun_cuda_device_count(void) try {
  auto *device_count = gatun::find<int8_t()>(c10_cuda, "_ZN3c104cuda12device_countEv");
  return device_count == nullptr ? 0 : device_count();
}
GATUN_CATCH(0)

const char *gatun_cuda_device_name(int32_t device_index) try {
  // A cudaDeviceProp, which begins with the name: char name[256].
  auto *properties = require<const char *(int8_t)>(torch_cuda, "_ZN2at4cuda19getDevicePropertiesEa");
  return properties(static_cast<int8_t>(device_index));
}
GATUN_CATCH(nullptr)

int32_t gatun_cuda_synchronize(int32_t device_index) try {
  auto *synchronize = require<void()>(c10_cuda, "_ZN3c104cuda18device_synchronizeEv");
  const DeviceGuard guard(device_index);
  synchronize();
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_cuda_device_attribute(int32_t device_index, int32_t attribute, int32_t *value) try {
  gatun::cuda::check(gatun::cuda::runtime<int(int *, int, int)>("cudaDeviceGetAttribute")(value, attribute, device_index));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_cuda_memory_stats(int32_t device_index, int64_t *stats) try {
  void *const self = allocator();
  auto *get = method<DeviceStats(void *, int8_t)>(
      self, "_ZN5torch4cuda22CUDAPluggableAllocator22CUDAPluggableAllocator14getDeviceStatsEa");
  const DeviceStats all = get(self, static_cast<int8_t>(device_index));
  if (has_private_pools()) {
    ::operator delete(all.private_pools);
  }
  stats[0] = all.allocated_bytes[0].current;
  stats[1] = all.allocated_bytes[0].peak;
  stats[2] = all.reserved_bytes[0].current;
  stats[3] = all.reserved_bytes[0].peak;
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_cuda_reset_peak_memory_stats(int32_t device_index) try {
  void *const self = allocator();
  method<void(void *, int8_t)>(self, "_ZN5torch4cuda22CUDAPluggableAllocator22CUDAPluggableAllocator14resetPeakStatsEa")(
      self, static_cast<int8_t>(device_index));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_cuda_empty_cache(void) try {
  void *const self = allocator();
  constexpr const char *of_a_pool = "_ZN5torch4cuda22CUDAPluggableAllocator22CUDAPluggableAllocator10emptyCacheESt4pairIyyE";
  constexpr const char *of_all = "_ZN5torch4cuda22CUDAPluggableAllocator22CUDAPluggableAllocator10emptyCacheEv";
  if (gatun::find<void>(torch_cuda, of_a_pool) != nullptr) {
    method<void(void *, MempoolId)>(self, of_a_pool)(self, MempoolId(0, 0));
  } else {
    method<void(void *)>(self, of_all)(self);
  }
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_cuda_mem_get_info(int32_t device_index, int64_t *free_and_total) try {
  const DeviceGuard guard(device_index);
  size_t free = 0;
  size_t total = 0;
  gatun::cuda::check(gatun::cuda::runtime<int(size_t *, size_t *)>("cudaMemGetInfo")(&free, &total));
  free_and_total[0] = static_cast<int64_t>(free);
  free_and_total[1] = static_cast<int64_t>(total);
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int64_t gatun_empty_pinned(const int64_t *size, int64_t dim, int32_t dtype) try {
  return gatun::own(new at::Tensor(at::_ops::empty_memory_format::call(gatun::sym_ints(size, dim), gatun::scalar_type(dtype), {}, {},
                                                                       true, {})));
}
GATUN_CATCH(GATUN_NO_TENSOR)
