#!/bin/sh
# Compiles floor.cpp into OUTDIR/libfloor.so (.dylib on macOS). As native-bindings' build.sh does with libtorch, it links with
# an empty library of the shim's name: at run time the dynamic loader takes the shim, loaded already, for it.
# shellcheck disable=SC2086 # CXX and CXXFLAGS hold words
set -eu

[ $# -eq 1 ] || {
    echo "usage: build.sh OUTDIR" >&2
    exit 2
}
mkdir -p -- "$1"
out=$(CDPATH='' cd -- "$1" && pwd)
cd -- "$(dirname -- "$0")"

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT

bindings=../../../../native-bindings/src
: "${CXX:=g++}"
compile() {
    $CXX -O2 -std=c++17 -fPIC -fno-plt -fvisibility=hidden -Wall -Wextra -Werror ${CXXFLAGS:-} \
        -I$bindings/main/native -I$bindings/generated/native floor.cpp "$@" -o "$work/floor"
}
case $(uname -s) in
    Linux)
        library=libfloor.so
        $CXX -shared -nostdlib -Wl,-soname,libgatun.so -x c++ /dev/null -o "$work/libgatun.so"
        compile -shared -Wl,-z,now -Wl,--no-as-needed "$work/libgatun.so"
        ;;
    Darwin) # never tried: no Mac was at hand
        library=libfloor.dylib
        compile -dynamiclib -undefined dynamic_lookup
        ;;
    *)
        echo "build.sh: $(uname -s) is not supported; Linux is." >&2
        exit 2
        ;;
esac
# A JVM may have the old one mapped: it is replaced, never written into.
mv -f -- "$work/floor" "$out/$library"
