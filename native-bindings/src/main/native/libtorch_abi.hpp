// The part of libtorch's C++ interface that Gatun calls, declared by its binary layout instead of by its headers: one small file
// that holds for every libtorch since 2.7. Types have the names, sizes and calling conventions of the real ones and as little else
// as will do; abi_layout.inc and the two lists of signatures are compared with libtorch's own headers by conformance.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <new>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

// libtorch's stable C ABI (torch/csrc/inductor/aoti_torch/c/shim.h). Lifetime and metadata go through it, never through inline code
// of a particular version. An int32_t result is 0 on success; a failure is also printed on stderr, so arguments are checked first.
extern "C" {
int32_t aoti_torch_new_tensor_handle(void *orig_handle, void **new_handle);
int32_t aoti_torch_delete_tensor_object(void *tensor);
int32_t aoti_torch_get_dim(void *tensor, int64_t *ret_dim);
int32_t aoti_torch_get_numel(void *tensor, int64_t *ret_numel);
int32_t aoti_torch_get_sizes(void *tensor, int64_t **ret_sizes);
int32_t aoti_torch_get_storage_offset(void *tensor, int64_t *ret_storage_offset);
int32_t aoti_torch_get_dtype(void *tensor, int32_t *ret_dtype);
int32_t aoti_torch_get_device_type(void *tensor, int32_t *ret_device_type);
int32_t aoti_torch_get_device_index(void *tensor, int32_t *ret_device_index);
int32_t aoti_torch_get_data_ptr(void *tensor, void **ret_data_ptr);
uint64_t aoti_torch_abi_version();
}

// DLPack's C structures, which are stable by design (dlpack.h, version 0.8).
struct DLDevice {
  int32_t device_type;
  int32_t device_id;
};
struct DLDataType {
  uint8_t code;
  uint8_t bits;
  uint16_t lanes;
};
struct DLTensor {
  void *data;
  DLDevice device;
  int32_t ndim;
  DLDataType dtype;
  int64_t *shape;
  int64_t *strides;
  uint64_t byte_offset;
};
struct DLManagedTensor {
  DLTensor dl_tensor;
  void *manager_ctx;
  void (*deleter)(DLManagedTensor *self);
};

namespace at {
class Tensor;
}

namespace c10 {

enum class ScalarType : int8_t {};
enum class Layout : int8_t {};
enum class MemoryFormat : int8_t {};
enum class DeviceType : int8_t {};

struct Device {
  DeviceType type;
  int8_t index;
};

using string_view = std::string_view;

// One int64_t, which is the number itself down to -2^62; libtorch takes smaller ones for pointers to symbolic numbers, so they are
// refused. Its copy constructor is what makes it pass by reference.
class SymInt {
 public:
  SymInt(int64_t value) : value_(checked(value)) {}
  SymInt(const SymInt &other) : value_(other.value_) {}
  ~SymInt() {}

  static int64_t checked(int64_t value) {
    if (value < -(int64_t{1} << 62)) {
      throw std::out_of_range("the number " + std::to_string(value) + " is out of range");
    }
    return value;
  }

 private:
  int64_t value_;
};

template <class T>
struct ArrayRef {
  const T *data;
  size_t length;
};
using SymIntArrayRef = ArrayRef<SymInt>;

template <class T>
struct OptionalArrayRef {
  std::optional<ArrayRef<T>> value;
};

// A tag and a union with room for the largest kind of number, complex<double>. Gatun makes the first two kinds only.
class Scalar {
 public:
  explicit Scalar(double value) : tag_(Tag::DOUBLE) { value_.d = value; }
  explicit Scalar(int64_t value) : tag_(Tag::INT) { value_.i = value; }
  Scalar(const Scalar &other) : tag_(other.tag_), value_(other.value_) {}
  ~Scalar() {}

  bool is_floating_point() const { return tag_ == Tag::DOUBLE; }
  double as_double() const { return value_.d; }
  // Bool tensors give a Scalar of its own tag with the integer 0 or 1.
  int64_t as_int() const { return value_.i; }

 private:
  enum class Tag : int32_t { DOUBLE = 0, INT = 1 };
  Tag tag_;
  union Value {
    double d;
    int64_t i;
    alignas(16) char complex[16];
  } value_;
};

// A list of tensors in one of several forms; Gatun makes the unboxed form, an ArrayRef.
template <class T>
class IListRef {
 public:
  explicit IListRef(ArrayRef<T> list) : unboxed_(list), tag_(Tag::UNBOXED) {}

 private:
  enum class Tag : int32_t { UNBOXED = 0 };
  ArrayRef<T> unboxed_;
  Tag tag_;
};

class TensorImpl {
 public:
  bool requires_grad() const;
  const at::Tensor &grad() const;
  at::Tensor &mutable_grad();
};

// What an undefined tensor points to instead of null.
class UndefinedTensorImpl {
 public:
  static UndefinedTensorImpl _singleton;
};

class GeneratorImpl;

struct GradMode {
  static bool is_enabled();
  static void set_enabled(bool enabled);
};

void SetStackTraceFetcher(std::function<std::string()> fetcher);

using DeleterFnPtr = void (*)(void *);

// Memory, and how to free it: the deleter is given the context, which is the memory itself where the allocator's pointers are simple.
class DataPtr {
 public:
  DataPtr(void *data, void *context, DeleterFnPtr deleter, Device device)
      : data_(data), context_(context, deleter), device_(device) {}

  void *get() const { return data_; }
  void *get_context() const { return context_.get(); }
  DeleterFnPtr get_deleter() const { return context_.get_deleter(); }
  // From now on the caller frees it.
  void *release_context() { return context_.release(); }

 private:
  void *data_;
  std::unique_ptr<void, DeleterFnPtr> context_;
  Device device_;
};

// Virtual functions in libtorch's order.
struct Allocator {
  virtual ~Allocator() = default;
  virtual DataPtr allocate(size_t n) = 0;
  // Whether the context is the memory itself.
  virtual bool is_simple_data_ptr(const DataPtr &data_ptr) const;
  // Frees whatever this allocator has given out; null where there is no one deleter that can.
  virtual DeleterFnPtr raw_deleter() const { return nullptr; }
  virtual void copy_data(void *dest, const void *src, size_t count) const = 0;
};
Allocator *GetCPUAllocator();
// The allocator lives as long as the process.
void SetCPUAllocator(Allocator *alloc, uint8_t priority);

}  // namespace c10

namespace at {

using c10::Device;
using c10::IListRef;
using c10::Layout;
using c10::MemoryFormat;
using c10::Scalar;
using c10::ScalarType;
using IntArrayRef = c10::ArrayRef<int64_t>;
using OptionalIntArrayRef = c10::OptionalArrayRef<int64_t>;
using OptionalSymIntArrayRef = c10::OptionalArrayRef<c10::SymInt>;
using TensorList = c10::ArrayRef<Tensor>;
using ITensorListRef = c10::IListRef<Tensor>;

// A counted pointer to a TensorImpl. Counting is libtorch's: this declaration can move and destroy, and borrow without counting
// for a call, but not copy.
class TensorBase {
 public:
  TensorBase() noexcept : impl_(undefined()) {}
  TensorBase(TensorBase &&other) noexcept : impl_(other.impl_) { other.forget(); }
  TensorBase(const TensorBase &) = delete;
  TensorBase &operator=(const TensorBase &) = delete;
  TensorBase &operator=(TensorBase &&other) noexcept {
    std::swap(impl_, other.impl_);
    return *this;
  }
  ~TensorBase() {
    if (defined()) {
      release();
    }
  }

  // Gives up the pointer without counting.
  void forget() noexcept { impl_ = undefined(); }

  bool defined() const noexcept { return impl_ != undefined(); }
  c10::TensorImpl *impl() const noexcept { return impl_; }

  // How often the tensor has been written into.
  int64_t _version() const;
  // The hook is given the gradient when it has been computed, and what it returns takes its place; undefined changes nothing.
  unsigned _register_hook(std::function<TensorBase(const TensorBase &)> hook) const;

 protected:
  explicit TensorBase(c10::TensorImpl *impl) noexcept : impl_(impl) {}

 private:
  static c10::TensorImpl *undefined() noexcept {
    return reinterpret_cast<c10::TensorImpl *>(&c10::UndefinedTensorImpl::_singleton);
  }
  void release() noexcept {
    // The stable ABI deletes heap-allocated tensors, so the pointer moves to the heap first. Out of memory, it stays counted.
    if (void *slot = ::operator new(sizeof(TensorBase), std::nothrow)) {
      aoti_torch_delete_tensor_object(new (slot) TensorBase(std::move(*this)));
    }
  }

  c10::TensorImpl *impl_;
};

class Tensor : public TensorBase {
 public:
  Tensor() noexcept = default;
  Tensor(Tensor &&) noexcept = default;
  Tensor &operator=(Tensor &&) noexcept = default;
  explicit Tensor(TensorBase &&base) noexcept : TensorBase(std::move(base)) {}

  // The same tensor without a count of its own: it must not be destroyed while it is defined (see forget).
  static Tensor borrow(const TensorBase &tensor) noexcept { return Tensor(tensor.impl()); }

 private:
  explicit Tensor(c10::TensorImpl *impl) noexcept : TensorBase(impl) {}
};

// A counted pointer, which Gatun only looks at.
struct Generator {
  c10::GeneratorImpl *impl;
  Generator(const Generator &) = delete;
  ~Generator() {}
};

namespace detail {
const Generator &getDefaultCPUGenerator();
}

// Declared without its virtual functions: the calls are direct.
struct CPUGeneratorImpl {
  void set_current_seed(uint64_t seed);
  // An intrusive_ptr<TensorImpl>, which is what a Tensor is.
  Tensor get_state() const;
  void set_state(const c10::TensorImpl &state);
};

// Process-wide settings. Declared without its members: only libtorch makes one.
class Context {
 public:
  bool allowTF32CuBLAS() const;
  void setAllowTF32CuDNN(bool allow);
  bool benchmarkCuDNN() const;
  void setBenchmarkCuDNN(bool benchmark);
  void setFloat32MatmulPrecision(const std::string &precision);
  static bool hasMKL();
};
Context &globalContext();

void set_num_threads(int threads);
int get_num_threads();
size_t get_num_interop_threads();
std::string show_config();
Tensor fromDLPack(DLManagedTensor *src, std::function<void(void *)> deleter);

namespace native {
// The operators' implementations, called directly: the dispatcher would cost ten times what they do. They wrap and check dim.
int64_t size(const Tensor &self, int64_t dim);
int64_t stride(const Tensor &self, int64_t dim);
}  // namespace native

namespace autocast {
bool is_autocast_enabled(c10::DeviceType device_type);
void set_autocast_enabled(c10::DeviceType device_type, bool enabled);
ScalarType get_autocast_dtype(c10::DeviceType device_type);
void set_autocast_dtype(c10::DeviceType device_type, ScalarType dtype);
void clear_cache();
}  // namespace autocast

namespace _ops {
#define GATUN_OPERATOR(name, ...) \
  struct name {                   \
    using type = __VA_ARGS__;     \
    static type call;             \
  };
#include "ops_signatures.inc"
#include "internal_ops_signatures.inc"
#undef GATUN_OPERATOR
}  // namespace _ops

}  // namespace at

namespace torch::autograd {
std::vector<at::Tensor> grad(const std::vector<at::Tensor> &outputs, const std::vector<at::Tensor> &inputs,
                             const std::vector<at::Tensor> &grad_outputs, std::optional<bool> retain_graph, bool create_graph,
                             bool allow_unused);
void backward(const std::vector<at::Tensor> &tensors, const std::vector<at::Tensor> &grad_tensors, std::optional<bool> retain_graph,
              bool create_graph, const std::vector<at::Tensor> &inputs);

// Of the backward pass that runs on this thread.
int get_current_graph_task_id();
bool get_current_graph_task_keep_graph();

// Declared without its members and virtual functions: the calls are direct.
struct Engine {
  static Engine &get_default_engine();
  // Called at the end of the backward pass that runs on this thread, if it succeeds; destroyed then in any case.
  void queue_callback(std::function<void()> callback);
};
}  // namespace torch::autograd

#define GATUN_LAYOUT(type, size, alignment, trivial) \
  static_assert(sizeof(type) == size && alignof(type) == alignment && std::is_trivially_copyable_v<type> == trivial, #type);
#include "abi_layout.inc"
#undef GATUN_LAYOUT
