#include "marshalling.hpp"

using gatun::BorrowedTensors;

int32_t gatun_grad_mode_is_enabled(void) { return c10::GradMode::is_enabled() ? 1 : 0; }

void gatun_grad_mode_set_enabled(int32_t enabled) { c10::GradMode::set_enabled(enabled != 0); }

int32_t gatun_autograd_grad(const int64_t *outputs, int64_t outputs_length, const int64_t *inputs, int64_t inputs_length,
                            const int64_t *grad_outputs, int64_t grad_outputs_length, int32_t retain_graph, int32_t create_graph,
                            int32_t allow_unused, int64_t *grads) try {
  const BorrowedTensors outputs_(outputs, outputs_length);
  const BorrowedTensors inputs_(inputs, inputs_length);
  const BorrowedTensors grad_outputs_(grad_outputs, grad_outputs_length);
  std::vector<at::Tensor> results = torch::autograd::grad(outputs_, inputs_, grad_outputs_, retain_graph != 0, create_graph != 0,
                                                          allow_unused != 0);
  std::vector<std::unique_ptr<at::Tensor>> allocated(results.size());
  for (size_t i = 0; i < results.size(); i++) {
    if (results[i].defined()) {
      allocated[i] = std::make_unique<at::Tensor>(std::move(results[i]));
    }
  }
  for (size_t i = 0; i < allocated.size(); i++) {
    grads[i] = allocated[i] ? gatun::own(allocated[i].release()) : GATUN_NO_TENSOR;
  }
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_autograd_backward(const int64_t *tensors, int64_t tensors_length, const int64_t *grad_tensors,
                                int64_t grad_tensors_length, int32_t retain_graph, int32_t create_graph) try {
  const BorrowedTensors tensors_(tensors, tensors_length);
  const BorrowedTensors grad_tensors_(grad_tensors, grad_tensors_length);
  torch::autograd::backward(tensors_, grad_tensors_, retain_graph != 0, create_graph != 0, {});
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int64_t gatun_tensor_grad(int64_t tensor) {
  const at::Tensor &grad = gatun::tensor(tensor).impl()->grad();
  return grad.defined() ? gatun_tensor_alias(reinterpret_cast<int64_t>(&grad)) : GATUN_NO_TENSOR;
}

int32_t gatun_tensor_clear_grad(int64_t tensor) try {
  at::Tensor &grad = gatun::tensor(tensor).impl()->mutable_grad();
  at::Tensor released(std::move(grad));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_autocast_is_enabled(int32_t device_type) try {
  return at::autocast::is_autocast_enabled(gatun::device_type_of(device_type)) ? 1 : 0;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_autocast_set_enabled(int32_t device_type, int32_t enabled) try {
  at::autocast::set_autocast_enabled(gatun::device_type_of(device_type), enabled != 0);
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_autocast_dtype(int32_t device_type) try {
  return static_cast<int32_t>(at::autocast::get_autocast_dtype(gatun::device_type_of(device_type)));
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_autocast_set_dtype(int32_t device_type, int32_t dtype) try {
  at::autocast::set_autocast_dtype(gatun::device_type_of(device_type), gatun::scalar_type(dtype));
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_autocast_clear_cache(void) try {
  at::autocast::clear_cache();
  return GATUN_OK;
}
GATUN_CATCH(GATUN_FAILED)
