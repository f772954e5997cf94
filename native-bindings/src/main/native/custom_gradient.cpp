// libtorch's own way, a node of the graph, is a class whose layout changes from version to version; what does not is that every
// tensor takes hooks. So the graph is made of operators that move no data forward, with hooks that put the right gradients in:
//
//   input -> alias -> narrow to no rows -> reshape -> cat -> index_add_ of no rows to the result
//
// A hook on the result keeps its gradient; a hook on each alias, which comes to run after it, replaces the zeros that flow back, whose
// making is what this costs.
#include "custom_gradient.hpp"

#include <map>
#include <memory>
#include <mutex>

#include "marshalling.hpp"

namespace gatun {

namespace {

constexpr int32_t long_type = 4;  // at::ScalarType::Long

// The result's gradient in one backward pass, until as many inputs as there are have had it. A pass that does not go to all of them
// lets go of it at its end: it owns this.
struct GradOutput {
  at::Tensor value;
  size_t readers;
};

// From the result's hook to those of the inputs. Several passes may go through a graph that is kept, on several threads. It owns no
// gradient, for under create_graph that would own the graph that owns the hooks.
class GradOutputs {
 public:
  void put(const at::TensorBase &grad, size_t readers) {
    auto grad_output = std::make_shared<GradOutput>(GradOutput{grad.defined() ? share(grad) : at::Tensor(), readers});
    torch::autograd::Engine::get_default_engine().queue_callback([grad_output] {});
    std::lock_guard<std::mutex> lock(mutex_);
    for (auto pass = of_pass_.begin(); pass != of_pass_.end();) {
      pass = pass->second.expired() ? of_pass_.erase(pass) : std::next(pass);
    }
    of_pass_[torch::autograd::get_current_graph_task_id()] = grad_output;
  }

  std::shared_ptr<GradOutput> get() {
    std::lock_guard<std::mutex> lock(mutex_);
    return of_pass_.at(torch::autograd::get_current_graph_task_id()).lock();
  }

 private:
  std::mutex mutex_;
  std::map<int, std::weak_ptr<GradOutput>> of_pass_;
};

at::Tensor link(const Differentiable &each, std::shared_ptr<GradOutputs> grad_outputs, const std::vector<c10::SymInt> &no_rows) {
  at::Tensor alias = at::_ops::alias::call(each.input);
  alias._register_hook([gradient = each.gradient, grad_outputs = std::move(grad_outputs)](const at::TensorBase &) mutable {
    const std::shared_ptr<GradOutput> grad_output = grad_outputs->get();
    at::Tensor grad_input = grad_output->value.defined() ? gradient(grad_output->value) : at::Tensor();
    if (--grad_output->readers == 0) {
      grad_output->value = {};
    }
    if (!torch::autograd::get_current_graph_task_keep_graph()) {
      gradient = nullptr;  // another pass is refused by index_add_, which has let go of its own
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
  const int64_t dim = gatun_tensor_dim(reinterpret_cast<int64_t>(&result));
  std::vector<c10::SymInt> no_rows{0};
  for (int64_t i = 1; i < dim; i++) {
    no_rows.emplace_back(at::native::size(result, i));
  }
  const auto grad_outputs = std::make_shared<GradOutputs>();
  std::vector<at::Tensor> links;
  for (const Differentiable &each : inputs) {
    links.push_back(link(each, grad_outputs, no_rows));
  }
  const at::Tensor no_index = at::_ops::zeros::call({no_rows.data(), 1}, scalar_type(long_type), {}, {}, {});
  const at::Tensor none = at::_ops::cat::call(at::ITensorListRef(at::TensorList{links.data(), links.size()}), 0);
  at::_ops::index_add_::call(result, 0, no_index, none, at::Scalar(int64_t{1}));
  result._register_hook([grad_outputs, readers = links.size()](const at::TensorBase &grad) {
    grad_outputs->put(grad, readers);
    return at::TensorBase();
  });
}

}  // namespace gatun
