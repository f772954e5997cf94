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
# Their warnings are not ours: -w. libtorch 2.13 wants C++20.
# shellcheck disable=SC2086 # CXX holds words
$CXX -std=c++20 -fsyntax-only -w -I "$sources/main/native" -I "$sources/generated/native" \
    -I "$headers" -I "$headers/torch/csrc/api/include" "$sources/main/conformance/conformance.cpp"
echo "libtorch_abi.hpp agrees with $headers"
