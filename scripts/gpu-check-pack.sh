#!/bin/sh
# gpu-check-pack.sh [FILE]: packs all that gpu-check.sh needs on a machine that has an NVIDIA GPU and a CUDA build of libtorch, and
# neither a JDK, nor Maven, nor a network: a Java runtime, Gatun with its jars, the tests of the bindings, the fixtures in DIR
# (../shared/parity). There: tar xzf FILE && LIBTORCH=path gpu-check/gpu-check.sh
set -eu
cd -- "$(dirname -- "$0")/.."
. ./scripts/toolchain.sh
. ./scripts/test-classes.sh
need_jdk

file=${1:-target/gpu-check.tar.gz}
limit_mib=64
libraries=$(libraries)
tests=$(test_libraries)

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
pack=$work/gpu-check
mkdir -p "$pack/lib" "$pack/test-lib" "$pack/parity" "$pack/bindings/src/main"

# collect CLASSPATH FOLDER: its jars, and its folders of classes as jars; libtorch itself is the other machine's.
collect() {
    old_ifs=$IFS
    IFS=:
    for entry in $1; do
        case $entry in
            */pytorch-native-*) ;;
            *.jar) cp -- "$entry" "$2/" ;;
            *)
                module=${entry%/target/*}
                "$JAVA_HOME/bin/jar" --create --file "$2/gatun-${module##*/}-${entry##*/}.jar" -C "$entry" .
                ;;
        esac
    done
    IFS=$old_ifs
}
collect "$libraries" "$pack/lib"
collect "$tests" "$pack/test-lib"

"$JAVA_HOME/bin/jlink" --output "$pack/runtime" --strip-java-debug-attributes --no-header-files --no-man-pages \
    --add-modules java.desktop,java.logging,java.management,java.net.http,java.xml,jdk.httpserver,jdk.unsupported,jdk.zipfs
cp -- scripts/gpu-check.sh "$pack/"
# What tests of the bindings read.
cp -R -- native-bindings/src/main/ops native-bindings/src/main/native "$pack/bindings/src/main/"
cp -R -- native-bindings/src/generated "$pack/bindings/src/"
for fixture in "${DIR:-../shared/parity}"/*.safetensors; do
    [ ! -e "$fixture" ] || cp -- "$fixture" "$pack/parity/"
done

mkdir -p -- "$(dirname -- "$file")"
tar -C "$work" -czf "$file" gpu-check
mib=$(($(wc -c <"$file") / 1048576 + 1))
echo "$file: $mib MiB"
[ "$mib" -le "$limit_mib" ] || {
    echo "gatun: the package is larger than $limit_mib MiB." >&2
    exit 1
}
