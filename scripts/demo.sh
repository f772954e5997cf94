#!/bin/sh
# demo.sh MINUTES [DEMO]: fetches picture sets, once, and runs `gatun demo` (or DEMO) on them.
set -eu
cd -- "$(dirname -- "$0")/.."

pictures=$(./scripts/pictures.sh)
# Small pictures, so that minutes are enough for both networks: 64 codes each. And small networks, which see more of them: in the same five
# minutes a VQGAN of 3.0 million parameters came to 19.4 dB, in 512 steps, and one of 0.9 million to 20.7, in 1,452; a transformer of
# 256 wide came to 4.5 nats a code, in 388 steps, and one of 96 to 3.7, in 2,900.
demo=${2:-demo}
exec ./gatun "$demo" --pictures "$pictures" --minutes "$1" --out "runs/$demo" --size 32 \
    --ch 32 --ch-mult 1,1,2 \
    --variant llama --n-layer 4 --n-head 6 --n-kv-head 6 --n-embd 96 --lr 3e-3
