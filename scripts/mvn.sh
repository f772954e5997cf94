#!/bin/sh
# Maven at the root of the project, on a JDK 25, with a C++ compiler at hand: ./scripts/mvn.sh test -pl model -am
set -eu
cd -- "$(dirname -- "$0")/.."
. ./scripts/toolchain.sh
need_jdk
need_build_tools
# A log wants no colours and no progress bars.
[ -t 1 ] || set -- --batch-mode --no-transfer-progress "$@"
exec "$MVN" "$@"
