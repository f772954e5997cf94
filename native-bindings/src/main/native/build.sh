#!/bin/sh
# Compiles the C++ of this folder and the generated C++ into OUTDIR/libgatun.so (.dylib on macOS), unless that is newer than
# every source. CXX and CXXFLAGS are honoured.
#
# It needs neither headers nor libraries of libtorch. The library must all the same name libtorch_cpu.so and libc10.so as
# needed: the JVM loads libraries locally, so the dynamic loader looks for a symbol only in what a library says that it
# needs. Empty libraries of those names, made here, are linked in libtorch's place. At run time the loader takes the real
# ones, loaded already, for them: therefore no run path. With -z now a symbol that they lack is an error when the library is
# loaded; lazy binding would end the process at the first call.
#
# -fno-plt: with -z now the stubs that lazy binding needs would only cost time.
#
# -O3: the loops of winograd_transforms.cpp are worth vectorising.
#
# The C++ runtime is linked dynamically: libtorch's exceptions are caught here, so both must share one.
# shellcheck disable=SC2086 # CXX and CXXFLAGS hold words
set -eu

[ $# -eq 1 ] || {
    echo "usage: build.sh OUTDIR" >&2
    exit 2
}
mkdir -p -- "$1"
out=$(CDPATH='' cd -- "$1" && pwd)
cd -- "$(dirname -- "$0")"

case $(uname -s) in
    Linux) library=$out/libgatun.so ;;
    Darwin) library=$out/libgatun.dylib ;;
    *)
        echo "build.sh: $(uname -s) is not supported; Linux is." >&2
        exit 2
        ;;
esac

generated=../../generated/native
set -- .
[ ! -d "$generated" ] || set -- "$@" "$generated"
# Folders count as well: theirs is the time when a file was last added or removed.
[ ! -e "$library" ] || [ -n "$(find "$@" -newer "$library")" ] || exit 0

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
: >"$work/started"

: "${CXX:=g++}"
compilers=
for source in ./*.cpp "$generated"/*.cpp; do
    [ -e "$source" ] || continue
    name=${source##*/}
    $CXX -O3 -std=c++17 -fPIC -fno-plt -fvisibility=hidden -Wall -Wextra -Werror ${CXXFLAGS:-} -I. -I"$generated" \
        -c "$source" -o "$work/${name%.cpp}.o" &
    compilers="$compilers $!"
done
status=0
for compiler in $compilers; do
    wait "$compiler" || status=1
done
[ $status -eq 0 ] || exit 1

case $library in
    *.so)
        for name in libtorch_cpu.so libc10.so; do
            $CXX -shared -nostdlib -Wl,-soname,$name -x c++ /dev/null -o "$work/$name"
        done
        set -- -shared "$work"/*.o -Wl,-soname,libgatun.so -Wl,-z,now \
            -Wl,--push-state,--no-as-needed "$work/libtorch_cpu.so" "$work/libc10.so" -Wl,--pop-state
        ;;
    *.dylib) # never tried: no Mac was at hand
        set -- -dynamiclib -undefined dynamic_lookup "$work"/*.o
        ;;
esac
$CXX ${CXXFLAGS:-} "$@" -o "$library.new"
# As old as the start of this build: sources that were edited meanwhile are newer.
touch -r "$work/started" "$library.new"
# A JVM may have the old one mapped: it is replaced, never written into.
mv -f -- "$library.new" "$library"
