#!/bin/sh
# demo.sh MINUTES [DEMO]: fetches picture sets, once, and runs `gatun demo` (or DEMO) on them.
set -eu
cd -- "$(dirname -- "$0")/.."

pictures=$(./scripts/pictures.sh)
# Small pictures, so that minutes are enough for both networks: 64 codes each.
demo=${2:-demo}
exec ./gatun "$demo" --pictures "$pictures" --minutes "$1" --size 32 --ch 32 --ch-mult 1,2,4 --kmeans-batches 20 --out "runs/$demo"
