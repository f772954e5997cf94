#!/bin/sh
# bench.sh [CASE]: measures one case, or all, on every system, and prints lines `case system ns_per_op ratio_to_floor`. All cases
# together write benchmarks/RESULTS.md and its chart. FORKS is the number of forks (5), GATUN_PYTHON a Python that has torch. A run that
# was stopped continues where it stopped.
set -eu
cd -- "$(dirname -- "$0")/.."
. ./scripts/toolchain.sh
. ./scripts/libtorch.sh
need_jdk

./scripts/mvn.sh --quiet process-classes --activate-profiles bench --projects benchmarks --also-make -Dspotless.check.skip=true

# version_of PROPERTY: what benchmarks/pom.xml says.
version_of() {
    sed -n "s:.*<$1>\(.*\)</$1>.*:\1:p" benchmarks/pom.xml
}
pytorch=$(version_of bytedeco.pytorch.version)
openblas=$(version_of bytedeco.openblas.version)
provide_libtorch "$pytorch" "$openblas"
# Its pool of threads would fight libtorch's; Gatun sees to that by itself, the others do not.
export OPENBLAS_NUM_THREADS=1

results=benchmarks/target/results/${1:-all}
# One case takes a minute: it is measured anew.
[ $# -eq 0 ] || rm -rf -- "$results"
"$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true \
    -Dgatun.benchmarks.libtorch="$pytorch, openblas $openblas" \
    -Dgatun.benchmarks.shim="$PWD/native-bindings/target/classes/org/gatun/torch/native/linux-x86_64/libgatun.so" \
    -Dgatun.benchmarks.python="${GATUN_PYTHON:-python3}" \
    -cp "$PWD/benchmarks/target/classes:$PWD/native-bindings/target/classes:$PWD/model/target/classes:$(cat benchmarks/target/gatun.classpath)" \
    org.gatun.benchmarks.Bench "$results" "${FORKS:-5}" "$@"
# A whole table is written: the next run measures anew.
[ $# -gt 0 ] || rm -rf -- "$results.last"
[ $# -gt 0 ] || mv -- "$results" "$results.last"
