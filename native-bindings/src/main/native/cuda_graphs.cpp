#include "cuda_abi.hpp"
#include "marshalling.hpp"

using gatun::require;
using gatun::torch_cuda;
using gatun::cuda::DeviceGuard;
using gatun::cuda::MempoolId;

namespace {

// The memory of a CUDAGraph, and the functions on it.
struct Graph {
  alignas(64) char memory[gatun::cuda::graph_size];
};

Graph *graph(int64_t handle) noexcept { return reinterpret_cast<Graph *>(handle); }

void construct(Graph *graph) {
  // Before 2.8 it took nothing; since then, whether to keep the graph that was captured beside the one that is replayed.
  if (auto *plain = gatun::find<void(Graph *)>(torch_cuda, "_ZN2at4cuda9CUDAGraphC1Ev")) {
    plain(graph);
  } else {
    require<void(Graph *, bool)>(torch_cuda, "_ZN2at4cuda9CUDAGraphC1Eb")(graph, false);
  }
}

}  // namespace

int64_t gatun_cuda_graph_new(void) try {
  auto memory = std::make_unique<Graph>();
  construct(memory.get());
  return reinterpret_cast<int64_t>(memory.release());
}
GATUN_CATCH(0)

int32_t gatun_cuda_graph_delete(int64_t graph_) try {
  static auto *const destroy = require<void(Graph *)>(torch_cuda, "_ZN2at4cuda9CUDAGraphD1Ev");
  destroy(graph(graph_));
  delete graph(graph_);
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_cuda_graph_capture_begin(int64_t graph_, int32_t device_index, const int64_t *pool) try {
  static auto *const begin = require<void(Graph *, MempoolId, int)>(
      torch_cuda, "_ZN2at4cuda9CUDAGraph13capture_beginESt4pairIyyE21cudaStreamCaptureMode");
  const DeviceGuard guard(device_index);  // it captures what the current device's stream is asked for
  begin(graph(graph_), MempoolId(pool[0], pool[1]), gatun::cuda::capture_mode_thread_local);
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_cuda_graph_capture_end(int64_t graph_, int32_t device_index) try {
  static auto *const end = require<void(Graph *)>(torch_cuda, "_ZN2at4cuda9CUDAGraph11capture_endEv");
  const DeviceGuard guard(device_index);
  end(graph(graph_));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_cuda_graph_replay(int64_t graph_) try {
  static auto *const replay = require<void(Graph *)>(torch_cuda, "_ZN2at4cuda9CUDAGraph6replayEv");
  replay(graph(graph_));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_cuda_graph_pool(int64_t graph_, int64_t *pool) try {
  static auto *const get = require<MempoolId(Graph *)>(torch_cuda, "_ZN2at4cuda9CUDAGraph4poolEv");
  const MempoolId id = get(graph(graph_));
  pool[0] = static_cast<int64_t>(id.first);
  pool[1] = static_cast<int64_t>(id.second);
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)
