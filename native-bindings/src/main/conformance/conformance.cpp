// Not part of the shim: compiled where a libtorch with headers is at hand (`make conformance LIBTORCH=...`), it asserts that
// libtorch_abi.hpp tells the truth about types, sizes and signatures. It compiles or it does not; there is nothing to run.
#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>
#include <ATen/DLConvertor.h>
#include <ATen/NativeFunctions.h>
#include <ATen/Operators.h>
#include <ATen/Parallel.h>
#include <ATen/autocast_mode.h>
#include <c10/core/CPUAllocator.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/engine.h>
#include <torch/csrc/inductor/aoti_torch/c/shim.h>

#include <type_traits>

#define GATUN_LAYOUT(type, size, alignment, trivial) \
  static_assert(sizeof(type) == size && alignof(type) == alignment && std::is_trivially_copyable_v<type> == trivial, #type);
#include "abi_layout.inc"

#define GATUN_SAME(expression, ...) static_assert(std::is_same_v<decltype(expression), __VA_ARGS__>, #expression);
#define GATUN_OPERATOR(name, ...) GATUN_SAME(&at::_ops::name::call, std::add_pointer_t<__VA_ARGS__>)
#include "ops_signatures.inc"
#include "internal_ops_signatures.inc"

using Tensors = std::vector<at::Tensor>;
GATUN_SAME(&torch::autograd::grad,
           Tensors (*)(const Tensors &, const Tensors &, const Tensors &, std::optional<bool>, bool, bool))
GATUN_SAME(&torch::autograd::backward, void (*)(const Tensors &, const Tensors &, std::optional<bool>, bool, const Tensors &))
GATUN_SAME(&torch::autograd::get_current_graph_task_id, int (*)())
GATUN_SAME(&torch::autograd::get_current_graph_task_keep_graph, bool (*)())
GATUN_SAME(&torch::autograd::Engine::get_default_engine, torch::autograd::Engine &(*)())
GATUN_SAME(&torch::autograd::Engine::queue_callback, void (torch::autograd::Engine::*)(std::function<void()>))
GATUN_SAME(static_cast<at::Tensor (*)(DLManagedTensor *, std::function<void(void *)>)>(&at::fromDLPack),
           at::Tensor (*)(DLManagedTensor *, std::function<void(void *)>))
GATUN_SAME(&at::autocast::is_autocast_enabled, bool (*)(at::DeviceType))
GATUN_SAME(&at::autocast::set_autocast_enabled, void (*)(at::DeviceType, bool))
GATUN_SAME(&at::autocast::get_autocast_dtype, at::ScalarType (*)(at::DeviceType))
GATUN_SAME(&at::autocast::set_autocast_dtype, void (*)(at::DeviceType, at::ScalarType))
GATUN_SAME(&at::autocast::clear_cache, void (*)())
GATUN_SAME(&c10::GradMode::is_enabled, bool (*)())
GATUN_SAME(&c10::GradMode::set_enabled, void (*)(bool))
GATUN_SAME(&at::set_num_threads, void (*)(int))
GATUN_SAME(&at::get_num_threads, int (*)())
GATUN_SAME(&at::get_num_interop_threads, size_t (*)())
GATUN_SAME(static_cast<int64_t (*)(const at::Tensor &, int64_t)>(&at::native::size), int64_t (*)(const at::Tensor &, int64_t))
GATUN_SAME(static_cast<int64_t (*)(const at::Tensor &, int64_t)>(&at::native::stride), int64_t (*)(const at::Tensor &, int64_t))
GATUN_SAME(&at::globalContext, at::Context &(*)())
GATUN_SAME(&at::Context::allowTF32CuBLAS, bool (at::Context::*)() const)
GATUN_SAME(&at::Context::setAllowTF32CuDNN, void (at::Context::*)(bool))
GATUN_SAME(&at::Context::benchmarkCuDNN, bool (at::Context::*)() const)
GATUN_SAME(&at::Context::setBenchmarkCuDNN, void (at::Context::*)(bool))
GATUN_SAME(static_cast<void (at::Context::*)(const std::string &)>(&at::Context::setFloat32MatmulPrecision),
           void (at::Context::*)(const std::string &))
GATUN_SAME(&at::Context::hasMKL, bool (*)())
GATUN_SAME(&at::show_config, std::string (*)())
GATUN_SAME(&at::detail::getDefaultCPUGenerator, const at::Generator &(*)())
GATUN_SAME(&at::CPUGeneratorImpl::set_current_seed, void (at::CPUGeneratorImpl::*)(uint64_t))
GATUN_SAME(&at::CPUGeneratorImpl::set_state, void (at::CPUGeneratorImpl::*)(const c10::TensorImpl &))
GATUN_SAME(&at::CPUGeneratorImpl::get_state, c10::intrusive_ptr<c10::TensorImpl> (at::CPUGeneratorImpl::*)() const)
GATUN_SAME(&c10::GetCPUAllocator, c10::Allocator *(*)())
GATUN_SAME(&c10::SetCPUAllocator, void (*)(c10::Allocator *, uint8_t))
// All that an allocator must have.
struct Allocator final : c10::Allocator {
  c10::DataPtr allocate(size_t n) override;
  bool is_simple_data_ptr(const c10::DataPtr &data_ptr) const override;
  c10::DeleterFnPtr raw_deleter() const override;
  void copy_data(void *dest, const void *src, size_t count) const override;
};
static_assert(!std::is_abstract_v<Allocator>);
GATUN_SAME(&at::TensorBase::_version, int64_t (at::TensorBase::*)() const)
using Hook = std::function<at::TensorBase(const at::TensorBase &)>;
struct Protected : at::TensorBase {
  using at::TensorBase::_register_hook;
};
GATUN_SAME(static_cast<unsigned (at::TensorBase::*)(Hook) const>(&Protected::_register_hook),
           unsigned (at::TensorBase::*)(Hook) const)
static_assert(sizeof(at::TensorBase) == sizeof(at::Tensor));
GATUN_SAME(&c10::TensorImpl::requires_grad, bool (c10::TensorImpl::*)() const)
GATUN_SAME(&c10::TensorImpl::mutable_grad, at::Tensor &(c10::TensorImpl::*)())
GATUN_SAME(&c10::TensorImpl::grad, const at::Tensor &(c10::TensorImpl::*)() const)

GATUN_SAME(&aoti_torch_new_tensor_handle, AOTITorchError (*)(AtenTensorHandle, AtenTensorHandle *))
GATUN_SAME(&aoti_torch_delete_tensor_object, AOTITorchError (*)(AtenTensorHandle))
GATUN_SAME(&aoti_torch_get_numel, AOTITorchError (*)(AtenTensorHandle, int64_t *))
GATUN_SAME(&aoti_torch_get_sizes, AOTITorchError (*)(AtenTensorHandle, int64_t **))
GATUN_SAME(&aoti_torch_get_data_ptr, AOTITorchError (*)(AtenTensorHandle, void **))
GATUN_SAME(&aoti_torch_get_device_index, AOTITorchError (*)(AtenTensorHandle, int32_t *))
static_assert(std::is_same_v<AOTITorchError, int32_t>);

// gatun.h's numbers are libtorch's.
static_assert(static_cast<int>(at::ScalarType::Long) == 4 && static_cast<int>(at::ScalarType::Float) == 6 &&
              static_cast<int>(at::ScalarType::BFloat16) == 15 && static_cast<int>(at::ScalarType::Bool) == 11);
static_assert(static_cast<int>(at::DeviceType::CPU) == 0 && static_cast<int>(at::DeviceType::CUDA) == 1);
static_assert(static_cast<int>(at::MemoryFormat::Contiguous) == 0 && static_cast<int>(at::MemoryFormat::Preserve) == 1 &&
              static_cast<int>(at::MemoryFormat::ChannelsLast) == 2);
static_assert(static_cast<int>(c10::IListRefTag::Unboxed) == 0);
static_assert(at::Reduction::None == 0 && at::Reduction::Mean == 1 && at::Reduction::Sum == 2);
