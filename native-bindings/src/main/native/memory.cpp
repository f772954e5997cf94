#include <atomic>
#include <stdexcept>

#include "marshalling.hpp"

namespace {

struct Token {
  int64_t value;
  Token *next;
};

// Storages may die on any thread, also on libtorch's own: they only push their token, without a lock and without calling Java.
std::atomic<Token *> released{nullptr};
std::atomic<int64_t> released_count{0};
static_assert(sizeof released_count == sizeof(int64_t));

void push(Token *token) noexcept {
  token->next = released.load(std::memory_order_relaxed);
  while (!released.compare_exchange_weak(token->next, token, std::memory_order_release, std::memory_order_relaxed)) {
  }
  released_count.fetch_add(1, std::memory_order_release);
}

// DLPack's type codes: 0 signed, 1 unsigned, 2 float, 4 bfloat, 6 bool; the numbers on the left are c10::ScalarType's.
DLDataType data_type(int32_t dtype) {
  switch (dtype) {
    case 0: return {1, 8, 1};
    case 1: return {0, 8, 1};
    case 2: return {0, 16, 1};
    case 3: return {0, 32, 1};
    case 4: return {0, 64, 1};
    case 5: return {2, 16, 1};
    case 6: return {2, 32, 1};
    case 7: return {2, 64, 1};
    case 11: return {6, 8, 1};
    case 15: return {4, 16, 1};
    default: throw std::invalid_argument("memory can't be viewed as scalar type " + std::to_string(dtype));
  }
}

}  // namespace

int64_t gatun_tensor_from_memory(void *data, const int64_t *sizes, const int64_t *strides, int64_t dim, int32_t dtype,
                                 int64_t token) try {
  constexpr int32_t cpu = 1;
  DLManagedTensor managed{};
  managed.dl_tensor = {data,
                       {cpu, 0},
                       static_cast<int32_t>(dim),
                       data_type(dtype),
                       const_cast<int64_t *>(sizes),
                       const_cast<int64_t *>(strides),
                       0};
  auto node = std::make_unique<Token>(Token{token, nullptr});
  // libtorch copies sizes and strides, and keeps of `managed` nothing but the data pointer and this deleter.
  at::Tensor tensor = at::fromDLPack(&managed, [node = node.get()](void *) { push(node); });
  node.release();  // the storage's from now on
  return gatun::own(new at::Tensor(std::move(tensor)));
}
GATUN_CATCH(GATUN_NO_TENSOR)

const int64_t *gatun_released_count(void) { return reinterpret_cast<const int64_t *>(&released_count); }

int64_t gatun_take_released(int64_t *tokens, int64_t capacity) {
  Token *list = released.exchange(nullptr, std::memory_order_acquire);
  int64_t taken = 0;
  while (list != nullptr && taken < capacity) {
    Token *next = list->next;
    tokens[taken++] = list->value;
    delete list;
    list = next;
  }
  released_count.fetch_sub(taken, std::memory_order_relaxed);
  while (list != nullptr) {  // no room: back they go
    Token *next = list->next;
    released_count.fetch_sub(1, std::memory_order_relaxed);
    push(list);
    list = next;
  }
  return taken;
}
