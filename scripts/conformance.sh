#!/bin/sh
# Compiles conformance.cpp against the headers of the libtorch in LIBTORCH: it asserts that libtorch_abi.hpp, which the bindings
# are built with instead, declares the same types, sizes and functions.
set -eu
cd -- "$(dirname -- "$0")/.."
. ./scripts/toolchain.sh

headers=${LIBTORCH:-}/include
[ -e "$headers/ATen/ATen.h" ] || {
    echo "gatun: LIBTORCH=${LIBTORCH:-} has no include/ATen/ATen.h: name a libtorch distribution, or the torch folder of a Python" \
        "install, as \`make conformance LIBTORCH=path\`." >&2
    exit 2
}
need_build_tools

sources=native-bindings/src
# check FILE OPTION...: compiles it, and nothing more. Their warnings are not ours: -w. libtorch 2.13 wants C++20.
check() {
    file=$1
    shift
    # shellcheck disable=SC2086 # CXX holds words
    $CXX -std=c++20 -fsyntax-only -w -I "$sources/main/native" -I "$sources/generated/native" \
        -I "$headers" -I "$headers/torch/csrc/api/include" "$@" "$sources/main/conformance/$file"
}
check conformance.cpp
echo "libtorch_abi.hpp agrees with $headers"

# A CUDA build, whose headers want those of CUDA: of Python's packages beside torch, or of a toolkit.
[ -e "$headers/c10/cuda/impl/cuda_cmake_macros.h" ] || exit 0
for cuda in "${CUDA_HOME:-/usr/local/cuda}/include" "$LIBTORCH"/../nvidia/cu*/include; do
    if [ -e "$cuda/cuda_runtime_api.h" ] && [ -e "$cuda/cublas_v2.h" ]; then
        check cuda_conformance.cpp -DUSE_CUDA -I "$cuda"
        echo "cuda_abi.hpp agrees with them, and with $cuda"
        exit
    fi
done
echo "cuda_abi.hpp was not compared: there are no headers of CUDA in CUDA_HOME, /usr/local/cuda or beside $LIBTORCH" >&2
