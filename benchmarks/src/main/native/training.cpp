// A two-layer net of width 64 on a batch of 8: forward and backward, and AdamW's fused step. The learning rate is 0, so that the numbers
// stay what they are: gradients that vanish would become subnormal, and those are slow.
#include "floor.hpp"

using namespace floor_loops;

namespace {

constexpr int64_t batch = 8;
constexpr int64_t width = 64;
constexpr int32_t mean = 1;  // at::Reduction::Mean
constexpr int parameter_count = 4;

int64_t random(int64_t rows, int64_t columns) {
  const int64_t size[] = {rows, columns};
  return gatun_randn(size, 2, float32, cpu, 0);
}

int64_t parameter(const int64_t *size, int64_t dim) {
  int64_t leaf = gatun_randn(size, dim, float32, cpu, 0);
  gatun_requires_grad_(leaf, 1);
  return leaf;
}

// The tensors live as long as the process.
struct Net {
  const int64_t matrix[2] = {width, width};
  int64_t x = random(batch, width);
  int64_t target = random(batch, width);
  int64_t parameters[parameter_count] = {parameter(matrix, 2), parameter(matrix, 1), parameter(matrix, 2), parameter(matrix, 1)};
  int64_t exp_avgs[parameter_count];
  int64_t exp_avg_sqs[parameter_count];
  int64_t steps[parameter_count];

  Net() {
    for (int i = 0; i < parameter_count; i++) {
      exp_avgs[i] = gatun_zeros_like(parameters[i], GATUN_ABSENT, GATUN_ABSENT, GATUN_ABSENT, GATUN_ABSENT);
      exp_avg_sqs[i] = gatun_zeros_like(parameters[i], GATUN_ABSENT, GATUN_ABSENT, GATUN_ABSENT, GATUN_ABSENT);
      steps[i] = gatun_zeros(nullptr, 0, float32, cpu, 0);
    }
  }
};

Net &net() {
  static Net instance;
  return instance;
}

// The gradients are the caller's.
int64_t forward_backward(const Net &net, int64_t *grads) {
  int64_t failed = 0;
  const int64_t *p = net.parameters;
  Result hidden(gatun_linear(net.x, p[0], p[1]), failed);
  Result activated(gatun_relu(hidden), failed);
  Result y(gatun_linear(activated, p[2], p[3]), failed);
  Result loss(gatun_mse_loss(y, net.target, mean), failed);
  const int64_t outputs[] = {loss};
  failed += gatun_autograd_grad(outputs, 1, p, parameter_count, nullptr, 0, 0, 0, 0, grads) != GATUN_OK;
  return failed;
}

int64_t adamw_step(const Net &net, const int64_t *grads) {
  constexpr int n = parameter_count;
  int64_t failed = 0;
  const int32_t previous = gatun_grad_mode_is_enabled();
  gatun_grad_mode_set_enabled(0);
  failed += gatun__foreach_add__Scalar(net.steps, n, GATUN_SCALAR_INT, 1) != GATUN_OK;
  failed += gatun__fused_adamw_(net.parameters, n, grads, n, net.exp_avgs, n, net.exp_avg_sqs, n, nullptr, 0, net.steps, n, 0, 0.9,
                                0.999, 0.01, 1e-8, 0, 0, GATUN_NO_TENSOR, GATUN_NO_TENSOR) != GATUN_OK;
  gatun_grad_mode_set_enabled(previous);
  return failed;
}

}  // namespace

FLOOR_API int64_t floor_net(int64_t n) {
  int64_t failed = 0;
  int64_t grads[parameter_count];
  for (int64_t i = 0; i < n; i++) {
    failed += forward_backward(net(), grads);
    gatun_tensors_delete(grads, parameter_count);
  }
  return failed;
}

FLOOR_API int64_t floor_optimizer(int64_t n) {
  int64_t grads[parameter_count];
  int64_t failed = forward_backward(net(), grads);
  for (int64_t i = 0; i < n; i++) {
    failed += adamw_step(net(), grads);
  }
  gatun_tensors_delete(grads, parameter_count);
  return failed;
}

FLOOR_API int64_t floor_train_step(int64_t n) {
  int64_t failed = 0;
  int64_t grads[parameter_count];
  for (int64_t i = 0; i < n; i++) {
    failed += forward_backward(net(), grads);
    failed += adamw_step(net(), grads);
    gatun_tensors_delete(grads, parameter_count);
  }
  return failed;
}
