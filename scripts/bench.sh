#!/bin/sh
# bench.sh [CASE]: measures one case, or all, on every system, and prints lines `case system ns_per_op ratio_to_floor`. All cases
# together write benchmarks/RESULTS.md and its chart. FORKS is the number of forks (5), GATUN_PYTHON a Python that has torch.
#
# A run of all cases that was stopped continues where it stopped; its results are in benchmarks/target/results/all, and in all.last
# once it is whole. To measure a case of it again (something else ran meanwhile), rename all.last to all, delete the folder of the case
# in it and run this again: the tables are written anew.
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
# A thread that spins while it waits for another one takes the CPU that the other one needs, where something else runs too.
export OMP_WAIT_POLICY=passive

# The first Python that has torch, if any; one that is named is taken, whatever it has.
python=${GATUN_PYTHON:-}
for each in python3 /usr/bin/python3 /usr/local/bin/python3; do
    [ -z "$python" ] || break
    ! "$each" -c 'import torch' 2>/dev/null || python=$each
done

results=benchmarks/target/results/${1:-all}
# One case takes a minute: it is measured anew.
[ $# -eq 0 ] || rm -rf -- "$results"
"$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true \
    -Dgatun.benchmarks.libtorch="$pytorch, openblas $openblas" \
    -Dgatun.benchmarks.shim="$PWD/native-bindings/target/classes/org/gatun/torch/native/linux-x86_64/libgatun.so" \
    -Dgatun.benchmarks.python="${python:-python3}" \
    -cp "$PWD/benchmarks/target/classes:$PWD/native-bindings/target/classes:$PWD/model/target/classes:$(cat benchmarks/target/gatun.classpath)" \
    org.gatun.benchmarks.Bench "$results" "${FORKS:-5}" "$@"
# A whole table is written: the next run measures anew.
[ $# -gt 0 ] || rm -rf -- "$results.last"
[ $# -gt 0 ] || mv -- "$results" "$results.last"
