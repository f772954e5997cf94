#include "winograd_transforms.hpp"

#include <algorithm>
#include <cstring>
#include <vector>

#include "openmp.hpp"

// Who calls these functions has made sure of the instructions (see winograd.cpp).
#if defined(__x86_64__)
#define GATUN_SIMD __attribute__((target("avx2,fma")))
#else
#define GATUN_SIMD
#endif
#define GATUN_SIMD_INLINE GATUN_SIMD inline __attribute__((always_inline))

namespace gatun::winograd {

namespace {

constexpr int64_t kernel_size = 9;

// Several neighbours at once: tiles of a row, or kernels. Four, for rows that are shorter than eight.
using Float8 = float __attribute__((vector_size(32)));
using Float4 = float __attribute__((vector_size(16)));

template <class V>
constexpr int64_t lanes = sizeof(V) / sizeof(float);

template <class V>
GATUN_SIMD_INLINE void load(const float *from, V &to) {
  std::memcpy(&to, from, sizeof to);
}

template <class V>
GATUN_SIMD_INLINE void store(const V &from, float *to) {
  std::memcpy(to, &from, sizeof from);
}

// The same for the first `count` lanes: at the end of a row.
template <class V>
GATUN_SIMD_INLINE void load(const float *from, int64_t count, V &to) {
  if (count >= lanes<V>) {
    load(from, to);
  } else {
    to = V{};
    std::memcpy(&to, from, count * sizeof(float));
  }
}

template <class V>
GATUN_SIMD_INLINE void store(const V &from, int64_t count, float *to) {
  if (count >= lanes<V>) {
    store(from, to);
  } else {
    std::memcpy(to, &from, count * sizeof(float));
  }
}

// The maps, one dimension each: y = B^T x.
template <class V>
GATUN_SIMD_INLINE void window_1d(const V (&x)[6], V (&y)[6]) {
  const V even2 = x[4] - 4 * x[2], odd2 = x[3] - 4 * x[1];
  const V even1 = x[4] - x[2], odd1 = 2 * (x[3] - x[1]);
  y[0] = 4 * x[0] - 5 * x[2] + x[4];
  y[1] = even2 + odd2;
  y[2] = even2 - odd2;
  y[3] = even1 + odd1;
  y[4] = even1 - odd1;
  y[5] = 4 * x[1] - 5 * x[3] + x[5];
}

// y = A^T x
template <class V>
GATUN_SIMD_INLINE void tile_1d(const V (&x)[6], V (&y)[4]) {
  const V sum1 = x[1] + x[2], difference1 = x[1] - x[2], sum2 = x[3] + x[4], difference2 = x[3] - x[4];
  y[0] = x[0] + sum1 + sum2;
  y[1] = difference1 + 2 * difference2;
  y[2] = sum1 + 4 * sum2;
  y[3] = difference1 + 8 * difference2 + x[5];
}

// y = A x
template <class V>
GATUN_SIMD_INLINE void tile_gradient_1d(const V (&x)[4], V (&y)[6]) {
  const V even1 = x[0] + x[2], odd1 = x[1] + x[3], even2 = x[0] + 4 * x[2], odd2 = 2 * x[1] + 8 * x[3];
  y[0] = x[0];
  y[1] = even1 + odd1;
  y[2] = even1 - odd1;
  y[3] = even2 + odd2;
  y[4] = even2 - odd2;
  y[5] = x[3];
}

// y = G x
template <class V>
GATUN_SIMD_INLINE void kernel_1d(const V (&x)[3], V (&y)[6]) {
  const V sum = x[0] + x[2], even = x[0] * (1 / 24.f) + x[2] * (1 / 6.f), odd = x[1] * (1 / 12.f);
  y[0] = x[0] * (1 / 4.f);
  y[1] = (sum + x[1]) * (-1 / 6.f);
  y[2] = (sum - x[1]) * (-1 / 6.f);
  y[3] = even + odd;
  y[4] = even - odd;
  y[5] = x[2];
}

// y = G^T x
template <class V>
GATUN_SIMD_INLINE void kernel_gradient_1d(const V (&x)[6], V (&y)[3]) {
  const V sum1 = x[1] + x[2], sum2 = x[3] + x[4];
  y[0] = x[0] * (1 / 4.f) - sum1 * (1 / 6.f) + sum2 * (1 / 24.f);
  y[1] = (x[2] - x[1]) * (1 / 6.f) + (x[3] - x[4]) * (1 / 12.f);
  y[2] = (sum2 - sum1) * (1 / 6.f) + x[5];
}

// The same map down the columns of a matrix and then along its rows.
template <class V, int From, int To, void (*Map)(const V (&)[From], V (&)[To])>
GATUN_SIMD_INLINE void both_dimensions(const V (&from)[From][From], V (&to)[To][To]) {
  V half[To][From];
  for (int column = 0; column < From; column++) {
    V x[From], y[To];
    for (int row = 0; row < From; row++) {
      x[row] = from[row][column];
    }
    Map(x, y);
    for (int row = 0; row < To; row++) {
      half[row][column] = y[row];
    }
  }
  for (int row = 0; row < To; row++) {
    Map(half[row], to[row]);
  }
}

// Rows of a picture are kept as phases, four rows of every fourth pixel each: neighbouring tiles lie side by side. A phase has one pixel
// more than there are tiles, and room for whole vectors.
int64_t phase_stride(int64_t tiles) { return tiles + 1 + lanes<Float8>; }

GATUN_SIMD void split(const float *__restrict row, int64_t count, float *__restrict phases, int64_t stride) {
  for (int64_t i = 0; i < count; i++) {
    phases[i] = row[tile * i];
    phases[stride + i] = row[tile * i + 1];
    phases[2 * stride + i] = row[tile * i + 2];
    phases[3 * stride + i] = row[tile * i + 3];
  }
}

GATUN_SIMD void interleave(const float *__restrict phases, int64_t stride, int64_t count, float *__restrict row) {
  for (int64_t i = 0; i < count; i++) {
    row[tile * i] = phases[i];
    row[tile * i + 1] = phases[stride + i];
    row[tile * i + 2] = phases[2 * stride + i];
    row[tile * i + 3] = phases[3 * stride + i];
  }
}

template <class V, int Rows, void (*Map)(const V (&)[Rows], V (&)[6])>
GATUN_SIMD void map_row(const float *phases, int64_t tiles, float *to, int64_t to_stride) {
  const int64_t stride = phase_stride(tiles);
  for (int64_t i = 0; i < tiles; i += lanes<V>) {
    V from[Rows][Rows], at_points[6][6];
    for (int row = 0; row < Rows; row++) {
      for (int column = 0; column < Rows; column++) {
        load(phases + (row * tile + column % tile) * stride + i + column / tile, from[row][column]);
      }
    }
    both_dimensions<V, Rows, 6, Map>(from, at_points);
    for (int point = 0; point < points; point++) {
      store(at_points[point / 6][point % 6], tiles - i, to + point * to_stride + i);
    }
  }
}

// Windows are 6 rows that begin one before the tile, tiles 4.
template <int Rows, int Border, void (*Map8)(const Float8 (&)[Rows], Float8 (&)[6]), void (*Map4)(const Float4 (&)[Rows], Float4 (&)[6])>
void to_points(const float *pictures, Pictures shape, TileRows rows, Points to) {
  const int64_t tiles_of_row = shape.tiles_of_row();
  const int64_t tiles = (rows.end - rows.begin) * tiles_of_row;
  const int64_t stride = phase_stride(tiles_of_row);
  const int64_t all_phases = Rows * tile * stride;
  const int64_t padded = tile * (tiles_of_row + 1);
  // For each thread the phases and a row with its border, both zero where they reach over the picture.
  const int64_t size = all_phases + padded;
  std::vector<float> memory(max_parts() * size);
  parallel_for(shape.channels, [&](int64_t part, int64_t begin, int64_t end) {
    float *phases = memory.data() + part * size;
    float *bordered = phases + all_phases;
    for (int64_t channel = begin; channel < end; channel++) {
      for (int64_t row = rows.begin; row < rows.end; row++) {
        const int64_t picture = row / shape.tile_rows_of_one();
        const int64_t top = row % shape.tile_rows_of_one() * tile - Border;
        for (int i = 0; i < Rows; i++) {
          float *own = phases + i * tile * stride;
          const int64_t y = top + i;
          if (y < 0 || y >= shape.height) {
            std::memset(own, 0, tile * stride * sizeof(float));
            continue;
          }
          std::memcpy(bordered + Border, pictures + ((picture * shape.channels + channel) * shape.height + y) * shape.width,
                      shape.width * sizeof(float));
          split(bordered, tiles_of_row + 1, own, stride);
        }
        float *at_points = to.data + channel * tiles + (row - rows.begin) * tiles_of_row;
        if (tiles_of_row < lanes<Float8>) {
          map_row<Float4, Rows, Map4>(phases, tiles_of_row, at_points, to.stride);
        } else {
          map_row<Float8, Rows, Map8>(phases, tiles_of_row, at_points, to.stride);
        }
      }
    }
  });
}

// All tiles of a channel to 16 phases: four rows of pixels, each as four rows of every fourth.
GATUN_SIMD void map_tiles(const float *from, int64_t from_stride, int64_t tiles, float bias, float *phases, int64_t stride) {
  for (int64_t i = 0; i < tiles; i += lanes<Float8>) {
    Float8 at_points[6][6], pixels[4][4];
    for (int point = 0; point < points; point++) {
      load(from + point * from_stride + i, tiles - i, at_points[point / 6][point % 6]);
    }
    both_dimensions<Float8, 6, 4, tile_1d<Float8>>(at_points, pixels);
    for (int phase = 0; phase < tile * tile; phase++) {
      store(pixels[phase / 4][phase % 4] + bias, phases + phase * stride + i);
    }
  }
}

// Kernels that are transformed at a time: what fits the first cache.
constexpr int64_t block = 64;

GATUN_SIMD void map_kernels(const float (&from)[9][block], float (&to)[36][block]) {
  for (int64_t i = 0; i < block; i += lanes<Float8>) {
    Float8 kernels[3][3], at_points[6][6];
    for (int k = 0; k < 9; k++) {
      load(&from[k][i], kernels[k / 3][k % 3]);
    }
    both_dimensions<Float8, 3, 6, kernel_1d<Float8>>(kernels, at_points);
    for (int point = 0; point < points; point++) {
      store(at_points[point / 6][point % 6], &to[point][i]);
    }
  }
}

GATUN_SIMD void map_kernel_gradients(const float (&from)[36][block], float (&to)[9][block]) {
  for (int64_t i = 0; i < block; i += lanes<Float8>) {
    Float8 at_points[6][6], kernels[3][3];
    for (int point = 0; point < points; point++) {
      load(&from[point][i], at_points[point / 6][point % 6]);
    }
    both_dimensions<Float8, 6, 3, kernel_gradient_1d<Float8>>(at_points, kernels);
    for (int k = 0; k < 9; k++) {
      store(kernels[k / 3][k % 3], &to[k][i]);
    }
  }
}

}  // namespace

void windows_to_points(const float *pictures, Pictures shape, TileRows rows, Points to) {
  to_points<6, 1, window_1d<Float8>, window_1d<Float4>>(pictures, shape, rows, to);
}

void tiles_to_points(const float *pictures, Pictures shape, TileRows rows, Points to) {
  to_points<4, 0, tile_gradient_1d<Float8>, tile_gradient_1d<Float4>>(pictures, shape, rows, to);
}

void points_to_tiles(Points from, int64_t channels, const float *bias, float *pictures, Pictures shape, int64_t first_channel,
                     TileRows rows) {
  const int64_t tiles_of_row = shape.tiles_of_row();
  const int64_t tiles = (rows.end - rows.begin) * tiles_of_row;
  const int64_t stride = tiles + lanes<Float8>;
  const int64_t size = tile * tile * stride + tile * tiles_of_row;
  std::vector<float> memory(max_parts() * size);
  parallel_for(channels, [&](int64_t part, int64_t begin, int64_t end) {
    float *phases = memory.data() + part * size;
    float *pixels = phases + tile * tile * stride;
    for (int64_t channel = begin; channel < end; channel++) {
      map_tiles(from.data + channel * tiles, from.stride, tiles, bias == nullptr ? 0 : bias[channel], phases, stride);
      for (int64_t row = rows.begin; row < rows.end; row++) {
        const int64_t picture = row / shape.tile_rows_of_one();
        const int64_t top = row % shape.tile_rows_of_one() * tile;
        for (int64_t i = 0; i < std::min(tile, shape.height - top); i++) {
          interleave(phases + i * tile * stride + (row - rows.begin) * tiles_of_row, stride, tiles_of_row, pixels);
          std::memcpy(pictures + ((picture * shape.channels + first_channel + channel) * shape.height + top + i) * shape.width, pixels,
                      shape.width * sizeof(float));
        }
      }
    }
  });
}

void kernels_to_points(const float *kernels, Kernels shape, bool turned, Points to) {
  parallel_for(shape.rows, [&](int64_t, int64_t begin, int64_t end) {
    float from[9][block] = {}, at_points[36][block];
    for (int64_t row = begin; row < end; row++) {
      for (int64_t column = 0; column < shape.columns; column += block) {
        const int64_t count = std::min(block, shape.columns - column);
        const float *own = kernels + (row * shape.row_stride + column) * kernel_size;
        for (int64_t i = 0; i < count; i++) {
          for (int64_t k = 0; k < kernel_size; k++) {
            from[turned ? kernel_size - 1 - k : k][i] = own[i * kernel_size + k];
          }
        }
        map_kernels(from, at_points);
        for (int64_t point = 0; point < points; point++) {
          std::memcpy(to.data + point * to.stride + row * shape.columns + column, at_points[point], count * sizeof(float));
        }
      }
    }
  });
}

void points_to_kernels(Points from, float *kernels, Kernels shape) {
  parallel_for(shape.rows, [&](int64_t, int64_t begin, int64_t end) {
    float at_points[36][block] = {}, to[9][block];
    for (int64_t row = begin; row < end; row++) {
      for (int64_t column = 0; column < shape.columns; column += block) {
        const int64_t count = std::min(block, shape.columns - column);
        for (int64_t point = 0; point < points; point++) {
          std::memcpy(at_points[point], from.data + point * from.stride + row * shape.columns + column, count * sizeof(float));
        }
        map_kernel_gradients(at_points, to);
        float *own = kernels + (row * shape.row_stride + column) * kernel_size;
        for (int64_t i = 0; i < count; i++) {
          for (int64_t k = 0; k < kernel_size; k++) {
            own[i * kernel_size + k] = to[k][i];
          }
        }
      }
    }
  });
}

}  // namespace gatun::winograd
