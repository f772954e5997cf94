#!/bin/sh
# gpu-check.sh [OPTION...]: on a machine with an NVIDIA GPU runs the tests of the bindings and the reference's fixtures on it, compares
# replayed steps with ordinary ones, times whole steps in each precision, and writes the table benchmarks/GPU.md, or OUT. LIBTORCH names a
# CUDA build of libtorch, say the `torch` folder of a Python install. The options go to `gatun gpu-check`.
#
# DEVICE=cpu tries the check itself. TESTS is a regular expression of the test classes to run. In a package made by gpu-check-pack.sh
# there is all that it needs; in a checkout it builds.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
device=${DEVICE:-cuda}

if [ -d "$here/runtime" ]; then
    root=$here
    java=$root/runtime/bin/java
    out=${OUT:-$PWD/GPU.md}
    bindings=$root/bindings
    libraries=$root/lib/*
    tests=$root/test-lib/*
    parity=$root/parity
else
    root=${here%/scripts}
    cd -- "$root"
    . ./scripts/toolchain.sh
    . ./scripts/test-classes.sh
    need_jdk
    java=$JAVA_HOME/bin/java
    out=${OUT:-$root/benchmarks/GPU.md}
    bindings=$root/native-bindings
    libraries=$(libraries)
    tests=$(test_libraries)
    parity=${DIR:-../shared/parity}
fi

if [ "$device" != cpu ]; then
    [ -e "${LIBTORCH:-}/lib/libtorch_cuda.so" ] || {
        echo "gatun: LIBTORCH=${LIBTORCH:-} has no lib/libtorch_cuda.so: name a CUDA build of libtorch, say the torch folder of a Python" \
            "install, as LIBTORCH=path." >&2
        exit 2
    }
fi

# run CLASSPATH CLASS ARGUMENT...
run() {
    classpath=$1
    shift
    # shellcheck disable=SC2086 # JAVA_OPTS holds words
    "$java" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -Djava.awt.headless=true ${JAVA_OPTS:-} -cp "$classpath" "$@"
}

log=$(mktemp)
trap 'rm -f -- "$log"' EXIT
status=0
# The tests read the sources of the bindings below their working folder.
(cd -- "$bindings" && JAVA_OPTS="-Dgatun.test.device=$device ${JAVA_OPTS:-}" \
    run "$tests:$libraries" org.gatun.torch.TestRun "${TESTS:-.*Test}") >"$log" 2>&1 || status=1
cat -- "$log"

set -- --device "$device" --out "$out" --binding-tests "$(sed -n "s:^\([0-9]* passed, .*\)$:\1:p" "$log" | tail -n 1)" "$@"
[ ! -d "$parity" ] || set -- --parity "$parity" "$@"
run "$libraries" org.gatun.cli.Gatun gpu-check "$@" || status=1
echo "the table is in $out"
exit "$status"
