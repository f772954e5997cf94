// Memory into a tensor and back: by copies, and by views of it.
#include <cstring>
#include <vector>

#include "floor.hpp"

using namespace floor_loops;

namespace {

std::vector<float> source;
std::vector<float> target;

}  // namespace

// Before the other two; not timed.
FLOOR_API int64_t floor_copy_size(int64_t floats) {
  source.assign(floats, 1.0f);
  target.assign(floats, 0.0f);
  return 0;
}

FLOOR_API int64_t floor_copy(int64_t n) {
  const int64_t size = static_cast<int64_t>(source.size());
  int64_t failed = 0;
  for (int64_t i = 0; i < n; i++) {
    Result tensor(gatun_empty_memory_format(&size, 1, float32, cpu, 0, GATUN_ABSENT), failed);
    void *data = reinterpret_cast<void *>(gatun_tensor_data_ptr(tensor));
    std::memcpy(data, source.data(), size * sizeof(float));
    std::memcpy(target.data(), data, size * sizeof(float));
  }
  return failed + (target[size - 1] != 1.0f);
}

FLOOR_API int64_t floor_view(int64_t n) {
  const int64_t size = static_cast<int64_t>(source.size());
  int64_t failed = 0;
  for (int64_t i = 0; i < n; i++) {
    {
      Result tensor(gatun_tensor_from_memory(source.data(), &size, nullptr, 1, float32, cpu, 0, release_queue(), i), failed);
      failed += reinterpret_cast<float *>(gatun_tensor_data_ptr(tensor))[size - 1] != 1.0f;
    }
    int64_t token;
    gatun_take_released(release_queue(), &token, 1);
  }
  return failed;
}
