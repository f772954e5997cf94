// DLPack's C structures (dlpack.h, versions 0.8 and 1.x; stable by design), and what both of their users here share.
#pragma once

#include <cstdint>
#include <functional>

#include "libtorch_abi.hpp"

// DLPack 1.0 put a version before everything and flags after; what it calls version, manager_ctx and deleter stay where they are
// in every version to come.
struct DLPackVersion {
  uint32_t major;
  uint32_t minor;
};
struct DLManagedTensorVersioned {
  DLPackVersion version;
  void *manager_ctx;
  void (*deleter)(DLManagedTensorVersioned *self);
  uint64_t flags;
  DLTensor dl_tensor;
};

namespace gatun {

// DLPack's type for a c10::ScalarType, one that Gatun has a name for.
DLDataType dl_data_type(int32_t dtype);

// DLPack's device for c10's: the CPU or a GPU of CUDA's.
DLDevice dl_device(int32_t device_type, int32_t device_index);

// A tensor over memory that is not libtorch's. release runs once, on whichever thread the storage dies; it does not run at all
// when this throws.
at::Tensor over_memory(const DLTensor &memory, std::function<void()> release);

}  // namespace gatun
