// The release of many tensors.
#include "floor.hpp"

using namespace floor_loops;

namespace {

constexpr int count = 1000;
int64_t tensors[count];

}  // namespace

// Before each release; not timed.
FLOOR_API int64_t floor_scope_fill(int64_t) {
  const int64_t size = 4;
  for (int64_t &tensor : tensors) {
    tensor = gatun_empty_memory_format(&size, 1, float32, cpu, 0, GATUN_ABSENT);
  }
  return 0;
}

FLOOR_API int64_t floor_scope(int64_t) {
  gatun_tensors_delete(tensors, count);
  return 0;
}
