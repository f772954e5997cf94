#include "dlpack.hpp"

#include <stdexcept>

#include "marshalling.hpp"

namespace {

// dlpack.h's numbers of devices. Page-locked memory of CUDA's is the CPU's as well.
constexpr int32_t dl_cpu = 1;
constexpr int32_t dl_cuda = 2;
constexpr int32_t dl_cuda_host = 3;
constexpr uint32_t dl_major = 1;
constexpr uint64_t dl_read_only = 1;
// As many as libtorch's own tensors have at most.
constexpr int32_t max_dim = 64;

// c10::DeviceType's numbers.
constexpr int32_t torch_cpu = 0;
constexpr int32_t torch_cuda = 1;

// A DLManagedTensor, or a versioned one, with all that it points to.
template <class Managed>
struct Exported {
  Managed managed{};
  int64_t tensor = GATUN_NO_TENSOR;
  std::vector<int64_t> shape;
  std::vector<int64_t> strides;

  ~Exported() {
    if (tensor != GATUN_NO_TENSOR) {
      gatun_tensor_delete(tensor);
    }
  }
};

template <class Managed>
Managed *export_tensor(int64_t tensor) {
  if (gatun_tensor_requires_grad(tensor)) {
    throw std::invalid_argument("a tensor that requires gradients can't be exported, they would not follow; use detach()");
  }
  auto exported = std::make_unique<Exported<Managed>>();
  int64_t dim = gatun_tensor_dim(tensor);
  for (int64_t i = 0; i < dim; i++) {
    int64_t size = at::native::size(gatun::tensor(tensor), i);
    exported->shape.push_back(size);
    // What a stride is where there is no second element is anybody's; 1 is what other libraries expect.
    exported->strides.push_back(size < 2 ? 1 : at::native::stride(gatun::tensor(tensor), i));
  }
  exported->managed.dl_tensor = {reinterpret_cast<void *>(gatun_tensor_data_ptr(tensor)),
                                 gatun::dl_device(gatun_tensor_device_type(tensor), gatun_tensor_device_index(tensor)),
                                 static_cast<int32_t>(dim),
                                 gatun::dl_data_type(gatun_tensor_dtype(tensor)),
                                 exported->shape.data(),
                                 exported->strides.data(),
                                 0};
  exported->managed.manager_ctx = exported.get();
  exported->managed.deleter = [](Managed *self) { delete static_cast<Exported<Managed> *>(self->manager_ctx); };
  exported->tensor = gatun_tensor_alias(tensor);
  return &exported.release()->managed;
}

int32_t known_device(const DLDevice &device) {
  switch (device.device_type) {
    case dl_cpu:
    case dl_cuda_host: return dl_cpu;
    case dl_cuda:
      if (device.device_id < 0 || device.device_id >= gatun_cuda_device_count()) {
        throw std::invalid_argument("the memory is on cuda:" + std::to_string(device.device_id) + ", which is not there");
      }
      return dl_cuda;
    default: throw std::invalid_argument("DLPack's device type " + std::to_string(device.device_type) + " is not supported");
  }
}

// Throws unless libtorch has that type under the same name.
void check_type(const DLDataType &type) {
  for (int32_t dtype : {0, 1, 2, 3, 4, 5, 6, 7, 11, 15}) {
    DLDataType known = gatun::dl_data_type(dtype);
    if (type.code == known.code && type.bits == known.bits && type.lanes == known.lanes) {
      return;
    }
  }
  throw std::invalid_argument("DLPack's type of code " + std::to_string(type.code) + ", " + std::to_string(type.bits) +
                              " bits and " + std::to_string(type.lanes) + " lanes is not supported");
}

// The memory that a stranger describes, checked, its offset added.
DLTensor checked(const DLTensor &given) {
  DLTensor memory = given;
  memory.device.device_type = known_device(given.device);
  check_type(given.dtype);
  if (given.ndim < 0 || given.ndim > max_dim) {
    throw std::invalid_argument("a tensor can't have " + std::to_string(given.ndim) + " dimensions");
  }
  if (given.ndim > 0 && given.shape == nullptr) {
    throw std::invalid_argument("the shape is missing");
  }
  const int64_t item = given.dtype.bits / 8;
  int64_t dense = 1;
  int64_t last = 0;  // element, from the first
  bool overflow = false;
  bool empty = false;
  for (int32_t i = given.ndim - 1; i >= 0; i--) {
    int64_t size = given.shape[i];
    int64_t stride = given.strides == nullptr ? dense : given.strides[i];
    if (size < 0 || (size > 1 && stride < 0)) {
      throw std::invalid_argument("sizes and strides can't be negative");
    }
    empty |= size == 0;
    int64_t span = 0;
    overflow |= size > 1 && (__builtin_mul_overflow(size - 1, stride, &span) || __builtin_add_overflow(last, span, &last));
    overflow |= __builtin_mul_overflow(dense, std::max<int64_t>(size, 1), &dense);
  }
  int64_t bytes = 0;
  overflow |= __builtin_mul_overflow(last, item, &bytes) || __builtin_add_overflow(bytes, item, &bytes);
  if (overflow) {
    throw std::invalid_argument("the shape is too large");
  }
  if (!empty && given.data == nullptr) {
    throw std::invalid_argument("the data pointer is null");
  }
  memory.data = static_cast<char *>(given.data) + given.byte_offset;
  memory.byte_offset = 0;
  if (reinterpret_cast<uintptr_t>(memory.data) % static_cast<uintptr_t>(item) != 0) {
    throw std::invalid_argument("the data is not aligned to the " + std::to_string(item) + " bytes of its type");
  }
  return memory;
}

template <class Managed>
void delete_managed(Managed *managed) {
  if (managed->deleter != nullptr) {
    managed->deleter(managed);
  }
}

template <class Managed>
int64_t import_tensor(Managed *managed) {
  return gatun::own(new at::Tensor(gatun::over_memory(checked(managed->dl_tensor), [managed] { delete_managed(managed); })));
}

void check_version(const DLManagedTensorVersioned &managed) {
  if (managed.version.major != dl_major) {
    throw std::invalid_argument("it is of DLPack " + std::to_string(managed.version.major) + "." +
                                std::to_string(managed.version.minor) + "; version 1 is understood");
  }
  if (managed.flags & dl_read_only) {
    throw std::invalid_argument("the memory is read-only, tensors are writable; export a copy");
  }
}

}  // namespace

DLDevice gatun::dl_device(int32_t device_type, int32_t device_index) {
  switch (device_type) {
    case torch_cpu: return {dl_cpu, 0};
    case torch_cuda: return {dl_cuda, device_index};
    default: throw std::invalid_argument("device type " + std::to_string(device_type) + " has no number in DLPack here");
  }
}

// DLPack's codes: 0 signed, 1 unsigned, 2 float, 4 bfloat, 6 bool; the numbers on the left are c10::ScalarType's.
DLDataType gatun::dl_data_type(int32_t dtype) {
  switch (dtype) {
    case 0: return {1, 8, 1};
    case 1: return {0, 8, 1};
    case 2: return {0, 16, 1};
    case 3: return {0, 32, 1};
    case 4: return {0, 64, 1};
    case 5: return {2, 16, 1};
    case 6: return {2, 32, 1};
    case 7: return {2, 64, 1};
    case 11: return {6, 8, 1};
    case 15: return {4, 16, 1};
    default: throw std::invalid_argument("scalar type " + std::to_string(dtype) + " has no counterpart in DLPack here");
  }
}

at::Tensor gatun::over_memory(const DLTensor &memory, std::function<void()> release) {
  DLManagedTensor managed{};
  managed.dl_tensor = memory;
  // libtorch copies sizes and strides, and keeps of `managed` nothing but the data pointer and this deleter, which it may also
  // call on its way out of a failure.
  auto handed_over = std::make_shared<bool>(false);
  at::Tensor tensor = at::fromDLPack(&managed, [handed_over, release = std::move(release)](void *) {
    if (*handed_over) {
      release();
    }
  });
  *handed_over = true;
  return tensor;
}

void *gatun_dlpack_export(int64_t tensor, int32_t versioned) try {
  if (!versioned) {
    return export_tensor<DLManagedTensor>(tensor);
  }
  auto *managed = export_tensor<DLManagedTensorVersioned>(tensor);
  managed->version = {dl_major, 0};
  return managed;
}
GATUN_CATCH(nullptr)

int64_t gatun_dlpack_import(void *managed, int32_t versioned) try {
  if (!versioned) {
    return import_tensor(static_cast<DLManagedTensor *>(managed));
  }
  auto *of_version = static_cast<DLManagedTensorVersioned *>(managed);
  check_version(*of_version);
  return import_tensor(of_version);
}
GATUN_CATCH(GATUN_NO_TENSOR)

void gatun_dlpack_delete(void *managed, int32_t versioned) {
  if (versioned) {
    delete_managed(static_cast<DLManagedTensorVersioned *>(managed));
  } else {
    delete_managed(static_cast<DLManagedTensor *>(managed));
  }
}
