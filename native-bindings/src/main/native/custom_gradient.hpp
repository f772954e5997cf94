// Gradients of computations that libtorch does not know.
#pragma once

#include <functional>
#include <vector>

#include "libtorch_abi.hpp"

namespace gatun {

// A second count of the same tensor.
at::Tensor share(const at::TensorBase &tensor);

// An input of a computation, and its gradient as a function of the result's.
struct Differentiable {
  const at::Tensor &input;
  std::function<at::Tensor(const at::Tensor &grad_output)> gradient;
};

// Records in autograd how `result`, which was computed without it, depends on these inputs, each of which requires gradients. What a
// gradient has captured lives until the backward pass that does not keep the graph has called it, or as long as the graph.
void record_gradients(at::Tensor &result, const std::vector<Differentiable> &inputs);

}  // namespace gatun
