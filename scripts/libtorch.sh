# shellcheck shell=sh
# provide_libtorch PYTORCH OPENBLAS: sets and exports LIBTORCH, a folder with the libtorch of org.bytedeco:pytorch and the OpenBLAS that
# it needs, in those versions; laid out as a libtorch distribution is (lib/*.so). Source this file at the root of the project.
provide_libtorch() {
    platform=linux-x86_64
    [ "$(uname -sm)" = 'Linux x86_64' ] || {
        echo "gatun: this needs Linux on x86_64: other builds of these versions have not been tried." >&2
        exit 2
    }
    LIBTORCH=$PWD/native-bindings/target/libtorch/${1%%-*}
    export LIBTORCH
    if [ ! -e "$LIBTORCH/lib/libtorch_cpu.so" ]; then
        mkdir -p "$LIBTORCH/lib"
        unpack openblas "$2" "$LIBTORCH/lib"
        unpack pytorch "$1" "$LIBTORCH/lib"
    fi
}

# unpack ARTIFACT VERSION DIR: the shared libraries of org.bytedeco:ARTIFACT, save those that only JavaCPP needs, into DIR.
unpack() {
    ./scripts/mvn.sh --quiet --non-recursive dependency:unpack -Dartifact="org.bytedeco:$1:$2:jar:$platform" \
        -DoutputDirectory="$3/unpacked" -Dmdep.unpack.includes='**/*.so,**/*.so.*' -Dmdep.unpack.excludes='**/libjni*,**/libgcc_s*'
    mv -- "$3/unpacked/org/bytedeco/$1/$platform"/* "$3/"
    rm -r -- "$3/unpacked"
}
