#!/bin/sh
# demo.sh MINUTES: fetches a picture set through Maven, once, and runs `gatun demo` on it. The set is data, read when the
# demo runs: no module depends on it.
set -eu
cd -- "$(dirname -- "$0")/.."

pictures=train/target/pictures/iconify__json-2.2.378.jar
if [ ! -e "$pictures" ]; then
    echo "fetching the demo's pictures (88 MB, once)..." >&2
    ./scripts/mvn.sh --quiet --non-recursive dependency:copy -Dartifact=org.webjars.npm:iconify__json:2.2.378 \
        -DoutputDirectory="$PWD/train/target/pictures"
fi
# Small pictures, so that minutes are enough for both networks: 64 codes each.
exec ./gatun demo --pictures "$pictures" --minutes "$1" --size 32 --ch 64 --out runs/demo
