// The linear maps around the products of Winograd's convolution F(4x4, 3x3), on plain memory: Lavin and Gray, "Fast Algorithms for
// Convolutional Neural Networks" (2016), section 4.3. Pictures are cut into tiles of 4x4; each becomes a value at 36 points.
#pragma once

#include <cstdint>

namespace gatun::winograd {

constexpr int64_t tile = 4;
constexpr int64_t points = 36;

// Pictures (batch, channels, height, width), dense, of which the last tiles may be incomplete.
struct Pictures {
  int64_t batch, channels, height, width;

  int64_t tile_rows_of_one() const { return (height + tile - 1) / tile; }
  int64_t tile_rows() const { return batch * tile_rows_of_one(); }
  int64_t tiles_of_row() const { return (width + tile - 1) / tile; }
};

// Some rows of tiles, counted through the pictures of a batch.
struct TileRows {
  int64_t begin, end;
};

// 36 matrices, `stride` values apart.
struct Points {
  float *data;
  int64_t stride;
};

// Each channel of 6x6 windows (a tile and the border of one that its convolution reads), to (channels, tiles): B^T d B.
void windows_to_points(const float *pictures, Pictures shape, TileRows rows, Points to);

// The transposed map of points_to_tiles, for the gradient of its result, to (channels, tiles): A g A^T.
void tiles_to_points(const float *pictures, Pictures shape, TileRows rows, Points to);

// From (channels, tiles), and the bias, a number a channel or null, on top: A^T m A. `first_channel` of the pictures is the first of m.
void points_to_tiles(Points from, int64_t channels, const float *bias, float *pictures, Pictures shape, int64_t first_channel,
                     TileRows rows);

// A matrix (rows, columns) of 3x3 kernels, whose rows lie `row_stride` kernels apart.
struct Kernels {
  int64_t rows, columns, row_stride;
};

// To (rows, columns): G w G^T; `turned` by 180 degrees before, as the gradient of an input wants them.
void kernels_to_points(const float *kernels, Kernels shape, bool turned, Points to);

// The transposed map, for the gradient of kernels, from (rows, columns): G^T u G.
void points_to_kernels(Points from, float *kernels, Kernels shape);

}  // namespace gatun::winograd
