#!/bin/sh
# Runs the tests of the bindings, one compiled library for all, on every version of libtorch that is supported: the default,
# then each of the list below, laid out under native-bindings/target/libtorch as a libtorch distribution is (lib/*.so).
set -eu
cd -- "$(dirname -- "$0")/.."
. ./scripts/libtorch.sh

# pytorch openblas, of org.bytedeco; what stands before the hyphen is libtorch's version
versions='2.10.0-1.5.13 0.3.31-1.5.13
2.13.0-1.5.14 0.3.31-1.5.13'
# test_bindings VERSION: a test compares it with what is loaded.
test_bindings() {
    echo "== the bindings on libtorch $1"
    GATUN_EXPECT_LIBTORCH=$1 ./scripts/mvn.sh test --projects native-bindings
}

unset LIBTORCH
test_bindings "$(sed -n 's:.*<libtorch.version>\(.*\)</libtorch.version>.*:\1:p' pom.xml)"
echo "$versions" | while read -r pytorch openblas; do
    provide_libtorch "$pytorch" "$openblas" </dev/null
    test_bindings "${pytorch%%-*}" </dev/null
done
