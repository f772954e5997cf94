#include <atomic>
#include <cstdlib>

#include "marshalling.hpp"

namespace {

std::atomic<int64_t> live{0};
std::atomic<int64_t> peak{0};

void *raw(int64_t handle) noexcept { return reinterpret_cast<void *>(handle); }

}  // namespace

int64_t gatun::own(at::Tensor *tensor) noexcept {
  int64_t now = live.fetch_add(1, std::memory_order_relaxed) + 1;
  int64_t known = peak.load(std::memory_order_relaxed);
  while (now > known && !peak.compare_exchange_weak(known, now, std::memory_order_relaxed)) {
  }
  return reinterpret_cast<int64_t>(tensor);
}

int64_t *gatun::own(std::vector<at::Tensor> &&tensors, int64_t *length) {
  std::unique_ptr<int64_t, decltype(&std::free)> list(
      static_cast<int64_t *>(std::malloc(std::max<size_t>(1, tensors.size()) * sizeof(int64_t))), &std::free);
  std::vector<std::unique_ptr<at::Tensor>> allocated(tensors.size());
  if (!list) {
    throw std::bad_alloc();
  }
  for (size_t i = 0; i < tensors.size(); i++) {
    allocated[i] = std::make_unique<at::Tensor>(std::move(tensors[i]));
  }
  for (size_t i = 0; i < tensors.size(); i++) {
    list.get()[i] = own(allocated[i].release());
  }
  *length = static_cast<int64_t>(tensors.size());
  return list.release();
}

void gatun_tensor_delete(int64_t tensor) {
  live.fetch_sub(1, std::memory_order_relaxed);
  aoti_torch_delete_tensor_object(raw(tensor));
}

void gatun_tensors_delete(const int64_t *tensors, int64_t length) {
  for (int64_t i = 0; i < length; i++) {
    aoti_torch_delete_tensor_object(raw(tensors[i]));
  }
  live.fetch_sub(length, std::memory_order_relaxed);
}

void gatun_list_free(int64_t *list) { std::free(list); }

int64_t gatun_tensor_alias(int64_t tensor) {
  void *alias = nullptr;
  aoti_torch_new_tensor_handle(raw(tensor), &alias);
  return gatun::own(static_cast<at::Tensor *>(alias));
}

int64_t gatun_live_tensors(void) { return live.load(std::memory_order_relaxed); }

int64_t gatun_peak_tensors(void) { return peak.load(std::memory_order_relaxed); }

void gatun_reset_peak_tensors(void) { peak.store(live.load(std::memory_order_relaxed), std::memory_order_relaxed); }

int64_t gatun_tensor_dim(int64_t tensor) {
  int64_t dim = 0;
  aoti_torch_get_dim(raw(tensor), &dim);
  return dim;
}

int64_t gatun_tensor_numel(int64_t tensor) {
  int64_t numel = 0;
  aoti_torch_get_numel(raw(tensor), &numel);
  return numel;
}

const int64_t *gatun_tensor_sizes(int64_t tensor) {
  int64_t *sizes = nullptr;
  aoti_torch_get_sizes(raw(tensor), &sizes);
  return sizes;
}

int64_t gatun_tensor_size(int64_t tensor, int64_t dim) try { return at::native::size(gatun::tensor(tensor), dim); }
GATUN_CATCH(GATUN_FAILED)

int64_t gatun_tensor_stride(int64_t tensor, int64_t dim) try { return at::native::stride(gatun::tensor(tensor), dim); }
GATUN_CATCH(GATUN_FAILED)

int64_t gatun_tensor_storage_offset(int64_t tensor) {
  int64_t offset = 0;
  aoti_torch_get_storage_offset(raw(tensor), &offset);
  return offset;
}

int32_t gatun_tensor_dtype(int64_t tensor) {
  int32_t dtype = 0;
  aoti_torch_get_dtype(raw(tensor), &dtype);
  return dtype;
}

int32_t gatun_tensor_device_type(int64_t tensor) {
  int32_t type = 0;
  aoti_torch_get_device_type(raw(tensor), &type);
  return type;
}

int32_t gatun_tensor_device_index(int64_t tensor) {
  int32_t index = 0;
  aoti_torch_get_device_index(raw(tensor), &index);
  return index;
}

int32_t gatun_tensor_requires_grad(int64_t tensor) { return gatun::tensor(tensor).impl()->requires_grad() ? 1 : 0; }

int64_t gatun_tensor_data_ptr(int64_t tensor) {
  void *data = nullptr;
  aoti_torch_get_data_ptr(raw(tensor), &data);
  return reinterpret_cast<int64_t>(data);
}

int32_t gatun_tensor_item_double(int64_t tensor, double *value) try {
  const at::Scalar item = at::_ops::item::call(gatun::tensor(tensor));
  *value = item.is_floating_point() ? item.as_double() : static_cast<double>(item.as_int());
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

// As Java casts: what is out of range becomes the nearest number, and NaN 0. In C++ either is undefined.
static int64_t truncated(double value) {
  constexpr double limit = 0x1p63;
  if (value != value) {
    return 0;
  }
  if (value >= limit) {
    return INT64_MAX;
  }
  return value < -limit ? INT64_MIN : static_cast<int64_t>(value);
}

int32_t gatun_tensor_item_long(int64_t tensor, int64_t *value) try {
  const at::Scalar item = at::_ops::item::call(gatun::tensor(tensor));
  *value = item.is_floating_point() ? truncated(item.as_double()) : item.as_int();
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)
