/* Generated from ops.txt by `make bindings`; do not edit. Conventions: gatun.h. */
#ifndef GATUN_OPS_H
#define GATUN_OPS_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Creation */
GATUN_API int64_t gatun_empty_memory_format(const int64_t *size, int64_t size_length, int32_t dtype, int32_t device_type, int32_t device_index, int32_t memory_format);
GATUN_API int64_t gatun_zeros(const int64_t *size, int64_t size_length, int32_t dtype, int32_t device_type, int32_t device_index);
GATUN_API int64_t gatun_empty_like(int64_t self, int32_t dtype, int32_t device_type, int32_t device_index, int32_t memory_format);
GATUN_API int64_t gatun_zeros_like(int64_t self, int32_t dtype, int32_t device_type, int32_t device_index, int32_t memory_format);
GATUN_API int64_t gatun_ones(const int64_t *size, int64_t size_length, int32_t dtype, int32_t device_type, int32_t device_index);
GATUN_API int64_t gatun_ones_like(int64_t self, int32_t dtype, int32_t device_type, int32_t device_index, int32_t memory_format);
GATUN_API int64_t gatun_full(const int64_t *size, int64_t size_length, int32_t fill_value_kind, int64_t fill_value_bits, int32_t dtype, int32_t device_type, int32_t device_index);
GATUN_API int64_t gatun_full_like(int64_t self, int32_t fill_value_kind, int64_t fill_value_bits, int32_t dtype, int32_t device_type, int32_t device_index, int32_t memory_format);
GATUN_API int64_t gatun_arange(int32_t end_kind, int64_t end_bits, int32_t dtype, int32_t device_type, int32_t device_index);
GATUN_API int64_t gatun_arange_start(int32_t start_kind, int64_t start_bits, int32_t end_kind, int64_t end_bits, int32_t dtype, int32_t device_type, int32_t device_index);
GATUN_API int64_t gatun_arange_start_step(int32_t start_kind, int64_t start_bits, int32_t end_kind, int64_t end_bits, int32_t step_kind, int64_t step_bits, int32_t dtype, int32_t device_type, int32_t device_index);

/* IndexingSlicingJoining */
GATUN_API int64_t gatun_cat(const int64_t *tensors, int64_t tensors_length, int64_t dim);
GATUN_API int64_t gatun_stack(const int64_t *tensors, int64_t tensors_length, int64_t dim);
GATUN_API int64_t *gatun_chunk(int64_t self, int64_t chunks, int64_t dim, int64_t *result_length);
GATUN_API int64_t *gatun_split_Tensor(int64_t self, int64_t split_size, int64_t dim, int64_t *result_length);
GATUN_API int64_t *gatun_unbind_int(int64_t self, int64_t dim, int64_t *result_length);
GATUN_API int64_t gatun_narrow(int64_t self, int64_t dim, int64_t start, int64_t length);
GATUN_API int64_t gatun_select_int(int64_t self, int64_t dim, int64_t index);
GATUN_API int64_t gatun_slice_Tensor(int64_t self, int64_t dim, int64_t start, int32_t has_start, int64_t end, int32_t has_end, int64_t step);
GATUN_API int64_t gatun_index_select(int64_t self, int64_t dim, int64_t index);
GATUN_API int32_t gatun_index_add_(int64_t self, int64_t dim, int64_t index, int64_t source, int32_t alpha_kind, int64_t alpha_bits);
GATUN_API int32_t gatun_index_fill__int_Scalar(int64_t self, int64_t dim, int64_t index, int32_t value_kind, int64_t value_bits);
GATUN_API int32_t gatun_index_copy_(int64_t self, int64_t dim, int64_t index, int64_t source);
GATUN_API int64_t gatun_gather(int64_t self, int64_t dim, int64_t index);
GATUN_API int32_t gatun_scatter__src(int64_t self, int64_t dim, int64_t index, int64_t src);
GATUN_API int32_t gatun_scatter__value(int64_t self, int64_t dim, int64_t index, int32_t value_kind, int64_t value_bits);
GATUN_API int32_t gatun_scatter_add_(int64_t self, int64_t dim, int64_t index, int64_t src);
GATUN_API int64_t gatun_masked_fill_Scalar(int64_t self, int64_t mask, int32_t value_kind, int64_t value_bits);
GATUN_API int64_t gatun_masked_fill_Tensor(int64_t self, int64_t mask, int64_t value);
GATUN_API int32_t gatun_masked_fill__Scalar(int64_t self, int64_t mask, int32_t value_kind, int64_t value_bits);
GATUN_API int64_t gatun_nonzero(int64_t self);
GATUN_API int64_t gatun_where_self(int64_t condition, int64_t self, int64_t other);
GATUN_API int64_t gatun_where_ScalarOther(int64_t condition, int64_t self, int32_t other_kind, int64_t other_bits);
GATUN_API int64_t gatun_where_ScalarSelf(int64_t condition, int32_t self_kind, int64_t self_bits, int64_t other);
GATUN_API int64_t gatun_where_Scalar(int64_t condition, int32_t self_kind, int64_t self_bits, int32_t other_kind, int64_t other_bits);
GATUN_API int64_t gatun_view(int64_t self, const int64_t *size, int64_t size_length);
GATUN_API int64_t gatun_reshape(int64_t self, const int64_t *shape, int64_t shape_length);
GATUN_API int64_t gatun_flatten_using_ints(int64_t self, int64_t start_dim, int64_t end_dim);
GATUN_API int64_t gatun_permute(int64_t self, const int64_t *dims, int64_t dims_length);
GATUN_API int64_t gatun_transpose_int(int64_t self, int64_t dim0, int64_t dim1);
GATUN_API int64_t gatun_t(int64_t self);
GATUN_API int64_t gatun_squeeze(int64_t self);
GATUN_API int64_t gatun_squeeze_dim(int64_t self, int64_t dim);
GATUN_API int64_t gatun_unsqueeze(int64_t self, int64_t dim);
GATUN_API int64_t gatun_expand(int64_t self, const int64_t *size, int64_t size_length, int32_t implicit);
GATUN_API int64_t gatun_repeat(int64_t self, const int64_t *repeats, int64_t repeats_length);
GATUN_API int64_t gatun_repeat_interleave_self_int(int64_t self, int64_t repeats, int64_t dim, int32_t has_dim, int64_t output_size, int32_t has_output_size);
GATUN_API int64_t gatun_flip(int64_t self, const int64_t *dims, int64_t dims_length);
GATUN_API int64_t gatun_contiguous(int64_t self, int32_t memory_format);
GATUN_API int64_t gatun_clone(int64_t self, int32_t memory_format);
GATUN_API int32_t gatun_copy_(int64_t self, int64_t src, int32_t non_blocking);
GATUN_API int64_t gatun_as_strided(int64_t self, const int64_t *size, int64_t size_length, const int64_t *stride, int64_t stride_length, int64_t storage_offset, int32_t has_storage_offset);
GATUN_API int64_t gatun_diagonal(int64_t self, int64_t offset, int64_t dim1, int64_t dim2);
GATUN_API int64_t gatun_to_dtype(int64_t self, int32_t dtype, int32_t non_blocking, int32_t copy, int32_t memory_format);
GATUN_API int64_t gatun_to_dtype_layout(int64_t self, int32_t dtype, int32_t device_type, int32_t device_index, int32_t non_blocking, int32_t copy, int32_t memory_format);
GATUN_API int32_t gatun_fill__Scalar(int64_t self, int32_t value_kind, int64_t value_bits);
GATUN_API int32_t gatun_zero_(int64_t self);
GATUN_API int64_t gatun_pixel_shuffle(int64_t self, int64_t upscale_factor);
GATUN_API int64_t gatun_constant_pad_nd(int64_t self, const int64_t *pad, int64_t pad_length, int32_t value_kind, int64_t value_bits);

/* RandomSampling */
GATUN_API int64_t gatun_rand(const int64_t *size, int64_t size_length, int32_t dtype, int32_t device_type, int32_t device_index);
GATUN_API int64_t gatun_randn(const int64_t *size, int64_t size_length, int32_t dtype, int32_t device_type, int32_t device_index);
GATUN_API int64_t gatun_rand_like(int64_t self, int32_t dtype, int32_t device_type, int32_t device_index, int32_t memory_format);
GATUN_API int64_t gatun_randn_like(int64_t self, int32_t dtype, int32_t device_type, int32_t device_index, int32_t memory_format);
GATUN_API int64_t gatun_randint(int64_t high, const int64_t *size, int64_t size_length, int32_t dtype, int32_t device_type, int32_t device_index);
GATUN_API int64_t gatun_randint_low(int64_t low, int64_t high, const int64_t *size, int64_t size_length, int32_t dtype, int32_t device_type, int32_t device_index);
GATUN_API int64_t gatun_randperm(int64_t n, int32_t dtype, int32_t device_type, int32_t device_index);
GATUN_API int64_t gatun_bernoulli(int64_t self);
GATUN_API int32_t gatun_bernoulli__float(int64_t self, double p);
GATUN_API int32_t gatun_exponential_(int64_t self, double lambd);
GATUN_API int32_t gatun_normal_(int64_t self, double mean, double std);
GATUN_API int32_t gatun_uniform_(int64_t self, double from, double to);
GATUN_API int64_t gatun_dropout(int64_t input, double p, int32_t train);

/* Pointwise */
GATUN_API int64_t gatun_abs(int64_t self);
GATUN_API int64_t gatun_neg(int64_t self);
GATUN_API int64_t gatun_exp(int64_t self);
GATUN_API int64_t gatun_log(int64_t self);
GATUN_API int64_t gatun_log1p(int64_t self);
GATUN_API int64_t gatun_sqrt(int64_t self);
GATUN_API int64_t gatun_rsqrt(int64_t self);
GATUN_API int64_t gatun_square(int64_t self);
GATUN_API int64_t gatun_sin(int64_t self);
GATUN_API int64_t gatun_cos(int64_t self);
GATUN_API int64_t gatun_tanh(int64_t self);
GATUN_API int64_t gatun_sigmoid(int64_t self);
GATUN_API int64_t gatun_erf(int64_t self);
GATUN_API int64_t gatun_floor(int64_t self);
GATUN_API int64_t gatun_round(int64_t self);
GATUN_API int64_t gatun_sign(int64_t self);
GATUN_API int64_t gatun_ceil(int64_t self);
GATUN_API int64_t gatun_isnan(int64_t self);
GATUN_API int64_t gatun_isinf(int64_t self);
GATUN_API int64_t gatun_isfinite(int64_t self);
GATUN_API int64_t gatun_logical_not(int64_t self);
GATUN_API int64_t gatun_logical_and(int64_t self, int64_t other);
GATUN_API int64_t gatun_logical_or(int64_t self, int64_t other);
GATUN_API int64_t gatun_clamp(int64_t self, int32_t min_kind, int64_t min_bits, int32_t max_kind, int64_t max_bits);
GATUN_API int64_t gatun_clamp_min(int64_t self, int32_t min_kind, int64_t min_bits);
GATUN_API int64_t gatun_clamp_max(int64_t self, int32_t max_kind, int64_t max_bits);
GATUN_API int32_t gatun_clamp_(int64_t self, int32_t min_kind, int64_t min_bits, int32_t max_kind, int64_t max_bits);
GATUN_API int64_t gatun_add_Tensor(int64_t self, int64_t other, int32_t alpha_kind, int64_t alpha_bits);
GATUN_API int64_t gatun_add_Scalar(int64_t self, int32_t other_kind, int64_t other_bits, int32_t alpha_kind, int64_t alpha_bits);
GATUN_API int64_t gatun_sub_Tensor(int64_t self, int64_t other, int32_t alpha_kind, int64_t alpha_bits);
GATUN_API int64_t gatun_sub_Scalar(int64_t self, int32_t other_kind, int64_t other_bits, int32_t alpha_kind, int64_t alpha_bits);
GATUN_API int64_t gatun_mul_Tensor(int64_t self, int64_t other);
GATUN_API int64_t gatun_mul_Scalar(int64_t self, int32_t other_kind, int64_t other_bits);
GATUN_API int64_t gatun_div_Tensor(int64_t self, int64_t other);
GATUN_API int64_t gatun_div_Scalar(int64_t self, int32_t other_kind, int64_t other_bits);
GATUN_API int64_t gatun_div_Tensor_mode(int64_t self, int64_t other, const char *rounding_mode);
GATUN_API int64_t gatun_div_Scalar_mode(int64_t self, int32_t other_kind, int64_t other_bits, const char *rounding_mode);
GATUN_API int64_t gatun_remainder_Scalar(int64_t self, int32_t other_kind, int64_t other_bits);
GATUN_API int64_t gatun_pow_Tensor_Scalar(int64_t self, int32_t exponent_kind, int64_t exponent_bits);
GATUN_API int64_t gatun_pow_Tensor_Tensor(int64_t self, int64_t exponent);
GATUN_API int64_t gatun_rsub_Scalar(int64_t self, int32_t other_kind, int64_t other_bits, int32_t alpha_kind, int64_t alpha_bits);
GATUN_API int64_t gatun_maximum(int64_t self, int64_t other);
GATUN_API int64_t gatun_minimum(int64_t self, int64_t other);
GATUN_API int64_t gatun_lerp_Scalar(int64_t self, int64_t end, int32_t weight_kind, int64_t weight_bits);
GATUN_API int64_t gatun_addcmul(int64_t self, int64_t tensor1, int64_t tensor2, int32_t value_kind, int64_t value_bits);
GATUN_API int64_t gatun_addcdiv(int64_t self, int64_t tensor1, int64_t tensor2, int32_t value_kind, int64_t value_bits);
GATUN_API int32_t gatun_add__Tensor(int64_t self, int64_t other, int32_t alpha_kind, int64_t alpha_bits);
GATUN_API int32_t gatun_add__Scalar(int64_t self, int32_t other_kind, int64_t other_bits, int32_t alpha_kind, int64_t alpha_bits);
GATUN_API int32_t gatun_sub__Tensor(int64_t self, int64_t other, int32_t alpha_kind, int64_t alpha_bits);
GATUN_API int32_t gatun_sub__Scalar(int64_t self, int32_t other_kind, int64_t other_bits, int32_t alpha_kind, int64_t alpha_bits);
GATUN_API int32_t gatun_mul__Tensor(int64_t self, int64_t other);
GATUN_API int32_t gatun_mul__Scalar(int64_t self, int32_t other_kind, int64_t other_bits);
GATUN_API int32_t gatun_div__Tensor(int64_t self, int64_t other);
GATUN_API int32_t gatun_div__Scalar(int64_t self, int32_t other_kind, int64_t other_bits);
GATUN_API int32_t gatun_sqrt_(int64_t self);
GATUN_API int32_t gatun_pow__Scalar(int64_t self, int32_t exponent_kind, int64_t exponent_bits);
GATUN_API int32_t gatun_lerp__Scalar(int64_t self, int64_t end, int32_t weight_kind, int64_t weight_bits);
GATUN_API int32_t gatun_addcmul_(int64_t self, int64_t tensor1, int64_t tensor2, int32_t value_kind, int64_t value_bits);
GATUN_API int32_t gatun_addcdiv_(int64_t self, int64_t tensor1, int64_t tensor2, int32_t value_kind, int64_t value_bits);

/* Reduction */
GATUN_API int64_t gatun_sum(int64_t self, int32_t dtype);
GATUN_API int64_t gatun_sum_dim_IntList(int64_t self, const int64_t *dim, int64_t dim_length, int32_t keepdim, int32_t dtype);
GATUN_API int64_t gatun_mean(int64_t self, int32_t dtype);
GATUN_API int64_t gatun_mean_dim(int64_t self, const int64_t *dim, int64_t dim_length, int32_t keepdim, int32_t dtype);
GATUN_API int64_t gatun_var_correction(int64_t self, const int64_t *dim, int64_t dim_length, int32_t correction_kind, int64_t correction_bits, int32_t keepdim);
GATUN_API int32_t gatun_var_mean_correction(int64_t self, const int64_t *dim, int64_t dim_length, int32_t correction_kind, int64_t correction_bits, int32_t keepdim, int64_t *results);
GATUN_API int64_t gatun_amax(int64_t self, const int64_t *dim, int64_t dim_length, int32_t keepdim);
GATUN_API int64_t gatun_amin(int64_t self, const int64_t *dim, int64_t dim_length, int32_t keepdim);
GATUN_API int64_t gatun_max(int64_t self);
GATUN_API int64_t gatun_min(int64_t self);
GATUN_API int32_t gatun_max_dim(int64_t self, int64_t dim, int32_t keepdim, int64_t *results);
GATUN_API int32_t gatun_min_dim(int64_t self, int64_t dim, int32_t keepdim, int64_t *results);
GATUN_API int64_t gatun_argmax(int64_t self, int64_t dim, int32_t has_dim, int32_t keepdim);
GATUN_API int64_t gatun_argmin(int64_t self, int64_t dim, int32_t has_dim, int32_t keepdim);
GATUN_API int64_t gatun_all(int64_t self);
GATUN_API int64_t gatun_any(int64_t self);
GATUN_API int64_t gatun_logsumexp(int64_t self, const int64_t *dim, int64_t dim_length, int32_t keepdim);
GATUN_API int64_t gatun_linalg_vector_norm(int64_t self, int32_t ord_kind, int64_t ord_bits, const int64_t *dim, int64_t dim_length, int32_t keepdim, int32_t dtype);
GATUN_API int64_t gatun_cumsum(int64_t self, int64_t dim, int32_t dtype);
GATUN_API int64_t gatun_histc(int64_t self, int64_t bins, int32_t min_kind, int64_t min_bits, int32_t max_kind, int64_t max_bits);
GATUN_API int32_t gatun__unique2(int64_t self, int32_t sorted, int32_t return_inverse, int32_t return_counts, int64_t *results);
GATUN_API int64_t gatun_count_nonzero(int64_t self, int64_t dim, int32_t has_dim);

/* Comparison */
GATUN_API int64_t gatun_eq_Scalar(int64_t self, int32_t other_kind, int64_t other_bits);
GATUN_API int64_t gatun_eq_Tensor(int64_t self, int64_t other);
GATUN_API int64_t gatun_ne_Scalar(int64_t self, int32_t other_kind, int64_t other_bits);
GATUN_API int64_t gatun_ne_Tensor(int64_t self, int64_t other);
GATUN_API int64_t gatun_lt_Scalar(int64_t self, int32_t other_kind, int64_t other_bits);
GATUN_API int64_t gatun_lt_Tensor(int64_t self, int64_t other);
GATUN_API int64_t gatun_le_Scalar(int64_t self, int32_t other_kind, int64_t other_bits);
GATUN_API int64_t gatun_le_Tensor(int64_t self, int64_t other);
GATUN_API int64_t gatun_gt_Scalar(int64_t self, int32_t other_kind, int64_t other_bits);
GATUN_API int64_t gatun_gt_Tensor(int64_t self, int64_t other);
GATUN_API int64_t gatun_ge_Scalar(int64_t self, int32_t other_kind, int64_t other_bits);
GATUN_API int64_t gatun_ge_Tensor(int64_t self, int64_t other);
GATUN_API int32_t gatun_equal(int64_t self, int64_t other);
GATUN_API int32_t gatun_allclose(int64_t self, int64_t other, double rtol, double atol, int32_t equal_nan);
GATUN_API int32_t gatun_sort(int64_t self, int64_t dim, int32_t descending, int64_t *results);
GATUN_API int64_t gatun_argsort(int64_t self, int64_t dim, int32_t descending);
GATUN_API int32_t gatun_topk(int64_t self, int64_t k, int64_t dim, int32_t largest, int32_t sorted, int64_t *results);
GATUN_API int64_t gatun_one_hot(int64_t self, int64_t num_classes);

/* BlasLapack */
GATUN_API int64_t gatun_matmul(int64_t self, int64_t other);
GATUN_API int64_t gatun_mm(int64_t self, int64_t mat2);
GATUN_API int64_t gatun_bmm(int64_t self, int64_t mat2);
GATUN_API int64_t gatun_addmm(int64_t self, int64_t mat1, int64_t mat2, int32_t beta_kind, int64_t beta_bits, int32_t alpha_kind, int64_t alpha_bits);
GATUN_API int64_t gatun_baddbmm(int64_t self, int64_t batch1, int64_t batch2, int32_t beta_kind, int64_t beta_bits, int32_t alpha_kind, int64_t alpha_bits);
GATUN_API int64_t gatun_dot(int64_t self, int64_t tensor);
GATUN_API int64_t gatun_einsum(const char *equation, const int64_t *tensors, int64_t tensors_length, const int64_t *path, int64_t path_length);
GATUN_API int64_t gatun_cdist(int64_t x1, int64_t x2, double p, int64_t compute_mode, int32_t has_compute_mode);
GATUN_API int32_t gatun_linalg_eigh(int64_t self, const char *UPLO, int64_t *results);
GATUN_API int64_t gatun_trace(int64_t self);

/* NeuralNetwork */
GATUN_API int64_t gatun_linear(int64_t input, int64_t weight, int64_t bias);
GATUN_API int64_t gatun_conv2d(int64_t input, int64_t weight, int64_t bias, int64_t stride_0, int64_t stride_1, int64_t padding_0, int64_t padding_1, int64_t dilation_0, int64_t dilation_1, int64_t groups);
GATUN_API int64_t gatun_conv_transpose2d_input(int64_t input, int64_t weight, int64_t bias, int64_t stride_0, int64_t stride_1, int64_t padding_0, int64_t padding_1, int64_t output_padding_0, int64_t output_padding_1, int64_t groups, int64_t dilation_0, int64_t dilation_1);
GATUN_API int64_t gatun_max_pool2d(int64_t self, int64_t kernel_size_0, int64_t kernel_size_1, const int64_t *stride, int64_t stride_length, int64_t padding_0, int64_t padding_1, int64_t dilation_0, int64_t dilation_1, int32_t ceil_mode);
GATUN_API int64_t gatun_avg_pool2d(int64_t self, int64_t kernel_size_0, int64_t kernel_size_1, const int64_t *stride, int64_t stride_length, int64_t padding_0, int64_t padding_1, int32_t ceil_mode, int32_t count_include_pad, int64_t divisor_override, int32_t has_divisor_override);
GATUN_API int64_t gatun_adaptive_avg_pool2d(int64_t self, int64_t output_size_0, int64_t output_size_1);
GATUN_API int64_t gatun_upsample_nearest2d(int64_t self, int64_t output_size_0, int64_t output_size_1, double scales_h, int32_t has_scales_h, double scales_w, int32_t has_scales_w);
GATUN_API int64_t gatun_upsample_bilinear2d(int64_t self, int64_t output_size_0, int64_t output_size_1, int32_t align_corners, double scales_h, int32_t has_scales_h, double scales_w, int32_t has_scales_w);
GATUN_API int64_t gatun_upsample_bicubic2d(int64_t self, int64_t output_size_0, int64_t output_size_1, int32_t align_corners, double scales_h, int32_t has_scales_h, double scales_w, int32_t has_scales_w);
GATUN_API int64_t gatun_relu(int64_t self);
GATUN_API int64_t gatun_leaky_relu(int64_t self, int32_t negative_slope_kind, int64_t negative_slope_bits);
GATUN_API int64_t gatun_gelu(int64_t self, const char *approximate);
GATUN_API int64_t gatun_silu(int64_t self);
GATUN_API int64_t gatun_softplus(int64_t self, int32_t beta_kind, int64_t beta_bits, int32_t threshold_kind, int64_t threshold_bits);
GATUN_API int64_t gatun_softmax_int(int64_t self, int64_t dim, int32_t dtype);
GATUN_API int64_t gatun_log_softmax_int(int64_t self, int64_t dim, int32_t dtype);
GATUN_API int64_t gatun_group_norm(int64_t input, int64_t num_groups, int64_t weight, int64_t bias, double eps, int32_t cudnn_enabled);
GATUN_API int64_t gatun_layer_norm(int64_t input, const int64_t *normalized_shape, int64_t normalized_shape_length, int64_t weight, int64_t bias, double eps, int32_t cudnn_enable);
GATUN_API int64_t gatun_batch_norm(int64_t input, int64_t weight, int64_t bias, int64_t running_mean, int64_t running_var, int32_t training, double momentum, double eps, int32_t cudnn_enabled);
GATUN_API int64_t gatun_rms_norm(int64_t input, const int64_t *normalized_shape, int64_t normalized_shape_length, int64_t weight, double eps, int32_t has_eps);
GATUN_API int64_t gatun_embedding(int64_t weight, int64_t indices, int64_t padding_idx, int32_t scale_grad_by_freq);
GATUN_API int64_t gatun_scaled_dot_product_attention(int64_t query, int64_t key, int64_t value, int64_t attn_mask, double dropout_p, int32_t is_causal, double scale, int32_t has_scale, int32_t enable_gqa);

/* Loss */
GATUN_API int64_t gatun_l1_loss(int64_t self, int64_t target, int32_t reduction);
GATUN_API int64_t gatun_mse_loss(int64_t self, int64_t target, int32_t reduction);
GATUN_API int64_t gatun_nll_loss(int64_t self, int64_t target, int64_t weight, int32_t reduction, int64_t ignore_index);
GATUN_API int64_t gatun_cross_entropy_loss(int64_t self, int64_t target, int64_t weight, int32_t reduction, int64_t ignore_index, double label_smoothing);
GATUN_API int64_t gatun_binary_cross_entropy(int64_t self, int64_t target, int64_t weight, int32_t reduction);
GATUN_API int64_t gatun_binary_cross_entropy_with_logits(int64_t self, int64_t target, int64_t weight, int64_t pos_weight, int32_t reduction);
GATUN_API int64_t gatun_kl_div(int64_t self, int64_t target, int32_t reduction, int32_t log_target);

/* Foreach */
GATUN_API int64_t *gatun__foreach_add_List(const int64_t *self, int64_t self_length, const int64_t *other, int64_t other_length, int32_t alpha_kind, int64_t alpha_bits, int64_t *result_length);
GATUN_API int32_t gatun__foreach_add__Scalar(const int64_t *self, int64_t self_length, int32_t scalar_kind, int64_t scalar_bits);
GATUN_API int32_t gatun__foreach_add__List(const int64_t *self, int64_t self_length, const int64_t *other, int64_t other_length, int32_t alpha_kind, int64_t alpha_bits);
GATUN_API int32_t gatun__foreach_mul__Scalar(const int64_t *self, int64_t self_length, int32_t scalar_kind, int64_t scalar_bits);
GATUN_API int32_t gatun__foreach_mul__Tensor(const int64_t *self, int64_t self_length, int64_t other);
GATUN_API int32_t gatun__foreach_div__Scalar(const int64_t *self, int64_t self_length, int32_t scalar_kind, int64_t scalar_bits);
GATUN_API int32_t gatun__foreach_div__List(const int64_t *self, int64_t self_length, const int64_t *other, int64_t other_length);
GATUN_API int32_t gatun__foreach_lerp__Scalar(const int64_t *self, int64_t self_length, const int64_t *tensors1, int64_t tensors1_length, int32_t weight_kind, int64_t weight_bits);
GATUN_API int32_t gatun__foreach_addcmul__Scalar(const int64_t *self, int64_t self_length, const int64_t *tensor1, int64_t tensor1_length, const int64_t *tensor2, int64_t tensor2_length, int32_t value_kind, int64_t value_bits);
GATUN_API int32_t gatun__foreach_addcdiv__Scalar(const int64_t *self, int64_t self_length, const int64_t *tensor1, int64_t tensor1_length, const int64_t *tensor2, int64_t tensor2_length, int32_t value_kind, int64_t value_bits);
GATUN_API int64_t *gatun__foreach_sqrt(const int64_t *self, int64_t self_length, int64_t *result_length);
GATUN_API int64_t *gatun__foreach_norm_Scalar(const int64_t *self, int64_t self_length, int32_t ord_kind, int64_t ord_bits, int32_t dtype, int64_t *result_length);
GATUN_API int32_t gatun__foreach_copy_(const int64_t *self, int64_t self_length, const int64_t *src, int64_t src_length, int32_t non_blocking);
GATUN_API int32_t gatun__foreach_zero_(const int64_t *self, int64_t self_length);

/* Optimizer */
GATUN_API int32_t gatun__fused_adam_(const int64_t *self, int64_t self_length, const int64_t *grads, int64_t grads_length, const int64_t *exp_avgs, int64_t exp_avgs_length, const int64_t *exp_avg_sqs, int64_t exp_avg_sqs_length, const int64_t *max_exp_avg_sqs, int64_t max_exp_avg_sqs_length, const int64_t *state_steps, int64_t state_steps_length, double lr, double beta1, double beta2, double weight_decay, double eps, int32_t amsgrad, int32_t maximize, int64_t grad_scale, int64_t found_inf);
GATUN_API int32_t gatun__fused_adamw_(const int64_t *self, int64_t self_length, const int64_t *grads, int64_t grads_length, const int64_t *exp_avgs, int64_t exp_avgs_length, const int64_t *exp_avg_sqs, int64_t exp_avg_sqs_length, const int64_t *max_exp_avg_sqs, int64_t max_exp_avg_sqs_length, const int64_t *state_steps, int64_t state_steps_length, double lr, double beta1, double beta2, double weight_decay, double eps, int32_t amsgrad, int32_t maximize, int64_t grad_scale, int64_t found_inf);
GATUN_API int32_t gatun__fused_adamw__tensor_lr(const int64_t *self, int64_t self_length, const int64_t *grads, int64_t grads_length, const int64_t *exp_avgs, int64_t exp_avgs_length, const int64_t *exp_avg_sqs, int64_t exp_avg_sqs_length, const int64_t *max_exp_avg_sqs, int64_t max_exp_avg_sqs_length, const int64_t *state_steps, int64_t state_steps_length, int64_t lr, double beta1, double beta2, double weight_decay, double eps, int32_t amsgrad, int32_t maximize, int64_t grad_scale, int64_t found_inf);
GATUN_API int32_t gatun__fused_sgd_(const int64_t *self, int64_t self_length, const int64_t *grads, int64_t grads_length, const int64_t *momentum_buffer_list, int64_t momentum_buffer_list_length, double weight_decay, double momentum, double lr, double dampening, int32_t nesterov, int32_t maximize, int32_t is_first_step, int64_t grad_scale, int64_t found_inf);
GATUN_API int32_t gatun__amp_foreach_non_finite_check_and_unscale_(const int64_t *self, int64_t self_length, int64_t found_inf, int64_t inv_scale);

/* Autograd */
GATUN_API int64_t gatun_detach(int64_t self);
GATUN_API int32_t gatun_requires_grad_(int64_t self, int32_t requires_grad);
GATUN_API int32_t gatun_is_leaf(int64_t self);

#ifdef __cplusplus
}
#endif

#endif
