#!/bin/sh
# bench.sh [CASE]: runs one case, or all, on every system, and prints lines `case system ns_per_op ratio_to_floor`. All cases
# together write benchmarks/RESULTS.md. JMH runs the forks of one benchmark in a row; here they take turns, so that what else
# the machine does falls on all systems alike.
set -eu
cd -- "$(dirname -- "$0")/.."
. ./scripts/toolchain.sh
need_jdk

forks=5
sources=benchmarks/src/main/java/org/gatun/benchmarks
cases=$(cd -- "$sources" && printf '%s\n' *Benchmark.java |
    sed -e 's/Benchmark.java//' -e 's/\(.\)\([A-Z]\)/\1-\2/g' | tr '[:upper:]' '[:lower:]')
case "
$cases
" in
    *"
${1:-$cases}
"*) ;;
    *)
        echo "gatun: there is no case $1; the cases are: $(echo "$cases" | paste -s -d " " -)" >&2
        exit 2
        ;;
esac

./scripts/mvn.sh --quiet process-classes --activate-profiles bench --projects benchmarks --also-make -Dspotless.check.skip=true
class_path=$PWD/benchmarks/target/classes:$PWD/native-bindings/target/classes:$(cat benchmarks/target/gatun.classpath)
bench_java() {
    "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -cp "$class_path" "$@"
}

# Mul4GradBenchmark is the class of mul4-grad.
pattern="(?i)\\.$(printf '%s' "${1:-.*}" | tr -d -)Benchmark\\."
results=$PWD/benchmarks/target/results/${1:-all}
rm -rf -- "$results"
mkdir -p -- "$results"
fork=1
while [ $fork -le $forks ]; do
    echo "fork $fork of $forks..." >&2
    bench_java org.openjdk.jmh.Main "$pattern" -f 1 -wi 5 -w 300ms -i 5 -r 300ms -foe true -prof gc \
        -rf json -rff "$results/$fork.json" >"$results/$fork.log" 2>&1 || {
        echo "gatun: the benchmark failed; the end of $results/$fork.log:" >&2
        tail -n 30 -- "$results/$fork.log" >&2
        exit 1
    }
    fork=$((fork + 1))
done
if [ $# -eq 0 ]; then
    bench_java org.gatun.benchmarks.Report "$results" benchmarks/RESULTS.md
else
    bench_java org.gatun.benchmarks.Report "$results"
fi
