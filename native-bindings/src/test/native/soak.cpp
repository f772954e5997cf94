// Ownership across gatun.h without a JVM, for a sanitizer to watch (`make sanitize`): foreign memory, views, DLPack both ways, lists,
// several results, saved tensors, graphs with hooks, refused calls, in random order on several threads. Every block of foreign memory
// is its own allocation, freed as soon as its token comes back: a use after that is an error, and so is what is left at the end.
#include <cstdio>
#include <cstdlib>
#include <map>
#include <mutex>
#include <queue>
#include <random>
#include <thread>
#include <vector>

#include "dlpack.hpp"
#include "gatun.h"

namespace {

constexpr int threads = 4;
constexpr int rounds = 2500;  // of each thread
constexpr int64_t rows = 16;
constexpr int64_t row_stride = 24;  // floats; a tensor's rows have 16, the rest is padding
constexpr int32_t float32 = 6;

void check(bool condition, const char *what) {
  if (!condition) {
    std::fprintf(stderr, "soak: %s: %s\n", what, gatun_last_error());
    std::abort();
  }
}

// What Java's ReleaseQueue does.
class ForeignMemory {
 public:
  int64_t wrap() {
    auto *data = static_cast<float *>(std::malloc(rows * row_stride * sizeof(float)));
    for (int64_t i = 0; i < rows * row_stride; i++) {
      data[i] = 1;
    }
    int64_t token = add(data);
    const int64_t sizes[] = {rows, rows};
    const int64_t strides[] = {row_stride, 1};
    int64_t tensor = gatun_tensor_from_memory(data, sizes, strides, 2, float32, 0, 0, queue_, token);
    check(tensor != GATUN_NO_TENSOR, "from_memory");
    check(gatun_tensor_data_ptr(tensor) == reinterpret_cast<int64_t>(data), "the memory was copied");
    return tensor;
  }

  // A shape that libtorch refuses: the memory stays the caller's.
  void wrap_in_vain() {
    float data[1] = {};
    const int64_t sizes[] = {-1};
    check(gatun_tensor_from_memory(data, sizes, nullptr, 1, float32, 0, 0, queue_, -1) == GATUN_NO_TENSOR, "a negative size");
  }

  void free_released() {
    int64_t tokens[7];
    while (int64_t taken = gatun_take_released(queue_, tokens, 7)) {
      std::lock_guard<std::mutex> lock(mutex_);
      for (int64_t i = 0; i < taken; i++) {
        auto found = blocks_.find(tokens[i]);
        check(found != blocks_.end(), "a token that nobody gave, or that came twice");
        std::free(found->second);
        blocks_.erase(found);
      }
    }
  }

  size_t held() const { return blocks_.size(); }

 private:
  int64_t add(float *data) {
    std::lock_guard<std::mutex> lock(mutex_);
    blocks_[++last_token_] = data;
    return last_token_;
  }

  int64_t queue_ = gatun_release_queue_new();
  std::mutex mutex_;
  std::map<int64_t, float *> blocks_;
  int64_t last_token_ = 0;
};

// Out and in again; the capsule goes to the tensor, to nobody, or is refused first.
template <class Managed>
int64_t through_dlpack(int64_t tensor, int32_t versioned, std::mt19937 &random) {
  void *managed = gatun_dlpack_export(tensor, versioned);
  check(managed != nullptr, "export");
  DLTensor &described = static_cast<Managed *>(managed)->dl_tensor;
  if (random() % 2) {
    int32_t device = described.device.device_type;
    described.device.device_type = 99;
    check(gatun_dlpack_import(managed, versioned) == GATUN_NO_TENSOR, "a foreign device");
    described.device.device_type = device;
  }
  if (random() % 2) {
    gatun_dlpack_delete(managed, versioned);
    return gatun_tensor_alias(tensor);
  }
  int64_t back = gatun_dlpack_import(managed, versioned);
  check(back != GATUN_NO_TENSOR, "import");
  check(gatun_tensor_data_ptr(back) == gatun_tensor_data_ptr(tensor), "DLPack copied");
  return back;
}

// Another tensor over the same storage.
int64_t derived(int64_t tensor, std::mt19937 &random) {
  switch (random() % 4) {
    case 0: return gatun_narrow(tensor, 0, 0, rows / 2);
    case 1: return gatun_tensor_alias(tensor);
    case 2: return through_dlpack<DLManagedTensor>(tensor, 0, random);
    default: return through_dlpack<DLManagedTensorVersioned>(tensor, 1, random);
  }
}

// A graph with hooks, used once or dropped as it is, or refused because its weight has changed.
void convolve_by_winograd(int64_t tensor, std::mt19937 &random) {
  const int64_t kernel[] = {2, 1, 3, 3};
  const int64_t picture[] = {1, 1, rows, -1};
  int64_t weight = gatun_ones(kernel, 4, float32, GATUN_ABSENT, GATUN_ABSENT);
  const bool frozen = random() % 2;
  int64_t bias = GATUN_NO_TENSOR;
  if (!frozen) {
    const int64_t size[] = {2};
    bias = gatun_ones(size, 1, float32, GATUN_ABSENT, GATUN_ABSENT);
    gatun_requires_grad_(bias, 1);
  }
  int64_t input = gatun_reshape(tensor, picture, 4);
  int64_t own = gatun_contiguous(input, 0);
  int64_t leaf = gatun_ones_like(own, GATUN_ABSENT, GATUN_ABSENT, GATUN_ABSENT, GATUN_ABSENT);
  gatun_requires_grad_(leaf, 1);
  int64_t differentiable = gatun_mul_Tensor(leaf, own);
  int64_t result = gatun_winograd_conv2d(differentiable, weight, bias);
  check(result != GATUN_NO_TENSOR, "winograd_conv2d");
  int64_t sum = gatun_sum(result, GATUN_ABSENT);
  int64_t grad = GATUN_NO_TENSOR;
  switch (random() % 4) {
    case 0: break;
    case 1: {  // a gradient that has a graph itself, of which only a part is asked for
      int64_t inner = random() % 2 ? leaf : result;
      int64_t square = gatun_mul_Tensor(result, result);
      int64_t norm = gatun_sum(square, GATUN_ABSENT);
      check(gatun_autograd_grad(&norm, 1, &inner, 1, nullptr, 0, 1, 1, 0, &grad) == GATUN_OK, "a differentiable gradient");
      const int64_t left[] = {square, norm, grad};
      gatun_tensors_delete(left, 3);
      break;
    }
    case 2:
      check(gatun_autograd_grad(&sum, 1, &leaf, 1, nullptr, 0, 0, 0, 0, &grad) == GATUN_OK, "the gradient of a convolution");
      gatun_tensor_delete(grad);
      break;
    default:
      check(gatun_mul__Scalar(weight, GATUN_SCALAR_FLOAT, 0x3ff0000000000000) == GATUN_OK, "mul_");
      check(gatun_autograd_grad(&sum, 1, &leaf, 1, nullptr, 0, 0, 0, 0, &grad) == GATUN_FAILED, "a changed weight");
      break;
  }
  const int64_t left[] = {weight, input, own, leaf, differentiable, result, sum, bias};
  gatun_tensors_delete(left, frozen ? 7 : 8);
}

void use(int64_t tensor, std::mt19937 &random) {
  switch (random() % 5) {
    case 0: {
      int64_t length = 0;
      int64_t *list = gatun_unbind_int(tensor, 0, &length);
      check(list != nullptr, "unbind");
      gatun_tensors_delete(list, length);
      gatun_list_free(list);
      break;
    }
    case 1: {
      int64_t results[2];
      check(gatun_topk(tensor, 3, -1, 1, 1, results) == GATUN_OK, "topk");
      gatun_tensors_delete(results, 2);
      break;
    }
    case 2: check(gatun_narrow(tensor, 0, 0, 1000) == GATUN_NO_TENSOR, "narrow out of range"); break;
    case 3: convolve_by_winograd(tensor, random); break;
    default: check(gatun_mul__Scalar(tensor, GATUN_SCALAR_FLOAT, 0x3ff0000000000000) == GATUN_OK, "mul_"); break;  // by 1.0
  }
}

// Closes the tensor, which is needed for a gradient once more.
void drop_saved(int64_t tensor) {
  const int64_t size[] = {1};
  int64_t weight = gatun_ones(size, 1, float32, GATUN_ABSENT, GATUN_ABSENT);
  gatun_requires_grad_(weight, 1);
  int64_t product = gatun_mul_Tensor(weight, tensor);
  int64_t sum = gatun_sum(product, GATUN_ABSENT);
  gatun_tensor_delete(product);
  gatun_tensor_delete(tensor);
  int64_t grad = GATUN_NO_TENSOR;
  check(gatun_autograd_grad(&sum, 1, &weight, 1, nullptr, 0, 0, 0, 0, &grad) == GATUN_OK, "grad");
  double value = 0;
  check(gatun_tensor_item_double(grad, &value) == GATUN_OK && value >= rows, "the gradient's value");
  const int64_t left[] = {weight, sum, grad};
  gatun_tensors_delete(left, 3);
}

// Tensors that another thread is to close.
class Handed {
 public:
  // Gives one, and takes the oldest of those that are there.
  int64_t exchange(int64_t tensor) {
    std::lock_guard<std::mutex> lock(mutex_);
    tensors_.push(tensor);
    if (tensors_.size() <= threads) {
      return GATUN_NO_TENSOR;
    }
    int64_t oldest = tensors_.front();
    tensors_.pop();
    return oldest;
  }

  void close() {
    for (; !tensors_.empty(); tensors_.pop()) {
      gatun_tensor_delete(tensors_.front());
    }
  }

 private:
  std::mutex mutex_;
  std::queue<int64_t> tensors_;
};

void soak(ForeignMemory &memory, Handed &handed, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<int64_t> open;
  for (int round = 0; round < rounds; round++) {
    int64_t tensor = memory.wrap();
    if (random() % 8 == 0) {
      memory.wrap_in_vain();
    }
    open.push_back(derived(tensor, random));
    use(tensor, random);
    open.push_back(tensor);
    int64_t copy = gatun_clone(tensor, GATUN_ABSENT);
    check(copy != GATUN_NO_TENSOR, "clone");
    int64_t anothers = handed.exchange(copy);
    if (anothers != GATUN_NO_TENSOR) {
      open.push_back(anothers);
    }
    while (open.size() > random() % 64) {
      size_t at = random() % open.size();
      std::swap(open[at], open.back());
      if (random() % 2) {
        gatun_tensor_delete(open.back());
      } else {
        drop_saved(open.back());
      }
      open.pop_back();
      memory.free_released();
    }
  }
  gatun_tensors_delete(open.data(), static_cast<int64_t>(open.size()));
}

// On several threads at once.
int run(ForeignMemory &memory, const char *allocator) {
  Handed handed;
  std::vector<std::thread> running;
  for (unsigned seed = 0; seed < threads; seed++) {
    running.emplace_back([&, seed] { soak(memory, handed, seed); });
  }
  for (std::thread &thread : running) {
    thread.join();
  }
  handed.close();
  memory.free_released();
  std::printf("%s: %d rounds on each of %d threads; live tensors %ld, memory held %zu\n", allocator, rounds, threads,
              static_cast<long>(gatun_live_tensors()), memory.held());
  return gatun_live_tensors() == 0 && memory.held() == 0 ? 0 : 1;
}

}  // namespace

int main() {
  check(gatun_disable_backtraces() == GATUN_OK, "disable_backtraces");
  static ForeignMemory memory;  // its queue is never freed, so something must point to it at the end
  const int plain = run(memory, "libtorch's allocator");
  // Blocks that are kept hide a use after free, so this comes second; what threads keep must be freed with them.
  check(gatun_cache_cpu_blocks() == 1, "cache_cpu_blocks");
  return plain + run(memory, "blocks kept");
}
