/*
 * Gatun's C interface to libtorch. jextract reads this header; nothing else crosses between Java and C++.
 *
 * Conventions
 *   - A tensor is a handle: an int64_t that holds the address of a heap-allocated at::Tensor, the AtenTensorHandle of libtorch's
 *     stable C ABI. Whoever receives one owns it and gives it to gatun_tensor_delete once. GATUN_NO_TENSOR (0) is no tensor:
 *     an absent optional argument, or the result of a call that failed.
 *   - A list is a pointer and a length; it is read during the call only. A null pointer is an absent optional list.
 *   - An optional number is followed by has_<name>: 0 absent, 1 present. Optional enumerations are absent as GATUN_ABSENT.
 *   - A Scalar is a kind (GATUN_SCALAR_...) and 64 bits: those of a double, or an integer.
 *   - A function that returns a handle fails with GATUN_NO_TENSOR, one that returns a status with GATUN_FAILED; a list of tensors
 *     fails as NULL and is otherwise freed with gatun_list_free (its handles stay the caller's). After a failure,
 *     gatun_last_error holds the message of this very call until the next failure on the same native thread.
 *   - No C++ exception leaves any of these functions. Grad mode, autocast and the last error belong to the calling native thread.
 */
#ifndef GATUN_H
#define GATUN_H

#include <stdint.h>

#if defined(__GNUC__)
#define GATUN_API __attribute__((visibility("default")))
#else
#define GATUN_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

#define GATUN_NO_TENSOR 0
#define GATUN_OK 0
#define GATUN_FAILED (-1)
#define GATUN_ABSENT (-1)
#define GATUN_SCALAR_ABSENT (-1)
#define GATUN_SCALAR_FLOAT 0
#define GATUN_SCALAR_INT 1

/* errors.cpp */
GATUN_API const char *gatun_last_error(void);
/* Makes errors cheap: libtorch no longer builds a C++ backtrace for every exception. Process-wide; called once at load. */
GATUN_API int32_t gatun_disable_backtraces(void);

/* tensor.cpp: lifetime. What deletes tensors may run another library's deleter (dlpack.cpp), which may block or call Java. */
GATUN_API void gatun_tensor_delete(int64_t tensor);
GATUN_API void gatun_tensors_delete(const int64_t *tensors, int64_t length);
GATUN_API void gatun_list_free(int64_t *list);
/* A second handle to the same tensor: same storage, same autograd history. */
GATUN_API int64_t gatun_tensor_alias(int64_t tensor);
GATUN_API int64_t gatun_live_tensors(void);
GATUN_API int64_t gatun_peak_tensors(void);
GATUN_API void gatun_reset_peak_tensors(void);

/* tensor.cpp: metadata; the getters neither block nor fail on a valid handle, but for dim */
GATUN_API int64_t gatun_tensor_dim(int64_t tensor);
GATUN_API int64_t gatun_tensor_numel(int64_t tensor);
/* gatun_tensor_dim(tensor) numbers, valid as long as the tensor: nothing here changes its sizes. */
GATUN_API const int64_t *gatun_tensor_sizes(int64_t tensor);
/* A negative dim counts from the last; GATUN_FAILED where there is no such dimension. */
GATUN_API int64_t gatun_tensor_size(int64_t tensor, int64_t dim);
GATUN_API int64_t gatun_tensor_stride(int64_t tensor, int64_t dim);
GATUN_API int64_t gatun_tensor_storage_offset(int64_t tensor);
GATUN_API int32_t gatun_tensor_dtype(int64_t tensor);
GATUN_API int32_t gatun_tensor_device_type(int64_t tensor);
GATUN_API int32_t gatun_tensor_device_index(int64_t tensor);
GATUN_API int32_t gatun_tensor_requires_grad(int64_t tensor);
GATUN_API int64_t gatun_tensor_data_ptr(int64_t tensor);
GATUN_API int32_t gatun_tensor_item_double(int64_t tensor, double *value);
GATUN_API int32_t gatun_tensor_item_long(int64_t tensor, int64_t *value);

/*
 * memory.cpp: foreign memory as a tensor, without a copy.
 *
 * A queue of tokens, 0 on failure. Each of several users in one process (class loaders) has its own; it is never freed, as storages
 * may outlive their user. It begins with the number of tokens in it, an int64_t to be read without a call.
 */
GATUN_API int64_t gatun_release_queue_new(void);
/*
 * The memory must stay valid until libtorch's storage lets go of it; the token then appears in the queue. strides may be NULL for a
 * dense row-major tensor.
 */
GATUN_API int64_t gatun_tensor_from_memory(void *data, const int64_t *sizes, const int64_t *strides, int64_t dim, int32_t dtype,
                                           int32_t device_type, int32_t device_index, int64_t queue, int64_t token);
/* Moves up to capacity tokens into tokens and returns their number. */
GATUN_API int64_t gatun_take_released(int64_t queue, int64_t *tokens, int64_t capacity);

/*
 * dlpack.cpp: tensors to and from other libraries, as DLPack's DLManagedTensor, or DLManagedTensorVersioned where versioned is 1.
 * Whoever holds one calls its deleter once.
 */
/* NULL on failure. The deleter of what is returned may be called on any thread. */
GATUN_API void *gatun_dlpack_export(int64_t tensor, int32_t versioned);
/* Takes managed over: its deleter runs when the tensor's storage dies. After a failure managed is still the caller's. */
GATUN_API int64_t gatun_dlpack_import(void *managed, int32_t versioned);
GATUN_API void gatun_dlpack_delete(void *managed, int32_t versioned);

/* autograd.cpp */
GATUN_API int32_t gatun_grad_mode_is_enabled(void);
GATUN_API void gatun_grad_mode_set_enabled(int32_t enabled);
/* grads receives a handle an input, GATUN_NO_TENSOR for an unused input where allow_unused. grad_outputs may be empty. */
GATUN_API int32_t gatun_autograd_grad(const int64_t *outputs, int64_t outputs_length, const int64_t *inputs, int64_t inputs_length,
                                      const int64_t *grad_outputs, int64_t grad_outputs_length, int32_t retain_graph,
                                      int32_t create_graph, int32_t allow_unused, int64_t *grads);
GATUN_API int32_t gatun_autograd_backward(const int64_t *tensors, int64_t tensors_length, const int64_t *grad_tensors,
                                          int64_t grad_tensors_length, int32_t retain_graph, int32_t create_graph);
/* The accumulated gradient, or GATUN_NO_TENSOR when there is none. */
GATUN_API int64_t gatun_tensor_grad(int64_t tensor);
GATUN_API int32_t gatun_tensor_clear_grad(int64_t tensor);
GATUN_API int32_t gatun_autocast_is_enabled(int32_t device_type);
GATUN_API int32_t gatun_autocast_set_enabled(int32_t device_type, int32_t enabled);
GATUN_API int32_t gatun_autocast_dtype(int32_t device_type);
GATUN_API int32_t gatun_autocast_set_dtype(int32_t device_type, int32_t dtype);
GATUN_API int32_t gatun_autocast_clear_cache(void);

/* runtime.cpp */
/* libtorch's version: major, minor and patch in the three highest bytes. */
GATUN_API int64_t gatun_libtorch_version(void);
/* libtorch's own account of how it was built; valid until the next call on the same thread. */
GATUN_API const char *gatun_libtorch_config(void);
GATUN_API int32_t gatun_get_num_threads(void);
GATUN_API int32_t gatun_set_num_threads(int32_t threads);
GATUN_API int32_t gatun_get_num_interop_threads(void);
/* Keeps an OpenBLAS that libtorch uses from running a thread pool of its own; 1 if one was found, else 0. */
GATUN_API int32_t gatun_openblas_single_thread(void);
/*
 * Ends the process, once it ends, without the static destructors of the libraries loaded before this one: libtorch's unregister its
 * operators one by one. 1 if that can be done here, else 0.
 */
GATUN_API int32_t gatun_skip_destructors_at_exit(void);
GATUN_API int32_t gatun_generator_manual_seed(int32_t device_type, int32_t device_index, int64_t seed);
GATUN_API int64_t gatun_generator_get_state(int32_t device_type, int32_t device_index);
GATUN_API int32_t gatun_generator_set_state(int32_t device_type, int32_t device_index, int64_t state);

/*
 * cpu_caching_allocator.cpp: each thread keeps small blocks of CPU memory that it freed, some 1.8 MB at most, and hands them to the next
 * tensors. Process-wide and for good. 1 if it is in place, 0 where the allocator in use, or this libtorch's
 * kind of allocator, can't be cached.
 */
GATUN_API int32_t gatun_cache_cpu_blocks(void);
/* Bytes that the calling thread keeps. */
GATUN_API int64_t gatun_cached_cpu_bytes(void);

/* winograd.cpp: 3x3 convolutions of stride 1 and padding 1, contiguous float32 on the CPU; differentiable */
/*
 * 1 where gatun_winograd_conv2d, on this machine, is faster than libtorch for as many pictures of this size (B, any, H, W), from and to
 * so many channels or more.
 */
GATUN_API int32_t gatun_winograd_is_faster(int64_t pictures, int64_t channels);
/* 1 where it is for this input (B, in, H, W) and weight (out, in, 3, 3), and takes them as they lie in memory. */
GATUN_API int32_t gatun_winograd_pays(int64_t input, int64_t weight);
/* bias may be GATUN_NO_TENSOR. */
GATUN_API int64_t gatun_winograd_conv2d(int64_t input, int64_t weight, int64_t bias);

/* backends.cpp: process-wide settings, those of libraries that this libtorch lacks included */
/* "highest", "high" (TF32) or "medium" (bfloat16): the arithmetic of float32 matrix products. */
GATUN_API int32_t gatun_set_float32_matmul_precision(const char *precision);
GATUN_API int32_t gatun_allow_tf32_cublas(void);
GATUN_API int32_t gatun_set_allow_tf32_cudnn(int32_t allow);
GATUN_API int32_t gatun_benchmark_cudnn(void);
GATUN_API int32_t gatun_set_benchmark_cudnn(int32_t benchmark);

/* cuda.cpp: devices and their memory. With a build without CUDA, all but the first two fail. */
GATUN_API int32_t gatun_cuda_is_built(void);
/* 0 where libtorch has no CUDA or the machine no device. */
GATUN_API int32_t gatun_cuda_device_count(void);
GATUN_API const char *gatun_cuda_device_name(int32_t device_index);
GATUN_API int32_t gatun_cuda_synchronize(int32_t device_index);
/* attribute: a cudaDeviceAttr. */
GATUN_API int32_t gatun_cuda_device_attribute(int32_t device_index, int32_t attribute, int32_t *value);
/* stats receives four numbers of the caching allocator's, in bytes: allocated, its peak, reserved, its peak. */
GATUN_API int32_t gatun_cuda_memory_stats(int32_t device_index, int64_t *stats);
GATUN_API int32_t gatun_cuda_reset_peak_memory_stats(int32_t device_index);
GATUN_API int32_t gatun_cuda_empty_cache(void);
/* free_and_total receives two numbers, in bytes, of the device, whoever uses it. */
GATUN_API int32_t gatun_cuda_mem_get_info(int32_t device_index, int64_t *free_and_total);
/* A CPU tensor in memory that the device reads and writes directly. */
GATUN_API int64_t gatun_empty_pinned(const int64_t *size, int64_t dim, int32_t dtype);

/*
 * cuda_streams.cpp. A stream is a device index and a number that libtorch gives; which one is current belongs to the native thread.
 * An event is a cudaEvent_t.
 */
GATUN_API int32_t gatun_cuda_current_stream(int32_t device_index, int64_t *id);
GATUN_API int32_t gatun_cuda_default_stream(int32_t device_index, int64_t *id);
GATUN_API int32_t gatun_cuda_stream_from_pool(int32_t device_index, int32_t high_priority, int64_t *id);
/* native_handle: a cudaStream_t of another library's. */
GATUN_API int32_t gatun_cuda_external_stream(int32_t device_index, int64_t native_handle, int64_t *id);
GATUN_API int32_t gatun_cuda_set_current_stream(int32_t device_index, int64_t id);
GATUN_API int32_t gatun_cuda_stream_native_handle(int32_t device_index, int64_t id, int64_t *native_handle);
GATUN_API int32_t gatun_cuda_stream_synchronize(int32_t device_index, int64_t id);
GATUN_API int32_t gatun_cuda_stream_wait_event(int32_t device_index, int64_t id, int64_t event);
/* 0 on failure. */
GATUN_API int64_t gatun_cuda_event_new(int32_t device_index, int32_t timing);
GATUN_API int32_t gatun_cuda_event_delete(int64_t event);
GATUN_API int32_t gatun_cuda_event_record(int64_t event, int32_t device_index, int64_t id);
GATUN_API int32_t gatun_cuda_event_synchronize(int64_t event);
/* 1 if all that was recorded is done, 0 if not yet. */
GATUN_API int32_t gatun_cuda_event_query(int64_t event);
GATUN_API int32_t gatun_cuda_event_elapsed_time(int64_t start, int64_t end, double *milliseconds);

/* cuda_graphs.cpp: a graph is the address of a CUDAGraph; 0 on failure. */
GATUN_API int64_t gatun_cuda_graph_new(void);
GATUN_API int32_t gatun_cuda_graph_delete(int64_t graph);
/*
 * On the device's current stream, which must not be the default one. pool: two numbers, of another graph's pool or zeros for one of its
 * own.
 */
GATUN_API int32_t gatun_cuda_graph_capture_begin(int64_t graph, int32_t device_index, const int64_t *pool);
GATUN_API int32_t gatun_cuda_graph_capture_end(int64_t graph, int32_t device_index);
GATUN_API int32_t gatun_cuda_graph_replay(int64_t graph);
GATUN_API int32_t gatun_cuda_graph_pool(int64_t graph, int64_t *pool);

#ifdef __cplusplus
}
#endif

#include "gatun_ops.h"

#endif
