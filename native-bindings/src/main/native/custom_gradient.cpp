// libtorch's own way, a node of the graph, is a class whose layout changes from version to version; what does not is that every
// tensor takes hooks. So the graph is made of operators that move no data, with hooks that put the right gradients in:
//
//   input -> alias -> narrow to no rows -> reshape -> cat -> index_add_ of no rows to the result
//
// A hook on the result keeps its gradient; a hook on each alias, which comes to run after it, replaces the zeros that flow back.
#include "custom_gradient.hpp"

#include <memory>

#include "marshalling.hpp"

namespace gatun {

namespace {

constexpr int32_t int64 = 4;  // at::ScalarType::Long

// The result's gradient, from its hook to those of the inputs, and how many of these have still to come.
struct GradOutput {
  at::Tensor value;
  size_t readers = 0;
};

at::Tensor link(const Differentiable &each, std::shared_ptr<GradOutput> grad_output, const std::vector<c10::SymInt> &no_rows) {
  at::Tensor alias = at::_ops::alias::call(each.input);
  alias._register_hook([gradient = each.gradient, grad_output = std::move(grad_output)](const at::TensorBase &) -> at::TensorBase {
    at::Tensor grad_input = gradient(grad_output->value);
    if (--grad_output->readers == 0) {
      at::Tensor released(std::move(grad_output->value));
    }
    return at::TensorBase(std::move(grad_input));
  });
  return at::_ops::reshape::call(at::_ops::narrow::call(alias, 0, 0, 0), {no_rows.data(), no_rows.size()});
}

}  // namespace

at::Tensor share(const at::TensorBase &tensor) {
  void *handle = nullptr;
  if (aoti_torch_new_tensor_handle(const_cast<at::TensorBase *>(&tensor), &handle) != 0) {
    throw std::bad_alloc();
  }
  at::Tensor shared(std::move(*static_cast<at::Tensor *>(handle)));
  aoti_torch_delete_tensor_object(handle);
  return shared;
}

void record_gradients(at::Tensor &result, const std::vector<Differentiable> &inputs) {
  if (inputs.empty()) {
    return;
  }
  int64_t dim = 0;
  aoti_torch_get_dim(&result, &dim);
  std::vector<c10::SymInt> no_rows{0};
  for (int64_t i = 1; i < dim; i++) {
    no_rows.emplace_back(at::native::size(result, i));
  }
  const auto grad_output = std::make_shared<GradOutput>();
  std::vector<at::Tensor> links;
  for (const Differentiable &each : inputs) {
    links.push_back(link(each, grad_output, no_rows));
  }
  const at::Tensor no_index = at::_ops::zeros::call({no_rows.data(), 1}, scalar_type(int64), {}, {}, {});
  const at::Tensor none = at::_ops::cat::call(at::ITensorListRef(at::TensorList{links.data(), links.size()}), 0);
  at::_ops::index_add_::call(result, 0, no_index, none, at::Scalar(int64_t{1}));
  result._register_hook([grad_output, readers = links.size()](const at::TensorBase &grad) -> at::TensorBase {
    grad_output->value = share(grad);
    grad_output->readers = readers;
    return {};
  });
}

}  // namespace gatun
