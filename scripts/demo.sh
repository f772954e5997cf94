#!/bin/sh
# demo.sh MINUTES [DEMO]: fetches picture sets, once, and runs `gatun demo` (or DEMO) on them.
set -eu
cd -- "$(dirname -- "$0")/.."

pictures=$(./scripts/pictures.sh)
# Small pictures, so that minutes are enough for both networks: 64 codes each. And a small transformer: in the
# same minutes one of 256 wide came to 4.5 nats a code, in 388 steps, and one of 96 to 3.7, in 2,900.
demo=${2:-demo}
exec ./gatun "$demo" --pictures "$pictures" --minutes "$1" --out "runs/$demo" --size 32 \
    --ch 32 --ch-mult 1,2,4 \
    --variant llama --n-layer 4 --n-head 6 --n-kv-head 6 --n-embd 96 --lr 3e-3
