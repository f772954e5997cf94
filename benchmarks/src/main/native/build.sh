#!/bin/sh
# Compiles into OUTDIR what the benchmarks compare Gatun with: libfloor.so (the loops of the floor), libgatunjni.so (JNI to the same C
# functions) and the program floor-startup. As native-bindings' build.sh does with libtorch, the libraries are linked with an empty one
# of the shim's name: at run time the dynamic loader takes the shim, loaded already, for it.
# shellcheck disable=SC2086 # CXX and CXXFLAGS hold words
set -eu

[ $# -eq 1 ] || {
    echo "usage: build.sh OUTDIR" >&2
    exit 2
}
mkdir -p -- "$1"
out=$(CDPATH='' cd -- "$1" && pwd)
cd -- "$(dirname -- "$0")"
[ ! -e "$out/built" ] || [ -n "$(find . ../../../../native-bindings/src/main/native/gatun.h \
    ../../../../native-bindings/src/generated/native -newer "$out/built")" ] || exit 0

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT

bindings=../../../../native-bindings/src
: "${CXX:=g++}"
compile() {
    $CXX -O2 -std=c++17 -fPIC -fno-plt -fvisibility=hidden -Wall -Wextra -Werror ${CXXFLAGS:-} \
        -I$bindings/main/native -I$bindings/generated/native "$@"
}
jdk_headers="-I$JAVA_HOME/include"
floor='calls.cpp copies.cpp training.cpp decoding.cpp scopes.cpp'
case $(uname -s) in
    Linux)
        jdk_headers="$jdk_headers -I$JAVA_HOME/include/linux"
        $CXX -shared -nostdlib -Wl,-soname,libgatun.so -x c++ /dev/null -o "$work/libgatun.so"
        library="-shared -Wl,-z,now -Wl,--no-as-needed $work/libgatun.so"
        suffix=so
        ;;
    Darwin) # never tried: no Mac was at hand
        jdk_headers="$jdk_headers -I$JAVA_HOME/include/darwin"
        library='-dynamiclib -undefined dynamic_lookup'
        suffix=dylib
        ;;
    *)
        echo "build.sh: $(uname -s) is not supported; Linux is." >&2
        exit 2
        ;;
esac
compile $floor $library -o "$work/libfloor.$suffix"
compile startup.cpp -ldl -o "$work/floor-startup"
compile $jdk_headers jni.cpp $library -o "$work/libgatunjni.$suffix"
# A JVM may have the old ones mapped: they are replaced, never written into.
for file in libfloor.$suffix libgatunjni.$suffix floor-startup; do
    mv -f -- "$work/$file" "$out/$file"
done
: >"$out/built"
