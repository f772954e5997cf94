#include <atomic>

#include "dlpack.hpp"
#include "marshalling.hpp"

namespace {

struct Token {
  int64_t value;
  Token *next;
};

// Storages may die on any thread, also on libtorch's own: they only push their token, without a lock and without calling Java.
struct ReleaseQueue {
  std::atomic<int64_t> count{0};  // first: Java reads it at the queue's address
  std::atomic<Token *> first{nullptr};

  void push(Token *token) noexcept {
    token->next = first.load(std::memory_order_relaxed);
    while (!first.compare_exchange_weak(token->next, token, std::memory_order_release, std::memory_order_relaxed)) {
    }
    count.fetch_add(1, std::memory_order_release);
  }
};
static_assert(sizeof(std::atomic<int64_t>) == sizeof(int64_t));

ReleaseQueue &queue_of(int64_t handle) noexcept { return *reinterpret_cast<ReleaseQueue *>(handle); }

}  // namespace

int64_t gatun_release_queue_new(void) try { return reinterpret_cast<int64_t>(new ReleaseQueue()); }
GATUN_CATCH(0)

int64_t gatun_tensor_from_memory(void *data, const int64_t *sizes, const int64_t *strides, int64_t dim, int32_t dtype,
                                 int32_t device_type, int32_t device_index, int64_t queue, int64_t token) try {
  DLTensor memory{data,
                  gatun::dl_device(device_type, device_index),
                  static_cast<int32_t>(dim),
                  gatun::dl_data_type(dtype),
                  const_cast<int64_t *>(sizes),
                  const_cast<int64_t *>(strides),
                  0};
  auto node = std::make_unique<Token>(Token{token, nullptr});
  auto *tensor = new at::Tensor(
      gatun::over_memory(memory, [queue, node = node.get()] { queue_of(queue).push(node); }));
  node.release();  // the storage's from now on
  return gatun::own(tensor);
}
GATUN_CATCH(GATUN_NO_TENSOR)

int64_t gatun_take_released(int64_t queue, int64_t *tokens, int64_t capacity) {
  ReleaseQueue &released = queue_of(queue);
  Token *list = released.first.exchange(nullptr, std::memory_order_acquire);
  int64_t taken = 0;
  while (list != nullptr && taken < capacity) {
    Token *next = list->next;
    tokens[taken++] = list->value;
    delete list;
    list = next;
  }
  released.count.fetch_sub(taken, std::memory_order_relaxed);
  while (list != nullptr) {  // no room: back they go
    Token *next = list->next;
    released.count.fetch_sub(1, std::memory_order_relaxed);
    released.push(list);
    list = next;
  }
  return taken;
}
