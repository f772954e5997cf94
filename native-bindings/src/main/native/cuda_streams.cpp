#include "cuda_abi.hpp"
#include "marshalling.hpp"

using gatun::c10_cuda;
using gatun::require;
using gatun::cuda::check;
using gatun::cuda::DeviceGuard;
using gatun::cuda::runtime;
using gatun::cuda::Stream;

namespace {

Stream stream(int32_t device_index, int64_t id) noexcept {
  return {{gatun::cuda::device_type, static_cast<int8_t>(device_index)}, id};
}

void *native(const Stream &stream) {
  static auto *const handle = require<void *(const Stream *)>(c10_cuda, "_ZNK3c104cuda10CUDAStream6streamEv");
  return handle(&stream);
}

void *event(int64_t handle) noexcept { return reinterpret_cast<void *>(handle); }

constexpr unsigned int disable_timing = 2;
constexpr int not_ready = 600;

}  // namespace

int32_t gatun_cuda_current_stream(int32_t device_index, int64_t *id) try {
  static auto *const current = require<Stream(int8_t)>(c10_cuda, "_ZN3c104cuda20getCurrentCUDAStreamEa");
  *id = current(static_cast<int8_t>(device_index)).id;
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_cuda_default_stream(int32_t device_index, int64_t *id) try {
  static auto *const get = require<Stream(int8_t)>(c10_cuda, "_ZN3c104cuda20getDefaultCUDAStreamEa");
  *id = get(static_cast<int8_t>(device_index)).id;
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_cuda_stream_from_pool(int32_t device_index, int32_t high_priority, int64_t *id) try {
  static auto *const get = require<Stream(bool, int8_t)>(c10_cuda, "_ZN3c104cuda17getStreamFromPoolEba");
  *id = get(high_priority != 0, static_cast<int8_t>(device_index)).id;
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_cuda_external_stream(int32_t device_index, int64_t native_handle, int64_t *id) try {
  static auto *const get = require<Stream(void *, int8_t)>(c10_cuda, "_ZN3c104cuda21getStreamFromExternalEP11CUstream_sta");
  *id = get(reinterpret_cast<void *>(native_handle), static_cast<int8_t>(device_index)).id;
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_cuda_set_current_stream(int32_t device_index, int64_t id) try {
  static auto *const set = require<void(Stream)>(c10_cuda, "_ZN3c104cuda20setCurrentCUDAStreamENS0_10CUDAStreamE");
  set(stream(device_index, id));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_cuda_stream_native_handle(int32_t device_index, int64_t id, int64_t *native_handle) try {
  *native_handle = reinterpret_cast<int64_t>(native(stream(device_index, id)));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_cuda_stream_synchronize(int32_t device_index, int64_t id) try {
  static auto *const synchronize = runtime<int(void *)>("cudaStreamSynchronize");
  const DeviceGuard guard(device_index);
  check(synchronize(native(stream(device_index, id))));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_cuda_stream_wait_event(int32_t device_index, int64_t id, int64_t event_) try {
  static auto *const wait = runtime<int(void *, void *, unsigned int)>("cudaStreamWaitEvent");
  const DeviceGuard guard(device_index);
  check(wait(native(stream(device_index, id)), event(event_), 0));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int64_t gatun_cuda_event_new(int32_t device_index, int32_t timing) try {
  static auto *const create = runtime<int(void **, unsigned int)>("cudaEventCreateWithFlags");
  const DeviceGuard guard(device_index);
  void *created = nullptr;
  check(create(&created, timing != 0 ? 0 : disable_timing));
  return reinterpret_cast<int64_t>(created);
}
GATUN_CATCH(0)

int32_t gatun_cuda_event_delete(int64_t event_) try {
  static auto *const destroy = runtime<int(void *)>("cudaEventDestroy");
  check(destroy(event(event_)));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_cuda_event_record(int64_t event_, int32_t device_index, int64_t id) try {
  static auto *const record = runtime<int(void *, void *)>("cudaEventRecord");
  const DeviceGuard guard(device_index);
  check(record(event(event_), native(stream(device_index, id))));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_cuda_event_synchronize(int64_t event_) try {
  static auto *const synchronize = runtime<int(void *)>("cudaEventSynchronize");
  check(synchronize(event(event_)));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_cuda_event_query(int64_t event_) try {
  static auto *const query = runtime<int(void *)>("cudaEventQuery");
  static auto *const clear = runtime<int()>("cudaGetLastError");
  int status = query(event(event_));
  if (status == not_ready) {
    clear();
    return 0;
  }
  check(status);
  return 1;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_cuda_event_elapsed_time(int64_t start, int64_t end, double *milliseconds) try {
  static auto *const elapsed = runtime<int(float *, void *, void *)>("cudaEventElapsedTime");
  float value = 0;
  check(elapsed(&value, event(start), event(end)));
  *milliseconds = static_cast<double>(value);
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)
