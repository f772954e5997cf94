#!/bin/sh
# Compiles the C++ behind gatun.h with AddressSanitizer and UndefinedBehaviorSanitizer and runs on it first a C++ program, where leaks
# count too, then the tests of the bindings in JVMs. libtorch is as ever: of what it does with memory, only its calls of malloc, free
# and the like are watched. TESTS names some of the tests: TESTS='ForeignMemory*,DLPack*'.
set -eu
cd -- "$(dirname -- "$0")/.."
. ./scripts/toolchain.sh
need_jdk
need_build_tools
runtime=$($CXX -print-file-name=libasan.so)
[ "$(uname -s)" = Linux ] && [ -e "$runtime" ] || {
    echo "gatun: this needs Linux, and a GCC with its libasan." >&2
    exit 2
}

bindings=native-bindings
sources=$bindings/src
options='-g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=undefined'
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
trap 'exit 130' INT TERM

./scripts/mvn.sh --quiet test-compile dependency:build-classpath -Dmdep.outputFile="$work/classpath" --projects $bindings
echo 'void main() { IO.println(org.gatun.torch.LibTorch.folder()); }' >"$work/Folder.java"
libtorch=$("$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -cp "$bindings/target/classes:$(cat "$work/classpath")" \
    "$work/Folder.java")

# The tests take the library beside the classes: this one is there meanwhile.
shim=$(echo "$PWD/$bindings"/target/classes/org/gatun/torch/native/*)
mv -- "$shim/libgatun.so" "$work/"
trap 'mv -f -- "$work/libgatun.so" "$shim/"; rm -rf -- "$work"' EXIT
CXXFLAGS=$options $sources/main/native/build.sh "$shim"

# shellcheck disable=SC2086 # CXX and options hold words
$CXX -std=c++17 -O1 $options -I $sources/main/native -I $sources/generated/native $sources/test/native/soak.cpp -o "$work/soak" \
    "$shim/libgatun.so" "$libtorch/libtorch_cpu.so" "$libtorch/libc10.so" -Wl,--unresolved-symbols=ignore-in-shared-libs
echo "== soak.cpp"
LD_LIBRARY_PATH=$shim:$libtorch "$work/soak"

echo "== the tests of the bindings"
# The JVM handles these signals itself, and leaves memory to the end of the process. Two tests ask for far too much memory: malloc may
# return null for one, but an operator new that fails ends the process here, so the other is left out. So are those that measure resident
# memory: the sanitizer holds back what is freed, to find who uses it.
# The C++ runtime comes along, or the sanitizer would not find the function that throws.
mkdir "$work/bin"
cat >"$work/bin/java" <<JAVA
#!/bin/sh
export LD_PRELOAD="$runtime $($CXX -print-file-name=libstdc++.so.6)"
export ASAN_OPTIONS=handle_segv=0:handle_sigbus=0:handle_sigfpe=0:handle_sigill=0:detect_leaks=0:allocator_may_return_null=1
exec "$JAVA_HOME/bin/java" "\$@"
JAVA
chmod +x "$work/bin/java"
left_out='!TorchExceptionTest#operatorNewThatFails*,!TrainingTest#thousandsOfSteps*,!CpuCachingAllocatorTest#aThreadThatEnds*'
./scripts/mvn.sh surefire:test --projects $bindings -Djvm="$work/bin/java" -Dtest="${TESTS:-*Test},$left_out" \
    -Dsurefire.failIfNoSpecifiedTests=false
