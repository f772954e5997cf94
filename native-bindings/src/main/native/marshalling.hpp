// From the numbers of gatun.h to libtorch's types and back.
#pragma once

#include <algorithm>
#include <memory>
#include <utility>

#include "gatun.h"
#include "libtorch_abi.hpp"

namespace gatun {

// Keeps the message of the exception in flight for gatun_last_error.
void record_exception() noexcept;

// The one guard: every function of gatun.h that can throw is `try { ... } GATUN_CATCH(what it returns on failure)`.
#define GATUN_CATCH(failure)      \
  catch (...) {                   \
    ::gatun::record_exception();  \
    return failure;               \
  }

inline at::Tensor &tensor(int64_t handle) noexcept { return *reinterpret_cast<at::Tensor *>(handle); }

// Hands a tensor to the caller of the C function and counts it.
int64_t own(at::Tensor *tensor) noexcept;
// Hands a list to the caller, who frees it with gatun_list_free.
int64_t *own(std::vector<at::Tensor> &&tensors, int64_t *length);

template <class... T>
void own(std::tuple<T...> &&tensors, int64_t *results) {
  // All are allocated before the first is handed over: a failure in between leaks nothing.
  std::apply(
      [results](auto &...each) {
        std::unique_ptr<at::Tensor> allocated[] = {std::make_unique<at::Tensor>(std::move(each))...};
        for (size_t i = 0; i < sizeof...(T); i++) {
          results[i] = allocated[i]->defined() ? own(allocated[i].release()) : GATUN_NO_TENSOR;
        }
      },
      tensors);
}

// An optional tensor that counts nothing. The union keeps its destructor from running.
class BorrowedOptional {
 public:
  explicit BorrowedOptional(int64_t handle) noexcept {
    if (handle == GATUN_NO_TENSOR) {
      new (&value_) std::optional<at::Tensor>();
    } else {
      new (&value_) std::optional<at::Tensor>(at::Tensor::borrow(tensor(handle)));
    }
  }
  ~BorrowedOptional() {}
  BorrowedOptional(const BorrowedOptional &) = delete;

  const std::optional<at::Tensor> &get() const noexcept { return value_; }

 private:
  union {
    std::optional<at::Tensor> value_;
  };
};

// A list of tensors that counts nothing.
class BorrowedTensors {
 public:
  BorrowedTensors(const int64_t *handles, int64_t length) {
    tensors_.reserve(length);
    for (int64_t i = 0; i < length; i++) {
      tensors_.push_back(at::Tensor::borrow(tensor(handles[i])));
    }
  }
  ~BorrowedTensors() {
    for (at::Tensor &each : tensors_) {
      each.forget();
    }
  }
  BorrowedTensors(const BorrowedTensors &) = delete;

  operator at::TensorList() const noexcept { return {tensors_.data(), tensors_.size()}; }
  operator at::ITensorListRef() const noexcept { return at::ITensorListRef(at::TensorList(*this)); }
  operator const std::vector<at::Tensor> &() const noexcept { return tensors_; }

 private:
  std::vector<at::Tensor> tensors_;
};

inline at::IntArrayRef ints(const int64_t *values, int64_t length) noexcept { return {values, static_cast<size_t>(length)}; }

inline c10::SymIntArrayRef sym_ints(const int64_t *values, int64_t length) {
  std::for_each(values, values + length, c10::SymInt::checked);
  return {reinterpret_cast<const c10::SymInt *>(values), static_cast<size_t>(length)};
}

inline at::OptionalIntArrayRef optional_ints(const int64_t *values, int64_t length) noexcept {
  return values == nullptr ? at::OptionalIntArrayRef{} : at::OptionalIntArrayRef{ints(values, length)};
}

template <class T>
std::optional<T> optional(T value, int32_t has_value) noexcept {
  return has_value ? std::optional<T>(value) : std::nullopt;
}

inline std::optional<c10::SymInt> optional_sym_int(int64_t value, int32_t has_value) {
  return has_value ? std::optional<c10::SymInt>(value) : std::nullopt;
}

inline at::Scalar scalar(int32_t kind, int64_t bits) noexcept {
  if (kind == GATUN_SCALAR_INT) {
    return at::Scalar(bits);
  }
  double value;
  static_assert(sizeof value == sizeof bits);
  __builtin_memcpy(&value, &bits, sizeof value);
  return at::Scalar(value);
}

inline std::optional<at::Scalar> optional_scalar(int32_t kind, int64_t bits) noexcept {
  return kind == GATUN_SCALAR_ABSENT ? std::nullopt : std::optional<at::Scalar>(scalar(kind, bits));
}

inline std::optional<c10::string_view> optional_string(const char *text) noexcept {
  return text == nullptr ? std::nullopt : std::optional<c10::string_view>(text);
}

inline at::ScalarType scalar_type(int32_t code) noexcept { return static_cast<at::ScalarType>(code); }

inline std::optional<at::ScalarType> optional_scalar_type(int32_t code) noexcept {
  return code == GATUN_ABSENT ? std::nullopt : std::optional(scalar_type(code));
}

inline at::MemoryFormat memory_format_of(int32_t code) noexcept { return static_cast<at::MemoryFormat>(code); }

inline std::optional<at::MemoryFormat> optional_memory_format(int32_t code) noexcept {
  return code == GATUN_ABSENT ? std::nullopt : std::optional(memory_format_of(code));
}

inline c10::DeviceType device_type_of(int32_t code) noexcept { return static_cast<c10::DeviceType>(code); }

inline std::optional<at::Device> optional_device(int32_t type, int32_t index) noexcept {
  return type == GATUN_ABSENT ? std::nullopt : std::optional(at::Device{device_type_of(type), static_cast<int8_t>(index)});
}

}  // namespace gatun
