#!/bin/sh
# bench.sh [CASE]: builds the benchmarks and runs those whose name matches CASE, or all.
set -eu
cd -- "$(dirname -- "$0")/.."
. ./scripts/toolchain.sh
need_jdk
./scripts/mvn.sh --quiet process-classes --projects benchmarks --also-make -Dspotless.check.skip=true

class_path=
for module in native-bindings model train benchmarks; do
    class_path=$class_path$PWD/$module/target/classes:
done
exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -cp "$class_path$(cat benchmarks/target/gatun.classpath)" \
    org.openjdk.jmh.Main "$@"
