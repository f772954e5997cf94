// As conformance.cpp, for cuda_abi.hpp and the functions that the shim looks up in libtorch_cuda and libc10_cuda. It needs CUDA's headers
// beside libtorch's; no GPU.
#include <ATen/cuda/CUDAContext.h>
#include <ATen/cuda/CUDAGeneratorImpl.h>
#include <ATen/cuda/CUDAGraph.h>
#include <c10/cuda/CUDACachingAllocator.h>
#include <c10/cuda/CUDAFunctions.h>
#include <c10/cuda/CUDAStream.h>
#include <cuda_runtime_api.h>
#include <torch/version.h>

#include <atomic>
#include <cstddef>
#include <type_traits>
#include <utility>

#define GATUN_SAME(expression, ...) static_assert(std::is_same_v<decltype(expression), __VA_ARGS__>, #expression);

using c10::DeviceIndex;
using c10::cuda::CUDAStream;
using at::cuda::CUDAGraph;

// Passed and returned by value, so through registers.
static_assert(sizeof(CUDAStream) == 16 && alignof(CUDAStream) == 8 && std::is_trivially_copyable_v<CUDAStream>);
static_assert(sizeof(c10::Stream) == 16 && sizeof(c10::StreamId) == 8);
static_assert(std::is_same_v<c10::MempoolId_t, std::pair<unsigned long long, unsigned long long>>);
static_assert(std::is_trivially_copy_constructible_v<c10::MempoolId_t> && std::is_trivially_destructible_v<c10::MempoolId_t>);
static_assert(sizeof(cudaStreamCaptureMode) == sizeof(int) && cudaStreamCaptureModeThreadLocal == 1);

GATUN_SAME(&c10::cuda::device_count, DeviceIndex (*)() noexcept)
GATUN_SAME(&c10::cuda::device_synchronize, void (*)())
GATUN_SAME(&c10::cuda::ExchangeDevice, DeviceIndex (*)(DeviceIndex))
GATUN_SAME(&c10::cuda::getCurrentCUDAStream, CUDAStream (*)(DeviceIndex))
GATUN_SAME(&c10::cuda::getDefaultCUDAStream, CUDAStream (*)(DeviceIndex))
GATUN_SAME(static_cast<CUDAStream (*)(bool, DeviceIndex)>(&c10::cuda::getStreamFromPool), CUDAStream (*)(bool, DeviceIndex))
GATUN_SAME(&c10::cuda::getStreamFromExternal, CUDAStream (*)(cudaStream_t, DeviceIndex))
GATUN_SAME(&c10::cuda::setCurrentCUDAStream, void (*)(CUDAStream))
GATUN_SAME(static_cast<cudaStream_t (CUDAStream::*)() const>(&CUDAStream::stream), cudaStream_t (CUDAStream::*)() const)
GATUN_SAME(&at::cuda::getDeviceProperties, cudaDeviceProp *(*)(DeviceIndex))
GATUN_SAME(&at::cuda::detail::getDefaultCUDAGenerator, const at::Generator &(*)(DeviceIndex))
static_assert(offsetof(cudaDeviceProp, name) == 0);

// The allocator: a pointer to an object whose first word is the table of its virtual functions.
GATUN_SAME(c10::cuda::CUDACachingAllocator::allocator, std::atomic<c10::cuda::CUDACachingAllocator::CUDAAllocator *>)
using Stats = c10::CachingDeviceAllocator::DeviceStats;
using c10::cuda::CUDACachingAllocator::CUDAAllocator;
static_assert(std::is_polymorphic_v<CUDAAllocator>);
GATUN_SAME(std::declval<CUDAAllocator &>().getDeviceStats(DeviceIndex{}), Stats)
GATUN_SAME(std::declval<CUDAAllocator &>().resetPeakStats(DeviceIndex{}), void)
static_assert(sizeof(Stats) > 16 && sizeof(Stats) <= 4096);
static_assert(offsetof(Stats, allocated_bytes) == 384 && offsetof(Stats, reserved_bytes) == 480);
using Stat = c10::CachingAllocator::Stat;
static_assert(sizeof(Stat) == 32 && offsetof(Stat, current) == 0 && offsetof(Stat, peak) == 8);
#if TORCH_VERSION_MAJOR > 2 || TORCH_VERSION_MINOR >= 13
static_assert(offsetof(Stats, reserved_bytes_by_private_pools) == 576);
#else
static_assert(std::is_trivially_destructible_v<Stats>);
#endif

static_assert(sizeof(CUDAGraph) <= 4096 && alignof(CUDAGraph) <= 64 && !std::is_polymorphic_v<CUDAGraph>);
static_assert(std::is_constructible_v<CUDAGraph, bool>);
GATUN_SAME(&CUDAGraph::capture_begin, void (CUDAGraph::*)(c10::MempoolId_t, cudaStreamCaptureMode))
GATUN_SAME(&CUDAGraph::capture_end, void (CUDAGraph::*)())
GATUN_SAME(&CUDAGraph::replay, void (CUDAGraph::*)())
GATUN_SAME(&CUDAGraph::pool, c10::MempoolId_t (CUDAGraph::*)())

GATUN_SAME(&cudaGetErrorString, const char *(*)(cudaError_t))
GATUN_SAME(&cudaGetLastError, cudaError_t (*)())
GATUN_SAME(static_cast<cudaError_t (*)(size_t *, size_t *)>(&cudaMemGetInfo), cudaError_t (*)(size_t *, size_t *))
GATUN_SAME(&cudaStreamSynchronize, cudaError_t (*)(cudaStream_t))
GATUN_SAME(static_cast<cudaError_t (*)(cudaStream_t, cudaEvent_t, unsigned int)>(&cudaStreamWaitEvent),
           cudaError_t (*)(cudaStream_t, cudaEvent_t, unsigned int))
GATUN_SAME(static_cast<cudaError_t (*)(cudaEvent_t *, unsigned int)>(&cudaEventCreateWithFlags),
           cudaError_t (*)(cudaEvent_t *, unsigned int))
GATUN_SAME(&cudaEventDestroy, cudaError_t (*)(cudaEvent_t))
GATUN_SAME(static_cast<cudaError_t (*)(cudaEvent_t, cudaStream_t)>(&cudaEventRecord), cudaError_t (*)(cudaEvent_t, cudaStream_t))
GATUN_SAME(&cudaEventSynchronize, cudaError_t (*)(cudaEvent_t))
GATUN_SAME(&cudaEventQuery, cudaError_t (*)(cudaEvent_t))
GATUN_SAME(&cudaEventElapsedTime, cudaError_t (*)(float *, cudaEvent_t, cudaEvent_t))
GATUN_SAME(&cudaDeviceGetAttribute, cudaError_t (*)(int *, cudaDeviceAttr, int))
static_assert(cudaErrorNotReady == 600 && cudaEventDisableTiming == 2);
static_assert(cudaDevAttrComputeCapabilityMajor == 75 && cudaDevAttrComputeCapabilityMinor == 76);
