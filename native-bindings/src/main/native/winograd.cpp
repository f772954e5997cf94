// 3x3 convolutions of float32 on the CPU by Winograd's minimal filtering: 36 multiplications for 16 pixels instead of 144. Between
// the transforms lie 36 products of matrices, which are libtorch's.
#include <memory>
#include <string>

#include "custom_gradient.hpp"
#include "marshalling.hpp"
#include "openmp.hpp"
#include "winograd_transforms.hpp"

using gatun::share;
using namespace gatun::winograd;

namespace {

constexpr int32_t float32 = 6;  // at::ScalarType::Float
constexpr int32_t cpu = 0;      // at::DeviceType::CPU

// Tiles that are computed at a time, and values of a transformed weight: 36 times as many floats stay in the last cache.
constexpr int64_t tiles_at_a_time = 256;
constexpr int64_t weights_at_a_time = 32768;
// Between two matrices, so that they do not begin in the same lines of the first cache.
constexpr int64_t gap = 16;
// Below, the transforms cost more than they save: measured with pictures of 8x8 to 64x64.
constexpr int64_t min_channels = 64;
constexpr int64_t min_tiles = 32;
constexpr int64_t min_channels_and_tiles = 4096;  // multiplied

#if defined(__x86_64__)
bool has_instructions() { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"); }
// Where the direct convolution is twice as fast, this one has not been measured.
bool has_wider_instructions() { return __builtin_cpu_supports("avx512f"); }
#else
bool has_instructions() { return true; }
bool has_wider_instructions() { return true; }
#endif

int64_t handle(const at::Tensor &tensor) { return reinterpret_cast<int64_t>(&tensor); }

int64_t dim(const at::Tensor &tensor) { return gatun_tensor_dim(handle(tensor)); }

int64_t size(const at::Tensor &tensor, int64_t dim) { return at::native::size(tensor, dim); }

float *data(const at::Tensor &tensor) { return reinterpret_cast<float *>(gatun_tensor_data_ptr(handle(tensor))); }

bool is_float32_on_cpu(const at::Tensor &tensor) {
  return gatun_tensor_dtype(handle(tensor)) == float32 && gatun_tensor_device_type(handle(tensor)) == cpu;
}

bool is_dense_float32_on_cpu(const at::Tensor &tensor) {
  if (!is_float32_on_cpu(tensor)) {
    return false;
  }
  int64_t dense = 1;
  for (int64_t i = dim(tensor) - 1; i >= 0; i--) {
    if (size(tensor, i) != 1 && at::native::stride(tensor, i) != dense) {
      return false;
    }
    dense *= size(tensor, i);
  }
  return true;
}

bool fit(const at::Tensor &input, const at::Tensor &weight) {
  return dim(input) == 4 && dim(weight) == 4 && size(weight, 1) == size(input, 1) && size(weight, 2) == 3 && size(weight, 3) == 3;
}

at::Tensor empty(std::initializer_list<int64_t> sizes) {
  return at::_ops::empty_memory_format::call(gatun::sym_ints(sizes.begin(), sizes.size()), gatun::scalar_type(float32), {}, {}, {}, {});
}

at::Tensor contiguous(const at::Tensor &tensor) { return at::_ops::contiguous::call(tensor, at::MemoryFormat{}); }

Pictures shape_of(const at::Tensor &pictures) { return {size(pictures, 0), size(pictures, 1), size(pictures, 2), size(pictures, 3)}; }

// Room for 36 matrices (rows, columns).
class Matrices {
 public:
  Matrices(int64_t rows, int64_t columns) : memory_(empty({points * (rows * columns + gap)})) {}

  Points of(int64_t rows, int64_t columns) { return {data(memory_), rows * columns + gap}; }

  // (36, rows, columns), or transposed (36, columns, rows): what of(rows, columns) has filled.
  at::Tensor view(int64_t rows, int64_t columns, bool transposed = false) const {
    const c10::SymInt sizes[] = {points, transposed ? columns : rows, transposed ? rows : columns};
    const c10::SymInt strides[] = {rows * columns + gap, transposed ? 1 : columns, transposed ? columns : 1};
    return at::_ops::as_strided::call(memory_, {sizes, 3}, {strides, 3}, {});
  }

 private:
  at::Tensor memory_;
};

// How a convolution of these pictures is cut: along the tiles or, where they are few, along the channels of the result.
struct Cut {
  int64_t rows, channels;

  Cut(Pictures shape, int64_t in_channels, int64_t out_channels) {
    rows = std::clamp<int64_t>(tiles_at_a_time / shape.tiles_of_row(), 1, shape.tile_rows());
    channels = rows < shape.tile_rows() ? out_channels : std::clamp<int64_t>(weights_at_a_time / in_channels, 1, out_channels);
  }
};

// (B, in, H, W) to (B, out, H, W). The weight is (out, in, 3, 3); turned, it is (in, out, 3, 3) with its kernels rotated.
at::Tensor convolve(const at::Tensor &input, const at::Tensor &weight, bool turned, const float *bias) {
  const Pictures in = shape_of(input);
  const Pictures out = {in.batch, size(weight, turned ? 1 : 0), in.height, in.width};
  at::Tensor result = empty({out.batch, out.channels, out.height, out.width});
  const Cut cut(in, in.channels, out.channels);
  const int64_t most_tiles = cut.rows * in.tiles_of_row();
  Matrices windows(in.channels, most_tiles), kernels(cut.channels, in.channels);
  const at::Tensor products = empty({points * cut.channels * most_tiles});

  for (int64_t channel = 0; channel < out.channels; channel += cut.channels) {
    const int64_t channels = std::min(cut.channels, out.channels - channel);
    const Kernels shape = turned ? Kernels{in.channels, channels, out.channels} : Kernels{channels, in.channels, in.channels};
    const float *own = data(weight) + channel * (turned ? 1 : in.channels) * 9;
    kernels_to_points(own, shape, turned, kernels.of(shape.rows, shape.columns));
    const at::Tensor kernels_view = kernels.view(shape.rows, shape.columns, turned);  // (36, out, in)

    for (int64_t row = 0; row < in.tile_rows(); row += cut.rows) {
      const TileRows rows = {row, std::min(row + cut.rows, in.tile_rows())};
      const int64_t tiles = (rows.end - rows.begin) * in.tiles_of_row();
      if (channel == 0) {  // channels are cut only where all tiles fit at once, so the windows stay
        windows_to_points(data(input), in, rows, windows.of(in.channels, tiles));
      }
      const c10::SymInt sizes[] = {points, channels, tiles};
      const c10::SymInt strides[] = {channels * tiles, tiles, 1};
      at::Tensor product = at::_ops::as_strided::call(products, {sizes, 3}, {strides, 3}, {});
      at::_ops::bmm_out::call(kernels_view, windows.view(in.channels, tiles), product);
      points_to_tiles({data(products), channels * tiles}, channels, bias == nullptr ? nullptr : bias + channel, data(result), out,
                      channel, rows);
    }
  }
  return result;
}

// The gradient (out, in, 3, 3) of the weight.
at::Tensor weight_gradient(const at::Tensor &input, const at::Tensor &grad_output) {
  const Pictures in = shape_of(input);
  const Pictures out = shape_of(grad_output);
  at::Tensor result = empty({out.channels, in.channels, 3, 3});
  const int64_t rows_at_a_time = Cut(in, in.channels, out.channels).rows;
  const int64_t most_tiles = rows_at_a_time * in.tiles_of_row();
  Matrices windows(in.channels, most_tiles), tiles(out.channels, most_tiles);
  const c10::SymInt sizes[] = {points, out.channels, in.channels};
  at::Tensor sum = at::_ops::zeros::call({sizes, 3}, gatun::scalar_type(float32), {}, {}, {});
  for (int64_t row = 0; row < in.tile_rows(); row += rows_at_a_time) {
    const TileRows rows = {row, std::min(row + rows_at_a_time, in.tile_rows())};
    const int64_t count = (rows.end - rows.begin) * in.tiles_of_row();
    windows_to_points(data(input), in, rows, windows.of(in.channels, count));
    tiles_to_points(data(grad_output), out, rows, tiles.of(out.channels, count));
    at::_ops::baddbmm_::call(sum, tiles.view(out.channels, count), windows.view(in.channels, count, true), at::Scalar(1.0),
                             at::Scalar(1.0));
  }
  points_to_kernels({data(sum), out.channels * in.channels}, data(result), {out.channels, in.channels, in.channels});
  return result;
}

// A tensor that a gradient needs, and whether it still is what it was: libtorch looks at that for its own operators only.
class Saved {
 public:
  explicit Saved(const at::Tensor &tensor) : tensor_(share(tensor)), version_(tensor._version()) {}

  const at::Tensor &get() const {
    if (tensor_._version() != version_) {
      throw std::runtime_error("one of the tensors that a convolution's gradient needs was modified in place: it is at version " +
                               std::to_string(tensor_._version()) + ", expected version " + std::to_string(version_));
    }
    return tensor_;
  }

 private:
  at::Tensor tensor_;
  int64_t version_;
};

// Gradients that are differentiated in turn are libtorch's. The gradient of an input does not depend on that input: its shape is enough.
at::Tensor differentiable_gradient(bool of_input, const at::Tensor &grad_output, const at::Tensor &input, const at::Tensor &weight) {
  const c10::SymInt one[] = {1, 1};
  const c10::SymInt zero[] = {0, 0};
  auto gradients = at::_ops::convolution_backward::call(grad_output, input, weight, {}, {one, 2}, {one, 2}, {one, 2}, false, {zero, 2},
                                                        1, {of_input, !of_input, false});
  return std::move(of_input ? std::get<0>(gradients) : std::get<1>(gradients));
}

gatun::Differentiable differentiable_input(const at::Tensor &input, const at::Tensor &weight) {
  return {input, [weight = std::make_shared<const Saved>(weight)](const at::Tensor &grad_output) {
            if (!c10::GradMode::is_enabled()) {
              return convolve(contiguous(grad_output), weight->get(), true, nullptr);
            }
            const Pictures out = shape_of(grad_output);
            const at::Tensor like_input = empty({out.batch, size(weight->get(), 1), out.height, out.width});
            return differentiable_gradient(true, grad_output, like_input, weight->get());
          }};
}

gatun::Differentiable differentiable_weight(const at::Tensor &input, const at::Tensor &weight) {
  return {weight, [input = std::make_shared<const Saved>(input)](const at::Tensor &grad_output) {
            if (!c10::GradMode::is_enabled()) {
              return weight_gradient(input->get(), contiguous(grad_output));
            }
            const at::Tensor like_weight = empty({size(grad_output, 1), size(input->get(), 1), 3, 3});
            return differentiable_gradient(false, grad_output, input->get(), like_weight);
          }};
}

gatun::Differentiable differentiable_bias(const at::Tensor &bias) {
  return {bias, [](const at::Tensor &grad_output) {
            const int64_t dims[] = {0, 2, 3};
            return at::_ops::sum_dim_IntList::call(grad_output, {at::IntArrayRef{dims, 3}}, false, {});
          }};
}

void require(bool condition, const char *what) {
  if (!condition) {
    throw std::invalid_argument(std::string("Winograd's convolution needs ") + what);
  }
}

}  // namespace

int32_t gatun_winograd_is_faster(int64_t pictures, int64_t channels) try {
  static const bool machine = has_instructions() && !has_wider_instructions() && at::Context::hasMKL();
  const at::Tensor &pictures_ = gatun::tensor(pictures);
  if (!machine || dim(pictures_) != 4 || !is_float32_on_cpu(pictures_) ||
      at::autocast::is_autocast_enabled(gatun::device_type_of(cpu))) {
    return 0;
  }
  const Pictures shape = shape_of(pictures_);
  const int64_t tiles = shape.tile_rows() * shape.tiles_of_row();
  const bool most_are_complete = 4 * shape.batch * shape.height * shape.width >= 3 * tiles * tile * tile;
  return channels >= min_channels && tiles >= min_tiles && channels * tiles >= min_channels_and_tiles && most_are_complete;
}
GATUN_CATCH(GATUN_FAILED)

int32_t gatun_winograd_pays(int64_t input, int64_t weight) try {
  const at::Tensor &input_ = gatun::tensor(input);
  const at::Tensor &weight_ = gatun::tensor(weight);
  if (!fit(input_, weight_)) {
    return 0;
  }
  const int32_t faster = gatun_winograd_is_faster(input, std::min(size(weight_, 0), size(weight_, 1)));
  return faster != 1 ? faster : is_dense_float32_on_cpu(input_) && is_dense_float32_on_cpu(weight_);
}
GATUN_CATCH(GATUN_FAILED)

int64_t gatun_winograd_conv2d(int64_t input, int64_t weight, int64_t bias) try {
  const at::Tensor &input_ = gatun::tensor(input);
  const at::Tensor &weight_ = gatun::tensor(weight);
  const at::Tensor *bias_ = bias == GATUN_NO_TENSOR ? nullptr : &gatun::tensor(bias);
  require(has_instructions(), "a CPU with AVX2 and FMA");
  require(fit(input_, weight_) && (bias_ == nullptr || (dim(*bias_) == 1 && size(*bias_, 0) == size(weight_, 0))),
          "a weight (out, in, 3, 3) and a bias (out) that fit an input (B, in, H, W)");
  require(is_dense_float32_on_cpu(input_) && is_dense_float32_on_cpu(weight_) && (bias_ == nullptr || is_dense_float32_on_cpu(*bias_)),
          "contiguous tensors of float32 on the CPU");
  require(size(input_, 0) > 0 && size(input_, 1) > 0 && size(input_, 2) > 0 && size(input_, 3) > 0 && size(weight_, 0) > 0,
          "tensors that are not empty");

  auto result = std::make_unique<at::Tensor>(convolve(input_, weight_, false, bias_ == nullptr ? nullptr : data(*bias_)));
  if (c10::GradMode::is_enabled()) {
    std::vector<gatun::Differentiable> inputs;
    if (input_.impl()->requires_grad()) {
      inputs.push_back(differentiable_input(input_, weight_));
    }
    if (weight_.impl()->requires_grad()) {
      inputs.push_back(differentiable_weight(input_, weight_));
    }
    if (bias_ != nullptr && bias_->impl()->requires_grad()) {
      inputs.push_back(differentiable_bias(*bias_));
    }
    gatun::record_gradients(*result, inputs);
  }
  return gatun::own(result.release());
}
GATUN_CATCH(GATUN_NO_TENSOR)
