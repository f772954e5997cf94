// Generated from ops.txt by `make bindings`; do not edit.
#include "gatun.h"
#include "marshalling.hpp"

using namespace gatun;

int64_t gatun_empty_memory_format(const int64_t *size, int64_t size_length, int32_t dtype, int32_t device_type, int32_t device_index, int32_t memory_format) try {
  return own(new at::Tensor(at::_ops::empty_memory_format::call(sym_ints(size, size_length), optional_scalar_type(dtype), std::nullopt, optional_device(device_type, device_index), std::nullopt, optional_memory_format(memory_format))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_zeros(const int64_t *size, int64_t size_length, int32_t dtype, int32_t device_type, int32_t device_index) try {
  return own(new at::Tensor(at::_ops::zeros::call(sym_ints(size, size_length), optional_scalar_type(dtype), std::nullopt, optional_device(device_type, device_index), std::nullopt)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_empty_like(int64_t self, int32_t dtype, int32_t device_type, int32_t device_index, int32_t memory_format) try {
  return own(new at::Tensor(at::_ops::empty_like::call(gatun::tensor(self), optional_scalar_type(dtype), std::nullopt, optional_device(device_type, device_index), std::nullopt, optional_memory_format(memory_format))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_zeros_like(int64_t self, int32_t dtype, int32_t device_type, int32_t device_index, int32_t memory_format) try {
  return own(new at::Tensor(at::_ops::zeros_like::call(gatun::tensor(self), optional_scalar_type(dtype), std::nullopt, optional_device(device_type, device_index), std::nullopt, optional_memory_format(memory_format))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_ones(const int64_t *size, int64_t size_length, int32_t dtype, int32_t device_type, int32_t device_index) try {
  return own(new at::Tensor(at::_ops::ones::call(sym_ints(size, size_length), optional_scalar_type(dtype), std::nullopt, optional_device(device_type, device_index), std::nullopt)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_ones_like(int64_t self, int32_t dtype, int32_t device_type, int32_t device_index, int32_t memory_format) try {
  return own(new at::Tensor(at::_ops::ones_like::call(gatun::tensor(self), optional_scalar_type(dtype), std::nullopt, optional_device(device_type, device_index), std::nullopt, optional_memory_format(memory_format))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_full(const int64_t *size, int64_t size_length, int32_t fill_value_kind, int64_t fill_value_bits, int32_t dtype, int32_t device_type, int32_t device_index) try {
  return own(new at::Tensor(at::_ops::full::call(sym_ints(size, size_length), scalar(fill_value_kind, fill_value_bits), optional_scalar_type(dtype), std::nullopt, optional_device(device_type, device_index), std::nullopt)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_full_like(int64_t self, int32_t fill_value_kind, int64_t fill_value_bits, int32_t dtype, int32_t device_type, int32_t device_index, int32_t memory_format) try {
  return own(new at::Tensor(at::_ops::full_like::call(gatun::tensor(self), scalar(fill_value_kind, fill_value_bits), optional_scalar_type(dtype), std::nullopt, optional_device(device_type, device_index), std::nullopt, optional_memory_format(memory_format))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_arange(int32_t end_kind, int64_t end_bits, int32_t dtype, int32_t device_type, int32_t device_index) try {
  return own(new at::Tensor(at::_ops::arange::call(scalar(end_kind, end_bits), optional_scalar_type(dtype), std::nullopt, optional_device(device_type, device_index), std::nullopt)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_arange_start(int32_t start_kind, int64_t start_bits, int32_t end_kind, int64_t end_bits, int32_t dtype, int32_t device_type, int32_t device_index) try {
  return own(new at::Tensor(at::_ops::arange_start::call(scalar(start_kind, start_bits), scalar(end_kind, end_bits), optional_scalar_type(dtype), std::nullopt, optional_device(device_type, device_index), std::nullopt)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_arange_start_step(int32_t start_kind, int64_t start_bits, int32_t end_kind, int64_t end_bits, int32_t step_kind, int64_t step_bits, int32_t dtype, int32_t device_type, int32_t device_index) try {
  return own(new at::Tensor(at::_ops::arange_start_step::call(scalar(start_kind, start_bits), scalar(end_kind, end_bits), scalar(step_kind, step_bits), optional_scalar_type(dtype), std::nullopt, optional_device(device_type, device_index), std::nullopt)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_cat(const int64_t *tensors, int64_t tensors_length, int64_t dim) try {
  const BorrowedTensors tensors_(tensors, tensors_length);
  return own(new at::Tensor(at::_ops::cat::call(tensors_, dim)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_stack(const int64_t *tensors, int64_t tensors_length, int64_t dim) try {
  const BorrowedTensors tensors_(tensors, tensors_length);
  return own(new at::Tensor(at::_ops::stack::call(tensors_, dim)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t *gatun_chunk(int64_t self, int64_t chunks, int64_t dim, int64_t *result_length) try {
  return own(at::_ops::chunk::call(gatun::tensor(self), chunks, dim), result_length);
}
GATUN_CATCH(nullptr)

int64_t *gatun_split_Tensor(int64_t self, int64_t split_size, int64_t dim, int64_t *result_length) try {
  return own(at::_ops::split_Tensor::call(gatun::tensor(self), c10::SymInt(split_size), dim), result_length);
}
GATUN_CATCH(nullptr)

int64_t *gatun_unbind_int(int64_t self, int64_t dim, int64_t *result_length) try {
  return own(at::_ops::unbind_int::call(gatun::tensor(self), dim), result_length);
}
GATUN_CATCH(nullptr)

int64_t gatun_narrow(int64_t self, int64_t dim, int64_t start, int64_t length) try {
  return own(new at::Tensor(at::_ops::narrow::call(gatun::tensor(self), dim, c10::SymInt(start), c10::SymInt(length))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_select_int(int64_t self, int64_t dim, int64_t index) try {
  return own(new at::Tensor(at::_ops::select_int::call(gatun::tensor(self), dim, c10::SymInt(index))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_slice_Tensor(int64_t self, int64_t dim, int64_t start, int32_t has_start, int64_t end, int32_t has_end, int64_t step) try {
  return own(new at::Tensor(at::_ops::slice_Tensor::call(gatun::tensor(self), dim, optional_sym_int(start, has_start), optional_sym_int(end, has_end), c10::SymInt(step))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_index_select(int64_t self, int64_t dim, int64_t index) try {
  return own(new at::Tensor(at::_ops::index_select::call(gatun::tensor(self), dim, gatun::tensor(index))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int32_t gatun_index_add_(int64_t self, int64_t dim, int64_t index, int64_t source, int32_t alpha_kind, int64_t alpha_bits) try {
  at::_ops::index_add_::call(gatun::tensor(self), dim, gatun::tensor(index), gatun::tensor(source), scalar(alpha_kind, alpha_bits));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_index_fill__int_Scalar(int64_t self, int64_t dim, int64_t index, int32_t value_kind, int64_t value_bits) try {
  at::_ops::index_fill__int_Scalar::call(gatun::tensor(self), dim, gatun::tensor(index), scalar(value_kind, value_bits));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_index_copy_(int64_t self, int64_t dim, int64_t index, int64_t source) try {
  at::_ops::index_copy_::call(gatun::tensor(self), dim, gatun::tensor(index), gatun::tensor(source));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int64_t gatun_gather(int64_t self, int64_t dim, int64_t index) try {
  return own(new at::Tensor(at::_ops::gather::call(gatun::tensor(self), dim, gatun::tensor(index), false)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int32_t gatun_scatter__src(int64_t self, int64_t dim, int64_t index, int64_t src) try {
  at::_ops::scatter__src::call(gatun::tensor(self), dim, gatun::tensor(index), gatun::tensor(src));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_scatter__value(int64_t self, int64_t dim, int64_t index, int32_t value_kind, int64_t value_bits) try {
  at::_ops::scatter__value::call(gatun::tensor(self), dim, gatun::tensor(index), scalar(value_kind, value_bits));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_scatter_add_(int64_t self, int64_t dim, int64_t index, int64_t src) try {
  at::_ops::scatter_add_::call(gatun::tensor(self), dim, gatun::tensor(index), gatun::tensor(src));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int64_t gatun_masked_fill_Scalar(int64_t self, int64_t mask, int32_t value_kind, int64_t value_bits) try {
  return own(new at::Tensor(at::_ops::masked_fill_Scalar::call(gatun::tensor(self), gatun::tensor(mask), scalar(value_kind, value_bits))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_masked_fill_Tensor(int64_t self, int64_t mask, int64_t value) try {
  return own(new at::Tensor(at::_ops::masked_fill_Tensor::call(gatun::tensor(self), gatun::tensor(mask), gatun::tensor(value))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int32_t gatun_masked_fill__Scalar(int64_t self, int64_t mask, int32_t value_kind, int64_t value_bits) try {
  at::_ops::masked_fill__Scalar::call(gatun::tensor(self), gatun::tensor(mask), scalar(value_kind, value_bits));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int64_t gatun_nonzero(int64_t self) try {
  return own(new at::Tensor(at::_ops::nonzero::call(gatun::tensor(self))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_where_self(int64_t condition, int64_t self, int64_t other) try {
  return own(new at::Tensor(at::_ops::where_self::call(gatun::tensor(condition), gatun::tensor(self), gatun::tensor(other))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_where_ScalarOther(int64_t condition, int64_t self, int32_t other_kind, int64_t other_bits) try {
  return own(new at::Tensor(at::_ops::where_ScalarOther::call(gatun::tensor(condition), gatun::tensor(self), scalar(other_kind, other_bits))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_where_ScalarSelf(int64_t condition, int32_t self_kind, int64_t self_bits, int64_t other) try {
  return own(new at::Tensor(at::_ops::where_ScalarSelf::call(gatun::tensor(condition), scalar(self_kind, self_bits), gatun::tensor(other))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_where_Scalar(int64_t condition, int32_t self_kind, int64_t self_bits, int32_t other_kind, int64_t other_bits) try {
  return own(new at::Tensor(at::_ops::where_Scalar::call(gatun::tensor(condition), scalar(self_kind, self_bits), scalar(other_kind, other_bits))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_view(int64_t self, const int64_t *size, int64_t size_length) try {
  return own(new at::Tensor(at::_ops::view::call(gatun::tensor(self), sym_ints(size, size_length))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_reshape(int64_t self, const int64_t *shape, int64_t shape_length) try {
  return own(new at::Tensor(at::_ops::reshape::call(gatun::tensor(self), sym_ints(shape, shape_length))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_flatten_using_ints(int64_t self, int64_t start_dim, int64_t end_dim) try {
  return own(new at::Tensor(at::_ops::flatten_using_ints::call(gatun::tensor(self), start_dim, end_dim)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_permute(int64_t self, const int64_t *dims, int64_t dims_length) try {
  return own(new at::Tensor(at::_ops::permute::call(gatun::tensor(self), ints(dims, dims_length))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_transpose_int(int64_t self, int64_t dim0, int64_t dim1) try {
  return own(new at::Tensor(at::_ops::transpose_int::call(gatun::tensor(self), dim0, dim1)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_t(int64_t self) try {
  return own(new at::Tensor(at::_ops::t::call(gatun::tensor(self))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_squeeze(int64_t self) try {
  return own(new at::Tensor(at::_ops::squeeze::call(gatun::tensor(self))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_squeeze_dim(int64_t self, int64_t dim) try {
  return own(new at::Tensor(at::_ops::squeeze_dim::call(gatun::tensor(self), dim)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_unsqueeze(int64_t self, int64_t dim) try {
  return own(new at::Tensor(at::_ops::unsqueeze::call(gatun::tensor(self), dim)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_expand(int64_t self, const int64_t *size, int64_t size_length, int32_t implicit) try {
  return own(new at::Tensor(at::_ops::expand::call(gatun::tensor(self), sym_ints(size, size_length), implicit != 0)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_repeat(int64_t self, const int64_t *repeats, int64_t repeats_length) try {
  return own(new at::Tensor(at::_ops::repeat::call(gatun::tensor(self), sym_ints(repeats, repeats_length))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_repeat_interleave_self_int(int64_t self, int64_t repeats, int64_t dim, int32_t has_dim, int64_t output_size, int32_t has_output_size) try {
  return own(new at::Tensor(at::_ops::repeat_interleave_self_int::call(gatun::tensor(self), c10::SymInt(repeats), optional(dim, has_dim), optional_sym_int(output_size, has_output_size))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_flip(int64_t self, const int64_t *dims, int64_t dims_length) try {
  return own(new at::Tensor(at::_ops::flip::call(gatun::tensor(self), ints(dims, dims_length))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_contiguous(int64_t self, int32_t memory_format) try {
  return own(new at::Tensor(at::_ops::contiguous::call(gatun::tensor(self), memory_format_of(memory_format))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_clone(int64_t self, int32_t memory_format) try {
  return own(new at::Tensor(at::_ops::clone::call(gatun::tensor(self), optional_memory_format(memory_format))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int32_t gatun_copy_(int64_t self, int64_t src, int32_t non_blocking) try {
  at::_ops::copy_::call(gatun::tensor(self), gatun::tensor(src), non_blocking != 0);
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int64_t gatun_as_strided(int64_t self, const int64_t *size, int64_t size_length, const int64_t *stride, int64_t stride_length, int64_t storage_offset, int32_t has_storage_offset) try {
  return own(new at::Tensor(at::_ops::as_strided::call(gatun::tensor(self), sym_ints(size, size_length), sym_ints(stride, stride_length), optional_sym_int(storage_offset, has_storage_offset))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_diagonal(int64_t self, int64_t offset, int64_t dim1, int64_t dim2) try {
  return own(new at::Tensor(at::_ops::diagonal::call(gatun::tensor(self), offset, dim1, dim2)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_to_dtype(int64_t self, int32_t dtype, int32_t non_blocking, int32_t copy, int32_t memory_format) try {
  return own(new at::Tensor(at::_ops::to_dtype::call(gatun::tensor(self), scalar_type(dtype), non_blocking != 0, copy != 0, optional_memory_format(memory_format))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_to_dtype_layout(int64_t self, int32_t dtype, int32_t device_type, int32_t device_index, int32_t non_blocking, int32_t copy, int32_t memory_format) try {
  return own(new at::Tensor(at::_ops::to_dtype_layout::call(gatun::tensor(self), optional_scalar_type(dtype), std::nullopt, optional_device(device_type, device_index), std::nullopt, non_blocking != 0, copy != 0, optional_memory_format(memory_format))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int32_t gatun_fill__Scalar(int64_t self, int32_t value_kind, int64_t value_bits) try {
  at::_ops::fill__Scalar::call(gatun::tensor(self), scalar(value_kind, value_bits));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_zero_(int64_t self) try {
  at::_ops::zero_::call(gatun::tensor(self));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int64_t gatun_pixel_shuffle(int64_t self, int64_t upscale_factor) try {
  return own(new at::Tensor(at::_ops::pixel_shuffle::call(gatun::tensor(self), upscale_factor)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_constant_pad_nd(int64_t self, const int64_t *pad, int64_t pad_length, int32_t value_kind, int64_t value_bits) try {
  return own(new at::Tensor(at::_ops::constant_pad_nd::call(gatun::tensor(self), sym_ints(pad, pad_length), scalar(value_kind, value_bits))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_rand(const int64_t *size, int64_t size_length, int32_t dtype, int32_t device_type, int32_t device_index) try {
  return own(new at::Tensor(at::_ops::rand::call(sym_ints(size, size_length), optional_scalar_type(dtype), std::nullopt, optional_device(device_type, device_index), std::nullopt)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_randn(const int64_t *size, int64_t size_length, int32_t dtype, int32_t device_type, int32_t device_index) try {
  return own(new at::Tensor(at::_ops::randn::call(sym_ints(size, size_length), optional_scalar_type(dtype), std::nullopt, optional_device(device_type, device_index), std::nullopt)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_rand_like(int64_t self, int32_t dtype, int32_t device_type, int32_t device_index, int32_t memory_format) try {
  return own(new at::Tensor(at::_ops::rand_like::call(gatun::tensor(self), optional_scalar_type(dtype), std::nullopt, optional_device(device_type, device_index), std::nullopt, optional_memory_format(memory_format))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_randn_like(int64_t self, int32_t dtype, int32_t device_type, int32_t device_index, int32_t memory_format) try {
  return own(new at::Tensor(at::_ops::randn_like::call(gatun::tensor(self), optional_scalar_type(dtype), std::nullopt, optional_device(device_type, device_index), std::nullopt, optional_memory_format(memory_format))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_randint(int64_t high, const int64_t *size, int64_t size_length, int32_t dtype, int32_t device_type, int32_t device_index) try {
  return own(new at::Tensor(at::_ops::randint::call(c10::SymInt(high), sym_ints(size, size_length), optional_scalar_type(dtype), std::nullopt, optional_device(device_type, device_index), std::nullopt)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_randint_low(int64_t low, int64_t high, const int64_t *size, int64_t size_length, int32_t dtype, int32_t device_type, int32_t device_index) try {
  return own(new at::Tensor(at::_ops::randint_low::call(c10::SymInt(low), c10::SymInt(high), sym_ints(size, size_length), optional_scalar_type(dtype), std::nullopt, optional_device(device_type, device_index), std::nullopt)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_randperm(int64_t n, int32_t dtype, int32_t device_type, int32_t device_index) try {
  return own(new at::Tensor(at::_ops::randperm::call(c10::SymInt(n), optional_scalar_type(dtype), std::nullopt, optional_device(device_type, device_index), std::nullopt)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_bernoulli(int64_t self) try {
  return own(new at::Tensor(at::_ops::bernoulli::call(gatun::tensor(self), std::nullopt)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int32_t gatun_bernoulli__float(int64_t self, double p) try {
  at::_ops::bernoulli__float::call(gatun::tensor(self), p, std::nullopt);
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_exponential_(int64_t self, double lambd) try {
  at::_ops::exponential_::call(gatun::tensor(self), lambd, std::nullopt);
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_normal_(int64_t self, double mean, double std) try {
  at::_ops::normal_::call(gatun::tensor(self), mean, std, std::nullopt);
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_uniform_(int64_t self, double from, double to) try {
  at::_ops::uniform_::call(gatun::tensor(self), from, to, std::nullopt);
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int64_t gatun_dropout(int64_t input, double p, int32_t train) try {
  return own(new at::Tensor(at::_ops::dropout::call(gatun::tensor(input), p, train != 0)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_abs(int64_t self) try {
  return own(new at::Tensor(at::_ops::abs::call(gatun::tensor(self))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_neg(int64_t self) try {
  return own(new at::Tensor(at::_ops::neg::call(gatun::tensor(self))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_exp(int64_t self) try {
  return own(new at::Tensor(at::_ops::exp::call(gatun::tensor(self))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_log(int64_t self) try {
  return own(new at::Tensor(at::_ops::log::call(gatun::tensor(self))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_log1p(int64_t self) try {
  return own(new at::Tensor(at::_ops::log1p::call(gatun::tensor(self))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_sqrt(int64_t self) try {
  return own(new at::Tensor(at::_ops::sqrt::call(gatun::tensor(self))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_rsqrt(int64_t self) try {
  return own(new at::Tensor(at::_ops::rsqrt::call(gatun::tensor(self))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_square(int64_t self) try {
  return own(new at::Tensor(at::_ops::square::call(gatun::tensor(self))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_sin(int64_t self) try {
  return own(new at::Tensor(at::_ops::sin::call(gatun::tensor(self))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_cos(int64_t self) try {
  return own(new at::Tensor(at::_ops::cos::call(gatun::tensor(self))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_tanh(int64_t self) try {
  return own(new at::Tensor(at::_ops::tanh::call(gatun::tensor(self))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_sigmoid(int64_t self) try {
  return own(new at::Tensor(at::_ops::sigmoid::call(gatun::tensor(self))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_erf(int64_t self) try {
  return own(new at::Tensor(at::_ops::erf::call(gatun::tensor(self))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_floor(int64_t self) try {
  return own(new at::Tensor(at::_ops::floor::call(gatun::tensor(self))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_round(int64_t self) try {
  return own(new at::Tensor(at::_ops::round::call(gatun::tensor(self))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_sign(int64_t self) try {
  return own(new at::Tensor(at::_ops::sign::call(gatun::tensor(self))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_ceil(int64_t self) try {
  return own(new at::Tensor(at::_ops::ceil::call(gatun::tensor(self))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_isnan(int64_t self) try {
  return own(new at::Tensor(at::_ops::isnan::call(gatun::tensor(self))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_isinf(int64_t self) try {
  return own(new at::Tensor(at::_ops::isinf::call(gatun::tensor(self))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_isfinite(int64_t self) try {
  return own(new at::Tensor(at::_ops::isfinite::call(gatun::tensor(self))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_logical_not(int64_t self) try {
  return own(new at::Tensor(at::_ops::logical_not::call(gatun::tensor(self))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_logical_and(int64_t self, int64_t other) try {
  return own(new at::Tensor(at::_ops::logical_and::call(gatun::tensor(self), gatun::tensor(other))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_logical_or(int64_t self, int64_t other) try {
  return own(new at::Tensor(at::_ops::logical_or::call(gatun::tensor(self), gatun::tensor(other))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_clamp(int64_t self, int32_t min_kind, int64_t min_bits, int32_t max_kind, int64_t max_bits) try {
  return own(new at::Tensor(at::_ops::clamp::call(gatun::tensor(self), optional_scalar(min_kind, min_bits), optional_scalar(max_kind, max_bits))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_clamp_min(int64_t self, int32_t min_kind, int64_t min_bits) try {
  return own(new at::Tensor(at::_ops::clamp_min::call(gatun::tensor(self), scalar(min_kind, min_bits))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_clamp_max(int64_t self, int32_t max_kind, int64_t max_bits) try {
  return own(new at::Tensor(at::_ops::clamp_max::call(gatun::tensor(self), scalar(max_kind, max_bits))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int32_t gatun_clamp_(int64_t self, int32_t min_kind, int64_t min_bits, int32_t max_kind, int64_t max_bits) try {
  at::_ops::clamp_::call(gatun::tensor(self), optional_scalar(min_kind, min_bits), optional_scalar(max_kind, max_bits));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int64_t gatun_add_Tensor(int64_t self, int64_t other, int32_t alpha_kind, int64_t alpha_bits) try {
  return own(new at::Tensor(at::_ops::add_Tensor::call(gatun::tensor(self), gatun::tensor(other), scalar(alpha_kind, alpha_bits))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_add_Scalar(int64_t self, int32_t other_kind, int64_t other_bits, int32_t alpha_kind, int64_t alpha_bits) try {
  return own(new at::Tensor(at::_ops::add_Scalar::call(gatun::tensor(self), scalar(other_kind, other_bits), scalar(alpha_kind, alpha_bits))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_sub_Tensor(int64_t self, int64_t other, int32_t alpha_kind, int64_t alpha_bits) try {
  return own(new at::Tensor(at::_ops::sub_Tensor::call(gatun::tensor(self), gatun::tensor(other), scalar(alpha_kind, alpha_bits))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_sub_Scalar(int64_t self, int32_t other_kind, int64_t other_bits, int32_t alpha_kind, int64_t alpha_bits) try {
  return own(new at::Tensor(at::_ops::sub_Scalar::call(gatun::tensor(self), scalar(other_kind, other_bits), scalar(alpha_kind, alpha_bits))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_mul_Tensor(int64_t self, int64_t other) try {
  return own(new at::Tensor(at::_ops::mul_Tensor::call(gatun::tensor(self), gatun::tensor(other))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_mul_Scalar(int64_t self, int32_t other_kind, int64_t other_bits) try {
  return own(new at::Tensor(at::_ops::mul_Scalar::call(gatun::tensor(self), scalar(other_kind, other_bits))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_div_Tensor(int64_t self, int64_t other) try {
  return own(new at::Tensor(at::_ops::div_Tensor::call(gatun::tensor(self), gatun::tensor(other))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_div_Scalar(int64_t self, int32_t other_kind, int64_t other_bits) try {
  return own(new at::Tensor(at::_ops::div_Scalar::call(gatun::tensor(self), scalar(other_kind, other_bits))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_div_Tensor_mode(int64_t self, int64_t other, const char *rounding_mode) try {
  return own(new at::Tensor(at::_ops::div_Tensor_mode::call(gatun::tensor(self), gatun::tensor(other), optional_string(rounding_mode))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_div_Scalar_mode(int64_t self, int32_t other_kind, int64_t other_bits, const char *rounding_mode) try {
  return own(new at::Tensor(at::_ops::div_Scalar_mode::call(gatun::tensor(self), scalar(other_kind, other_bits), optional_string(rounding_mode))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_remainder_Scalar(int64_t self, int32_t other_kind, int64_t other_bits) try {
  return own(new at::Tensor(at::_ops::remainder_Scalar::call(gatun::tensor(self), scalar(other_kind, other_bits))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_pow_Tensor_Scalar(int64_t self, int32_t exponent_kind, int64_t exponent_bits) try {
  return own(new at::Tensor(at::_ops::pow_Tensor_Scalar::call(gatun::tensor(self), scalar(exponent_kind, exponent_bits))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_pow_Tensor_Tensor(int64_t self, int64_t exponent) try {
  return own(new at::Tensor(at::_ops::pow_Tensor_Tensor::call(gatun::tensor(self), gatun::tensor(exponent))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_rsub_Scalar(int64_t self, int32_t other_kind, int64_t other_bits, int32_t alpha_kind, int64_t alpha_bits) try {
  return own(new at::Tensor(at::_ops::rsub_Scalar::call(gatun::tensor(self), scalar(other_kind, other_bits), scalar(alpha_kind, alpha_bits))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_maximum(int64_t self, int64_t other) try {
  return own(new at::Tensor(at::_ops::maximum::call(gatun::tensor(self), gatun::tensor(other))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_minimum(int64_t self, int64_t other) try {
  return own(new at::Tensor(at::_ops::minimum::call(gatun::tensor(self), gatun::tensor(other))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_lerp_Scalar(int64_t self, int64_t end, int32_t weight_kind, int64_t weight_bits) try {
  return own(new at::Tensor(at::_ops::lerp_Scalar::call(gatun::tensor(self), gatun::tensor(end), scalar(weight_kind, weight_bits))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_addcmul(int64_t self, int64_t tensor1, int64_t tensor2, int32_t value_kind, int64_t value_bits) try {
  return own(new at::Tensor(at::_ops::addcmul::call(gatun::tensor(self), gatun::tensor(tensor1), gatun::tensor(tensor2), scalar(value_kind, value_bits))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_addcdiv(int64_t self, int64_t tensor1, int64_t tensor2, int32_t value_kind, int64_t value_bits) try {
  return own(new at::Tensor(at::_ops::addcdiv::call(gatun::tensor(self), gatun::tensor(tensor1), gatun::tensor(tensor2), scalar(value_kind, value_bits))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int32_t gatun_add__Tensor(int64_t self, int64_t other, int32_t alpha_kind, int64_t alpha_bits) try {
  at::_ops::add__Tensor::call(gatun::tensor(self), gatun::tensor(other), scalar(alpha_kind, alpha_bits));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_add__Scalar(int64_t self, int32_t other_kind, int64_t other_bits, int32_t alpha_kind, int64_t alpha_bits) try {
  at::_ops::add__Scalar::call(gatun::tensor(self), scalar(other_kind, other_bits), scalar(alpha_kind, alpha_bits));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_sub__Tensor(int64_t self, int64_t other, int32_t alpha_kind, int64_t alpha_bits) try {
  at::_ops::sub__Tensor::call(gatun::tensor(self), gatun::tensor(other), scalar(alpha_kind, alpha_bits));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_sub__Scalar(int64_t self, int32_t other_kind, int64_t other_bits, int32_t alpha_kind, int64_t alpha_bits) try {
  at::_ops::sub__Scalar::call(gatun::tensor(self), scalar(other_kind, other_bits), scalar(alpha_kind, alpha_bits));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_mul__Tensor(int64_t self, int64_t other) try {
  at::_ops::mul__Tensor::call(gatun::tensor(self), gatun::tensor(other));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_mul__Scalar(int64_t self, int32_t other_kind, int64_t other_bits) try {
  at::_ops::mul__Scalar::call(gatun::tensor(self), scalar(other_kind, other_bits));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_div__Tensor(int64_t self, int64_t other) try {
  at::_ops::div__Tensor::call(gatun::tensor(self), gatun::tensor(other));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_div__Scalar(int64_t self, int32_t other_kind, int64_t other_bits) try {
  at::_ops::div__Scalar::call(gatun::tensor(self), scalar(other_kind, other_bits));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_sqrt_(int64_t self) try {
  at::_ops::sqrt_::call(gatun::tensor(self));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_pow__Scalar(int64_t self, int32_t exponent_kind, int64_t exponent_bits) try {
  at::_ops::pow__Scalar::call(gatun::tensor(self), scalar(exponent_kind, exponent_bits));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_lerp__Scalar(int64_t self, int64_t end, int32_t weight_kind, int64_t weight_bits) try {
  at::_ops::lerp__Scalar::call(gatun::tensor(self), gatun::tensor(end), scalar(weight_kind, weight_bits));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_addcmul_(int64_t self, int64_t tensor1, int64_t tensor2, int32_t value_kind, int64_t value_bits) try {
  at::_ops::addcmul_::call(gatun::tensor(self), gatun::tensor(tensor1), gatun::tensor(tensor2), scalar(value_kind, value_bits));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_addcdiv_(int64_t self, int64_t tensor1, int64_t tensor2, int32_t value_kind, int64_t value_bits) try {
  at::_ops::addcdiv_::call(gatun::tensor(self), gatun::tensor(tensor1), gatun::tensor(tensor2), scalar(value_kind, value_bits));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int64_t gatun_sum(int64_t self, int32_t dtype) try {
  return own(new at::Tensor(at::_ops::sum::call(gatun::tensor(self), optional_scalar_type(dtype))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_sum_dim_IntList(int64_t self, const int64_t *dim, int64_t dim_length, int32_t keepdim, int32_t dtype) try {
  return own(new at::Tensor(at::_ops::sum_dim_IntList::call(gatun::tensor(self), optional_ints(dim, dim_length), keepdim != 0, optional_scalar_type(dtype))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_mean(int64_t self, int32_t dtype) try {
  return own(new at::Tensor(at::_ops::mean::call(gatun::tensor(self), optional_scalar_type(dtype))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_mean_dim(int64_t self, const int64_t *dim, int64_t dim_length, int32_t keepdim, int32_t dtype) try {
  return own(new at::Tensor(at::_ops::mean_dim::call(gatun::tensor(self), optional_ints(dim, dim_length), keepdim != 0, optional_scalar_type(dtype))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_var_correction(int64_t self, const int64_t *dim, int64_t dim_length, int32_t correction_kind, int64_t correction_bits, int32_t keepdim) try {
  return own(new at::Tensor(at::_ops::var_correction::call(gatun::tensor(self), optional_ints(dim, dim_length), optional_scalar(correction_kind, correction_bits), keepdim != 0)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int32_t gatun_var_mean_correction(int64_t self, const int64_t *dim, int64_t dim_length, int32_t correction_kind, int64_t correction_bits, int32_t keepdim, int64_t *results) try {
  own(at::_ops::var_mean_correction::call(gatun::tensor(self), optional_ints(dim, dim_length), optional_scalar(correction_kind, correction_bits), keepdim != 0), results);
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int64_t gatun_amax(int64_t self, const int64_t *dim, int64_t dim_length, int32_t keepdim) try {
  return own(new at::Tensor(at::_ops::amax::call(gatun::tensor(self), ints(dim, dim_length), keepdim != 0)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_amin(int64_t self, const int64_t *dim, int64_t dim_length, int32_t keepdim) try {
  return own(new at::Tensor(at::_ops::amin::call(gatun::tensor(self), ints(dim, dim_length), keepdim != 0)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_max(int64_t self) try {
  return own(new at::Tensor(at::_ops::max::call(gatun::tensor(self))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_min(int64_t self) try {
  return own(new at::Tensor(at::_ops::min::call(gatun::tensor(self))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int32_t gatun_max_dim(int64_t self, int64_t dim, int32_t keepdim, int64_t *results) try {
  own(at::_ops::max_dim::call(gatun::tensor(self), dim, keepdim != 0), results);
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_min_dim(int64_t self, int64_t dim, int32_t keepdim, int64_t *results) try {
  own(at::_ops::min_dim::call(gatun::tensor(self), dim, keepdim != 0), results);
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int64_t gatun_argmax(int64_t self, int64_t dim, int32_t has_dim, int32_t keepdim) try {
  return own(new at::Tensor(at::_ops::argmax::call(gatun::tensor(self), optional(dim, has_dim), keepdim != 0)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_argmin(int64_t self, int64_t dim, int32_t has_dim, int32_t keepdim) try {
  return own(new at::Tensor(at::_ops::argmin::call(gatun::tensor(self), optional(dim, has_dim), keepdim != 0)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_all(int64_t self) try {
  return own(new at::Tensor(at::_ops::all::call(gatun::tensor(self))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_any(int64_t self) try {
  return own(new at::Tensor(at::_ops::any::call(gatun::tensor(self))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_logsumexp(int64_t self, const int64_t *dim, int64_t dim_length, int32_t keepdim) try {
  return own(new at::Tensor(at::_ops::logsumexp::call(gatun::tensor(self), ints(dim, dim_length), keepdim != 0)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_linalg_vector_norm(int64_t self, int32_t ord_kind, int64_t ord_bits, const int64_t *dim, int64_t dim_length, int32_t keepdim, int32_t dtype) try {
  return own(new at::Tensor(at::_ops::linalg_vector_norm::call(gatun::tensor(self), scalar(ord_kind, ord_bits), optional_ints(dim, dim_length), keepdim != 0, optional_scalar_type(dtype))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_cumsum(int64_t self, int64_t dim, int32_t dtype) try {
  return own(new at::Tensor(at::_ops::cumsum::call(gatun::tensor(self), dim, optional_scalar_type(dtype))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_histc(int64_t self, int64_t bins, int32_t min_kind, int64_t min_bits, int32_t max_kind, int64_t max_bits) try {
  return own(new at::Tensor(at::_ops::histc::call(gatun::tensor(self), bins, scalar(min_kind, min_bits), scalar(max_kind, max_bits))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int32_t gatun__unique2(int64_t self, int32_t sorted, int32_t return_inverse, int32_t return_counts, int64_t *results) try {
  own(at::_ops::_unique2::call(gatun::tensor(self), sorted != 0, return_inverse != 0, return_counts != 0), results);
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int64_t gatun_count_nonzero(int64_t self, int64_t dim, int32_t has_dim) try {
  return own(new at::Tensor(at::_ops::count_nonzero::call(gatun::tensor(self), optional(dim, has_dim))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_eq_Scalar(int64_t self, int32_t other_kind, int64_t other_bits) try {
  return own(new at::Tensor(at::_ops::eq_Scalar::call(gatun::tensor(self), scalar(other_kind, other_bits))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_eq_Tensor(int64_t self, int64_t other) try {
  return own(new at::Tensor(at::_ops::eq_Tensor::call(gatun::tensor(self), gatun::tensor(other))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_ne_Scalar(int64_t self, int32_t other_kind, int64_t other_bits) try {
  return own(new at::Tensor(at::_ops::ne_Scalar::call(gatun::tensor(self), scalar(other_kind, other_bits))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_ne_Tensor(int64_t self, int64_t other) try {
  return own(new at::Tensor(at::_ops::ne_Tensor::call(gatun::tensor(self), gatun::tensor(other))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_lt_Scalar(int64_t self, int32_t other_kind, int64_t other_bits) try {
  return own(new at::Tensor(at::_ops::lt_Scalar::call(gatun::tensor(self), scalar(other_kind, other_bits))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_lt_Tensor(int64_t self, int64_t other) try {
  return own(new at::Tensor(at::_ops::lt_Tensor::call(gatun::tensor(self), gatun::tensor(other))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_le_Scalar(int64_t self, int32_t other_kind, int64_t other_bits) try {
  return own(new at::Tensor(at::_ops::le_Scalar::call(gatun::tensor(self), scalar(other_kind, other_bits))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_le_Tensor(int64_t self, int64_t other) try {
  return own(new at::Tensor(at::_ops::le_Tensor::call(gatun::tensor(self), gatun::tensor(other))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_gt_Scalar(int64_t self, int32_t other_kind, int64_t other_bits) try {
  return own(new at::Tensor(at::_ops::gt_Scalar::call(gatun::tensor(self), scalar(other_kind, other_bits))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_gt_Tensor(int64_t self, int64_t other) try {
  return own(new at::Tensor(at::_ops::gt_Tensor::call(gatun::tensor(self), gatun::tensor(other))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_ge_Scalar(int64_t self, int32_t other_kind, int64_t other_bits) try {
  return own(new at::Tensor(at::_ops::ge_Scalar::call(gatun::tensor(self), scalar(other_kind, other_bits))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_ge_Tensor(int64_t self, int64_t other) try {
  return own(new at::Tensor(at::_ops::ge_Tensor::call(gatun::tensor(self), gatun::tensor(other))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int32_t gatun_equal(int64_t self, int64_t other) try {
  return at::_ops::equal::call(gatun::tensor(self), gatun::tensor(other)) ? 1 : 0;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_allclose(int64_t self, int64_t other, double rtol, double atol, int32_t equal_nan) try {
  return at::_ops::allclose::call(gatun::tensor(self), gatun::tensor(other), rtol, atol, equal_nan != 0) ? 1 : 0;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_sort(int64_t self, int64_t dim, int32_t descending, int64_t *results) try {
  own(at::_ops::sort::call(gatun::tensor(self), dim, descending != 0), results);
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int64_t gatun_argsort(int64_t self, int64_t dim, int32_t descending) try {
  return own(new at::Tensor(at::_ops::argsort::call(gatun::tensor(self), dim, descending != 0)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int32_t gatun_topk(int64_t self, int64_t k, int64_t dim, int32_t largest, int32_t sorted, int64_t *results) try {
  own(at::_ops::topk::call(gatun::tensor(self), c10::SymInt(k), dim, largest != 0, sorted != 0), results);
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int64_t gatun_one_hot(int64_t self, int64_t num_classes) try {
  return own(new at::Tensor(at::_ops::one_hot::call(gatun::tensor(self), num_classes)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_matmul(int64_t self, int64_t other) try {
  return own(new at::Tensor(at::_ops::matmul::call(gatun::tensor(self), gatun::tensor(other))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_mm(int64_t self, int64_t mat2) try {
  return own(new at::Tensor(at::_ops::mm::call(gatun::tensor(self), gatun::tensor(mat2))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_bmm(int64_t self, int64_t mat2) try {
  return own(new at::Tensor(at::_ops::bmm::call(gatun::tensor(self), gatun::tensor(mat2))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_addmm(int64_t self, int64_t mat1, int64_t mat2, int32_t beta_kind, int64_t beta_bits, int32_t alpha_kind, int64_t alpha_bits) try {
  return own(new at::Tensor(at::_ops::addmm::call(gatun::tensor(self), gatun::tensor(mat1), gatun::tensor(mat2), scalar(beta_kind, beta_bits), scalar(alpha_kind, alpha_bits))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_baddbmm(int64_t self, int64_t batch1, int64_t batch2, int32_t beta_kind, int64_t beta_bits, int32_t alpha_kind, int64_t alpha_bits) try {
  return own(new at::Tensor(at::_ops::baddbmm::call(gatun::tensor(self), gatun::tensor(batch1), gatun::tensor(batch2), scalar(beta_kind, beta_bits), scalar(alpha_kind, alpha_bits))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_dot(int64_t self, int64_t tensor) try {
  return own(new at::Tensor(at::_ops::dot::call(gatun::tensor(self), gatun::tensor(tensor))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_einsum(const char *equation, const int64_t *tensors, int64_t tensors_length, const int64_t *path, int64_t path_length) try {
  const BorrowedTensors tensors_(tensors, tensors_length);
  return own(new at::Tensor(at::_ops::einsum::call(c10::string_view(equation), tensors_, optional_ints(path, path_length))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_cdist(int64_t x1, int64_t x2, double p, int64_t compute_mode, int32_t has_compute_mode) try {
  return own(new at::Tensor(at::_ops::cdist::call(gatun::tensor(x1), gatun::tensor(x2), p, optional(compute_mode, has_compute_mode))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int32_t gatun_linalg_eigh(int64_t self, const char *UPLO, int64_t *results) try {
  own(at::_ops::linalg_eigh::call(gatun::tensor(self), c10::string_view(UPLO)), results);
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int64_t gatun_trace(int64_t self) try {
  return own(new at::Tensor(at::_ops::trace::call(gatun::tensor(self))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_linear(int64_t input, int64_t weight, int64_t bias) try {
  const BorrowedOptional bias_(bias);
  return own(new at::Tensor(at::_ops::linear::call(gatun::tensor(input), gatun::tensor(weight), bias_.get())));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_conv2d(int64_t input, int64_t weight, int64_t bias, int64_t stride_0, int64_t stride_1, int64_t padding_0, int64_t padding_1, int64_t dilation_0, int64_t dilation_1, int64_t groups) try {
  const BorrowedOptional bias_(bias);
  const c10::SymInt stride_[] = {stride_0, stride_1};
  const c10::SymInt padding_[] = {padding_0, padding_1};
  const c10::SymInt dilation_[] = {dilation_0, dilation_1};
  return own(new at::Tensor(at::_ops::conv2d::call(gatun::tensor(input), gatun::tensor(weight), bias_.get(), c10::SymIntArrayRef{stride_, 2}, c10::SymIntArrayRef{padding_, 2}, c10::SymIntArrayRef{dilation_, 2}, c10::SymInt(groups))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_conv_transpose2d_input(int64_t input, int64_t weight, int64_t bias, int64_t stride_0, int64_t stride_1, int64_t padding_0, int64_t padding_1, int64_t output_padding_0, int64_t output_padding_1, int64_t groups, int64_t dilation_0, int64_t dilation_1) try {
  const BorrowedOptional bias_(bias);
  const c10::SymInt stride_[] = {stride_0, stride_1};
  const c10::SymInt padding_[] = {padding_0, padding_1};
  const c10::SymInt output_padding_[] = {output_padding_0, output_padding_1};
  const c10::SymInt dilation_[] = {dilation_0, dilation_1};
  return own(new at::Tensor(at::_ops::conv_transpose2d_input::call(gatun::tensor(input), gatun::tensor(weight), bias_.get(), c10::SymIntArrayRef{stride_, 2}, c10::SymIntArrayRef{padding_, 2}, c10::SymIntArrayRef{output_padding_, 2}, c10::SymInt(groups), c10::SymIntArrayRef{dilation_, 2})));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_max_pool2d(int64_t self, int64_t kernel_size_0, int64_t kernel_size_1, const int64_t *stride, int64_t stride_length, int64_t padding_0, int64_t padding_1, int64_t dilation_0, int64_t dilation_1, int32_t ceil_mode) try {
  const int64_t kernel_size_[] = {kernel_size_0, kernel_size_1};
  const int64_t padding_[] = {padding_0, padding_1};
  const int64_t dilation_[] = {dilation_0, dilation_1};
  return own(new at::Tensor(at::_ops::max_pool2d::call(gatun::tensor(self), at::IntArrayRef{kernel_size_, 2}, ints(stride, stride_length), at::IntArrayRef{padding_, 2}, at::IntArrayRef{dilation_, 2}, ceil_mode != 0)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_avg_pool2d(int64_t self, int64_t kernel_size_0, int64_t kernel_size_1, const int64_t *stride, int64_t stride_length, int64_t padding_0, int64_t padding_1, int32_t ceil_mode, int32_t count_include_pad, int64_t divisor_override, int32_t has_divisor_override) try {
  const int64_t kernel_size_[] = {kernel_size_0, kernel_size_1};
  const int64_t padding_[] = {padding_0, padding_1};
  return own(new at::Tensor(at::_ops::avg_pool2d::call(gatun::tensor(self), at::IntArrayRef{kernel_size_, 2}, ints(stride, stride_length), at::IntArrayRef{padding_, 2}, ceil_mode != 0, count_include_pad != 0, optional(divisor_override, has_divisor_override))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_adaptive_avg_pool2d(int64_t self, int64_t output_size_0, int64_t output_size_1) try {
  const c10::SymInt output_size_[] = {output_size_0, output_size_1};
  return own(new at::Tensor(at::_ops::adaptive_avg_pool2d::call(gatun::tensor(self), c10::SymIntArrayRef{output_size_, 2})));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_upsample_nearest2d(int64_t self, int64_t output_size_0, int64_t output_size_1, double scales_h, int32_t has_scales_h, double scales_w, int32_t has_scales_w) try {
  const c10::SymInt output_size_[] = {output_size_0, output_size_1};
  return own(new at::Tensor(at::_ops::upsample_nearest2d::call(gatun::tensor(self), c10::SymIntArrayRef{output_size_, 2}, optional(scales_h, has_scales_h), optional(scales_w, has_scales_w))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_upsample_bilinear2d(int64_t self, int64_t output_size_0, int64_t output_size_1, int32_t align_corners, double scales_h, int32_t has_scales_h, double scales_w, int32_t has_scales_w) try {
  const c10::SymInt output_size_[] = {output_size_0, output_size_1};
  return own(new at::Tensor(at::_ops::upsample_bilinear2d::call(gatun::tensor(self), c10::SymIntArrayRef{output_size_, 2}, align_corners != 0, optional(scales_h, has_scales_h), optional(scales_w, has_scales_w))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_upsample_bicubic2d(int64_t self, int64_t output_size_0, int64_t output_size_1, int32_t align_corners, double scales_h, int32_t has_scales_h, double scales_w, int32_t has_scales_w) try {
  const c10::SymInt output_size_[] = {output_size_0, output_size_1};
  return own(new at::Tensor(at::_ops::upsample_bicubic2d::call(gatun::tensor(self), c10::SymIntArrayRef{output_size_, 2}, align_corners != 0, optional(scales_h, has_scales_h), optional(scales_w, has_scales_w))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_relu(int64_t self) try {
  return own(new at::Tensor(at::_ops::relu::call(gatun::tensor(self))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_leaky_relu(int64_t self, int32_t negative_slope_kind, int64_t negative_slope_bits) try {
  return own(new at::Tensor(at::_ops::leaky_relu::call(gatun::tensor(self), scalar(negative_slope_kind, negative_slope_bits))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_gelu(int64_t self, const char *approximate) try {
  return own(new at::Tensor(at::_ops::gelu::call(gatun::tensor(self), c10::string_view(approximate))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_silu(int64_t self) try {
  return own(new at::Tensor(at::_ops::silu::call(gatun::tensor(self))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_softplus(int64_t self, int32_t beta_kind, int64_t beta_bits, int32_t threshold_kind, int64_t threshold_bits) try {
  return own(new at::Tensor(at::_ops::softplus::call(gatun::tensor(self), scalar(beta_kind, beta_bits), scalar(threshold_kind, threshold_bits))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_softmax_int(int64_t self, int64_t dim, int32_t dtype) try {
  return own(new at::Tensor(at::_ops::softmax_int::call(gatun::tensor(self), dim, optional_scalar_type(dtype))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_log_softmax_int(int64_t self, int64_t dim, int32_t dtype) try {
  return own(new at::Tensor(at::_ops::log_softmax_int::call(gatun::tensor(self), dim, optional_scalar_type(dtype))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_group_norm(int64_t input, int64_t num_groups, int64_t weight, int64_t bias, double eps, int32_t cudnn_enabled) try {
  const BorrowedOptional weight_(weight);
  const BorrowedOptional bias_(bias);
  return own(new at::Tensor(at::_ops::group_norm::call(gatun::tensor(input), num_groups, weight_.get(), bias_.get(), eps, cudnn_enabled != 0)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_layer_norm(int64_t input, const int64_t *normalized_shape, int64_t normalized_shape_length, int64_t weight, int64_t bias, double eps, int32_t cudnn_enable) try {
  const BorrowedOptional weight_(weight);
  const BorrowedOptional bias_(bias);
  return own(new at::Tensor(at::_ops::layer_norm::call(gatun::tensor(input), sym_ints(normalized_shape, normalized_shape_length), weight_.get(), bias_.get(), eps, cudnn_enable != 0)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_batch_norm(int64_t input, int64_t weight, int64_t bias, int64_t running_mean, int64_t running_var, int32_t training, double momentum, double eps, int32_t cudnn_enabled) try {
  const BorrowedOptional weight_(weight);
  const BorrowedOptional bias_(bias);
  const BorrowedOptional running_mean_(running_mean);
  const BorrowedOptional running_var_(running_var);
  return own(new at::Tensor(at::_ops::batch_norm::call(gatun::tensor(input), weight_.get(), bias_.get(), running_mean_.get(), running_var_.get(), training != 0, momentum, eps, cudnn_enabled != 0)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_rms_norm(int64_t input, const int64_t *normalized_shape, int64_t normalized_shape_length, int64_t weight, double eps, int32_t has_eps) try {
  const BorrowedOptional weight_(weight);
  return own(new at::Tensor(at::_ops::rms_norm::call(gatun::tensor(input), sym_ints(normalized_shape, normalized_shape_length), weight_.get(), optional(eps, has_eps))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_embedding(int64_t weight, int64_t indices, int64_t padding_idx, int32_t scale_grad_by_freq) try {
  return own(new at::Tensor(at::_ops::embedding::call(gatun::tensor(weight), gatun::tensor(indices), c10::SymInt(padding_idx), scale_grad_by_freq != 0, false)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_scaled_dot_product_attention(int64_t query, int64_t key, int64_t value, int64_t attn_mask, double dropout_p, int32_t is_causal, double scale, int32_t has_scale, int32_t enable_gqa) try {
  const BorrowedOptional attn_mask_(attn_mask);
  return own(new at::Tensor(at::_ops::scaled_dot_product_attention::call(gatun::tensor(query), gatun::tensor(key), gatun::tensor(value), attn_mask_.get(), dropout_p, is_causal != 0, optional(scale, has_scale), enable_gqa != 0)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_l1_loss(int64_t self, int64_t target, int32_t reduction) try {
  return own(new at::Tensor(at::_ops::l1_loss::call(gatun::tensor(self), gatun::tensor(target), int64_t{reduction})));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_mse_loss(int64_t self, int64_t target, int32_t reduction) try {
  return own(new at::Tensor(at::_ops::mse_loss::call(gatun::tensor(self), gatun::tensor(target), int64_t{reduction})));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_nll_loss(int64_t self, int64_t target, int64_t weight, int32_t reduction, int64_t ignore_index) try {
  const BorrowedOptional weight_(weight);
  return own(new at::Tensor(at::_ops::nll_loss::call(gatun::tensor(self), gatun::tensor(target), weight_.get(), int64_t{reduction}, c10::SymInt(ignore_index))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_cross_entropy_loss(int64_t self, int64_t target, int64_t weight, int32_t reduction, int64_t ignore_index, double label_smoothing) try {
  const BorrowedOptional weight_(weight);
  return own(new at::Tensor(at::_ops::cross_entropy_loss::call(gatun::tensor(self), gatun::tensor(target), weight_.get(), int64_t{reduction}, c10::SymInt(ignore_index), label_smoothing)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_binary_cross_entropy(int64_t self, int64_t target, int64_t weight, int32_t reduction) try {
  const BorrowedOptional weight_(weight);
  return own(new at::Tensor(at::_ops::binary_cross_entropy::call(gatun::tensor(self), gatun::tensor(target), weight_.get(), int64_t{reduction})));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_binary_cross_entropy_with_logits(int64_t self, int64_t target, int64_t weight, int64_t pos_weight, int32_t reduction) try {
  const BorrowedOptional weight_(weight);
  const BorrowedOptional pos_weight_(pos_weight);
  return own(new at::Tensor(at::_ops::binary_cross_entropy_with_logits::call(gatun::tensor(self), gatun::tensor(target), weight_.get(), pos_weight_.get(), int64_t{reduction})));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_kl_div(int64_t self, int64_t target, int32_t reduction, int32_t log_target) try {
  return own(new at::Tensor(at::_ops::kl_div::call(gatun::tensor(self), gatun::tensor(target), int64_t{reduction}, log_target != 0)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t *gatun__foreach_add_List(const int64_t *self, int64_t self_length, const int64_t *other, int64_t other_length, int32_t alpha_kind, int64_t alpha_bits, int64_t *result_length) try {
  const BorrowedTensors self_(self, self_length);
  const BorrowedTensors other_(other, other_length);
  return own(at::_ops::_foreach_add_List::call(self_, other_, scalar(alpha_kind, alpha_bits)), result_length);
}
GATUN_CATCH(nullptr)

int32_t gatun__foreach_add__Scalar(const int64_t *self, int64_t self_length, int32_t scalar_kind, int64_t scalar_bits) try {
  const BorrowedTensors self_(self, self_length);
  at::_ops::_foreach_add__Scalar::call(self_, scalar(scalar_kind, scalar_bits));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun__foreach_add__List(const int64_t *self, int64_t self_length, const int64_t *other, int64_t other_length, int32_t alpha_kind, int64_t alpha_bits) try {
  const BorrowedTensors self_(self, self_length);
  const BorrowedTensors other_(other, other_length);
  at::_ops::_foreach_add__List::call(self_, other_, scalar(alpha_kind, alpha_bits));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun__foreach_mul__Scalar(const int64_t *self, int64_t self_length, int32_t scalar_kind, int64_t scalar_bits) try {
  const BorrowedTensors self_(self, self_length);
  at::_ops::_foreach_mul__Scalar::call(self_, scalar(scalar_kind, scalar_bits));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun__foreach_mul__Tensor(const int64_t *self, int64_t self_length, int64_t other) try {
  const BorrowedTensors self_(self, self_length);
  at::_ops::_foreach_mul__Tensor::call(self_, gatun::tensor(other));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun__foreach_div__Scalar(const int64_t *self, int64_t self_length, int32_t scalar_kind, int64_t scalar_bits) try {
  const BorrowedTensors self_(self, self_length);
  at::_ops::_foreach_div__Scalar::call(self_, scalar(scalar_kind, scalar_bits));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun__foreach_div__List(const int64_t *self, int64_t self_length, const int64_t *other, int64_t other_length) try {
  const BorrowedTensors self_(self, self_length);
  const BorrowedTensors other_(other, other_length);
  at::_ops::_foreach_div__List::call(self_, other_);
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun__foreach_lerp__Scalar(const int64_t *self, int64_t self_length, const int64_t *tensors1, int64_t tensors1_length, int32_t weight_kind, int64_t weight_bits) try {
  const BorrowedTensors self_(self, self_length);
  const BorrowedTensors tensors1_(tensors1, tensors1_length);
  at::_ops::_foreach_lerp__Scalar::call(self_, tensors1_, scalar(weight_kind, weight_bits));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun__foreach_addcmul__Scalar(const int64_t *self, int64_t self_length, const int64_t *tensor1, int64_t tensor1_length, const int64_t *tensor2, int64_t tensor2_length, int32_t value_kind, int64_t value_bits) try {
  const BorrowedTensors self_(self, self_length);
  const BorrowedTensors tensor1_(tensor1, tensor1_length);
  const BorrowedTensors tensor2_(tensor2, tensor2_length);
  at::_ops::_foreach_addcmul__Scalar::call(self_, tensor1_, tensor2_, scalar(value_kind, value_bits));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun__foreach_addcdiv__Scalar(const int64_t *self, int64_t self_length, const int64_t *tensor1, int64_t tensor1_length, const int64_t *tensor2, int64_t tensor2_length, int32_t value_kind, int64_t value_bits) try {
  const BorrowedTensors self_(self, self_length);
  const BorrowedTensors tensor1_(tensor1, tensor1_length);
  const BorrowedTensors tensor2_(tensor2, tensor2_length);
  at::_ops::_foreach_addcdiv__Scalar::call(self_, tensor1_, tensor2_, scalar(value_kind, value_bits));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int64_t *gatun__foreach_sqrt(const int64_t *self, int64_t self_length, int64_t *result_length) try {
  const BorrowedTensors self_(self, self_length);
  return own(at::_ops::_foreach_sqrt::call(self_), result_length);
}
GATUN_CATCH(nullptr)

int64_t *gatun__foreach_norm_Scalar(const int64_t *self, int64_t self_length, int32_t ord_kind, int64_t ord_bits, int32_t dtype, int64_t *result_length) try {
  const BorrowedTensors self_(self, self_length);
  return own(at::_ops::_foreach_norm_Scalar::call(self_, scalar(ord_kind, ord_bits), optional_scalar_type(dtype)), result_length);
}
GATUN_CATCH(nullptr)

int32_t gatun__foreach_copy_(const int64_t *self, int64_t self_length, const int64_t *src, int64_t src_length, int32_t non_blocking) try {
  const BorrowedTensors self_(self, self_length);
  const BorrowedTensors src_(src, src_length);
  at::_ops::_foreach_copy_::call(self_, src_, non_blocking != 0);
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun__foreach_zero_(const int64_t *self, int64_t self_length) try {
  const BorrowedTensors self_(self, self_length);
  at::_ops::_foreach_zero_::call(self_);
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun__fused_adam_(const int64_t *self, int64_t self_length, const int64_t *grads, int64_t grads_length, const int64_t *exp_avgs, int64_t exp_avgs_length, const int64_t *exp_avg_sqs, int64_t exp_avg_sqs_length, const int64_t *max_exp_avg_sqs, int64_t max_exp_avg_sqs_length, const int64_t *state_steps, int64_t state_steps_length, double lr, double beta1, double beta2, double weight_decay, double eps, int32_t amsgrad, int32_t maximize, int64_t grad_scale, int64_t found_inf) try {
  const BorrowedTensors self_(self, self_length);
  const BorrowedTensors grads_(grads, grads_length);
  const BorrowedTensors exp_avgs_(exp_avgs, exp_avgs_length);
  const BorrowedTensors exp_avg_sqs_(exp_avg_sqs, exp_avg_sqs_length);
  const BorrowedTensors max_exp_avg_sqs_(max_exp_avg_sqs, max_exp_avg_sqs_length);
  const BorrowedTensors state_steps_(state_steps, state_steps_length);
  const BorrowedOptional grad_scale_(grad_scale);
  const BorrowedOptional found_inf_(found_inf);
  at::_ops::_fused_adam_::call(self_, grads_, exp_avgs_, exp_avg_sqs_, max_exp_avg_sqs_, state_steps_, lr, beta1, beta2, weight_decay, eps, amsgrad != 0, maximize != 0, grad_scale_.get(), found_inf_.get());
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun__fused_adamw_(const int64_t *self, int64_t self_length, const int64_t *grads, int64_t grads_length, const int64_t *exp_avgs, int64_t exp_avgs_length, const int64_t *exp_avg_sqs, int64_t exp_avg_sqs_length, const int64_t *max_exp_avg_sqs, int64_t max_exp_avg_sqs_length, const int64_t *state_steps, int64_t state_steps_length, double lr, double beta1, double beta2, double weight_decay, double eps, int32_t amsgrad, int32_t maximize, int64_t grad_scale, int64_t found_inf) try {
  const BorrowedTensors self_(self, self_length);
  const BorrowedTensors grads_(grads, grads_length);
  const BorrowedTensors exp_avgs_(exp_avgs, exp_avgs_length);
  const BorrowedTensors exp_avg_sqs_(exp_avg_sqs, exp_avg_sqs_length);
  const BorrowedTensors max_exp_avg_sqs_(max_exp_avg_sqs, max_exp_avg_sqs_length);
  const BorrowedTensors state_steps_(state_steps, state_steps_length);
  const BorrowedOptional grad_scale_(grad_scale);
  const BorrowedOptional found_inf_(found_inf);
  at::_ops::_fused_adamw_::call(self_, grads_, exp_avgs_, exp_avg_sqs_, max_exp_avg_sqs_, state_steps_, lr, beta1, beta2, weight_decay, eps, amsgrad != 0, maximize != 0, grad_scale_.get(), found_inf_.get());
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun__fused_adamw__tensor_lr(const int64_t *self, int64_t self_length, const int64_t *grads, int64_t grads_length, const int64_t *exp_avgs, int64_t exp_avgs_length, const int64_t *exp_avg_sqs, int64_t exp_avg_sqs_length, const int64_t *max_exp_avg_sqs, int64_t max_exp_avg_sqs_length, const int64_t *state_steps, int64_t state_steps_length, int64_t lr, double beta1, double beta2, double weight_decay, double eps, int32_t amsgrad, int32_t maximize, int64_t grad_scale, int64_t found_inf) try {
  const BorrowedTensors self_(self, self_length);
  const BorrowedTensors grads_(grads, grads_length);
  const BorrowedTensors exp_avgs_(exp_avgs, exp_avgs_length);
  const BorrowedTensors exp_avg_sqs_(exp_avg_sqs, exp_avg_sqs_length);
  const BorrowedTensors max_exp_avg_sqs_(max_exp_avg_sqs, max_exp_avg_sqs_length);
  const BorrowedTensors state_steps_(state_steps, state_steps_length);
  const BorrowedOptional grad_scale_(grad_scale);
  const BorrowedOptional found_inf_(found_inf);
  at::_ops::_fused_adamw__tensor_lr::call(self_, grads_, exp_avgs_, exp_avg_sqs_, max_exp_avg_sqs_, state_steps_, gatun::tensor(lr), beta1, beta2, weight_decay, eps, amsgrad != 0, maximize != 0, grad_scale_.get(), found_inf_.get());
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun__fused_sgd_(const int64_t *self, int64_t self_length, const int64_t *grads, int64_t grads_length, const int64_t *momentum_buffer_list, int64_t momentum_buffer_list_length, double weight_decay, double momentum, double lr, double dampening, int32_t nesterov, int32_t maximize, int32_t is_first_step, int64_t grad_scale, int64_t found_inf) try {
  const BorrowedTensors self_(self, self_length);
  const BorrowedTensors grads_(grads, grads_length);
  const BorrowedTensors momentum_buffer_list_(momentum_buffer_list, momentum_buffer_list_length);
  const BorrowedOptional grad_scale_(grad_scale);
  const BorrowedOptional found_inf_(found_inf);
  at::_ops::_fused_sgd_::call(self_, grads_, momentum_buffer_list_, weight_decay, momentum, lr, dampening, nesterov != 0, maximize != 0, is_first_step != 0, grad_scale_.get(), found_inf_.get());
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun__amp_foreach_non_finite_check_and_unscale_(const int64_t *self, int64_t self_length, int64_t found_inf, int64_t inv_scale) try {
  const BorrowedTensors self_(self, self_length);
  at::_ops::_amp_foreach_non_finite_check_and_unscale_::call(self_, gatun::tensor(found_inf), gatun::tensor(inv_scale));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int64_t gatun_detach(int64_t self) try {
  return own(new at::Tensor(at::_ops::detach::call(gatun::tensor(self))));
}
GATUN_CATCH(GATUN_NO_TENSOR)

int32_t gatun_requires_grad_(int64_t self, int32_t requires_grad) try {
  at::_ops::requires_grad_::call(gatun::tensor(self), requires_grad != 0);
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_is_leaf(int64_t self) try {
  return at::_ops::is_leaf::call(gatun::tensor(self)) ? 1 : 0;
}
GATUN_CATCH(GATUN_FAILED)
