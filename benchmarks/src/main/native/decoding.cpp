// One decode step of a GPT of 8 layers and width 256, 8 heads, with 128 positions in its KV cache.
#include "floor.hpp"

using namespace floor_loops;

namespace {

constexpr int layers = 8;
constexpr int64_t width = 256;
constexpr int64_t heads = 8;
constexpr int64_t vocabulary = 512;
constexpr int64_t capacity = 256;
constexpr int64_t position = 128;

template <class... Sizes>
int64_t random(Sizes... sizes) {
  const int64_t size[] = {sizes...};
  return gatun_randn(size, sizeof...(sizes), float32, cpu, 0);
}

struct Linear {
  int64_t weight;
  int64_t bias;
  Linear(int64_t out, int64_t in) : weight(random(out, in)), bias(random(out)) {}
  int64_t operator()(int64_t x) const { return gatun_linear(x, weight, bias); }
};

struct LayerNorm {
  int64_t weight = random(width);
  int64_t bias = random(width);
  int64_t operator()(int64_t x) const { return gatun_layer_norm(x, &width, 1, weight, bias, 1e-5, 1); }
};

int64_t add(int64_t a, int64_t b) { return gatun_add_Tensor(a, b, GATUN_SCALAR_INT, 1); }

struct Block {
  LayerNorm ln1, ln2;
  Linear query{width, width}, key{width, width}, value{width, width}, proj{width, width};
  Linear fc{4 * width, width}, out{width, 4 * width};
  int64_t keys = random(int64_t{1}, heads, capacity, width / heads);
  int64_t values = random(int64_t{1}, heads, capacity, width / heads);

  // What it returns is the caller's.
  int64_t forward(int64_t x, int64_t &failed) const {
    const int64_t split[] = {1, heads, 1, width / heads};
    const int64_t joined[] = {1, 1, width};
    Result h(ln1(x), failed);
    Result q(query(h), failed), k(key(h), failed), v(value(h), failed);
    Result qh(gatun_view(q, split, 4), failed), kh(gatun_view(k, split, 4), failed), vh(gatun_view(v, split, 4), failed);
    Result key_slot(gatun_narrow(keys, 2, position, 1), failed), value_slot(gatun_narrow(values, 2, position, 1), failed);
    failed += gatun_copy_(key_slot, kh, 0) != GATUN_OK;
    failed += gatun_copy_(value_slot, vh, 0) != GATUN_OK;
    Result past_keys(gatun_narrow(keys, 2, 0, position + 1), failed), past_values(gatun_narrow(values, 2, 0, position + 1), failed);
    Result attended(
        gatun_scaled_dot_product_attention(qh, past_keys, past_values, GATUN_NO_TENSOR, 0, 0, 0, 0, 0), failed);
    Result rows(gatun_view(attended, joined, 3), failed);
    Result projected(proj(rows), failed);
    Result residual(add(x, projected), failed);
    Result normed(ln2(residual), failed);
    Result expanded(fc(normed), failed);
    Result activated(gatun_gelu(expanded, "none"), failed);
    Result contracted(out(activated), failed);
    return add(residual, contracted);
  }
};

// The tensors live as long as the process.
struct Gpt {
  int64_t token_embedding = random(vocabulary, width);
  int64_t position_embedding = random(int64_t{1}, capacity, width);
  int64_t token = [] {
    const int64_t size[] = {1, 1};
    return gatun_zeros(size, 2, int64, cpu, 0);
  }();
  Block blocks[layers];
  LayerNorm ln_f;
  int64_t head = random(vocabulary, width);

  int64_t step() const {
    int64_t failed = 0;
    Result embedded(gatun_embedding(token_embedding, token, -1, 0), failed);
    Result at(gatun_narrow(position_embedding, 1, position, 1), failed);
    int64_t x = add(embedded, at);
    for (const Block &block : blocks) {
      Result input(x, failed);
      x = block.forward(input, failed);
    }
    Result last(x, failed);
    Result normed(ln_f(last), failed);
    Result logits(gatun_linear(normed, head, GATUN_NO_TENSOR), failed);
    return failed;
  }
};

}  // namespace

FLOOR_API int64_t floor_decode(int64_t n) {
  static const Gpt gpt;
  const int32_t previous = gatun_grad_mode_is_enabled();
  gatun_grad_mode_set_enabled(0);
  int64_t failed = 0;
  for (int64_t i = 0; i < n; i++) {
    failed += gpt.step();
  }
  gatun_grad_mode_set_enabled(previous);
  return failed;
}
