#!/bin/sh
# Runs the tests of the bindings, one compiled library for all, on every version of libtorch that is supported: the default,
# then each of the list below, laid out under native-bindings/target/libtorch as a libtorch distribution is (lib/*.so).
set -eu
cd -- "$(dirname -- "$0")/.."

# pytorch openblas, of org.bytedeco; what stands before the hyphen is libtorch's version
versions='2.10.0-1.5.13 0.3.31-1.5.13
2.13.0-1.5.14 0.3.31-1.5.13'
platform=linux-x86_64
[ "$(uname -sm)" = 'Linux x86_64' ] || {
    echo "gatun: test-versions needs Linux on x86_64: other builds of these versions have not been tried." >&2
    exit 2
}

# unpack ARTIFACT VERSION DIR: the shared libraries of org.bytedeco:ARTIFACT, save those that only JavaCPP needs, into DIR.
unpack() {
    ./scripts/mvn.sh --quiet --non-recursive dependency:unpack -Dartifact="org.bytedeco:$1:$2:jar:$platform" \
        -DoutputDirectory="$3/unpacked" -Dmdep.unpack.includes='**/*.so,**/*.so.*' -Dmdep.unpack.excludes='**/libjni*,**/libgcc_s*'
    mv -- "$3/unpacked/org/bytedeco/$1/$platform"/* "$3/"
    rm -r -- "$3/unpacked"
}

# test_bindings VERSION: a test compares it with what is loaded.
test_bindings() {
    echo "== the bindings on libtorch $1"
    GATUN_EXPECT_LIBTORCH=$1 ./scripts/mvn.sh test --projects native-bindings
}

unset LIBTORCH
test_bindings "$(sed -n 's:.*<libtorch.version>\(.*\)</libtorch.version>.*:\1:p' pom.xml)"
echo "$versions" | while read -r pytorch openblas; do
    version=${pytorch%%-*}
    LIBTORCH=$PWD/native-bindings/target/libtorch/$version
    export LIBTORCH
    if [ ! -e "$LIBTORCH/lib/libtorch_cpu.so" ]; then
        mkdir -p "$LIBTORCH/lib"
        unpack openblas "$openblas" "$LIBTORCH/lib"
        unpack pytorch "$pytorch" "$LIBTORCH/lib"
    fi
    test_bindings "$version" </dev/null
done
