#!/bin/sh
# cures.sh: trains one VQGAN a row, each with another quantizer or another cure against the collapse of its codebook and all
# else equal, and writes the table in docs/cures.md from what the runs measured (runs/cures/<row>-<seed>/metrics.csv).
#
#   ROWS="nearest normalized"  the rows to run; all by default
#   SEED=0                     decides all that is random in a run
#   DATA=folder                pictures; by default the demo's emoji, drawn at 64x64 into runs/cures/data
#
# A row that has been run is not run again: delete its folder for that. Of several seeds the table shows each.
# Further words go to `gatun train vqgan`: ./scripts/cures.sh --threads 2
set -eu
cd -- "$(dirname -- "$0")/.."

steps=540      # the run's end, and the second reading
first=420      # the first reading
disc_start=450 # the discriminator comes in between
seed=${SEED:-0}
runs=runs/cures
doc=docs/cures.md

# A row a line: its name, then what distinguishes it. The others say what differs from the defaults of `gatun train vqgan`.
table() {
    cat <<'ROWS'
reference          --quantizer nearest --legacy --embed-dim 64 --reference-network --lr 3e-4 --beta1 0.5 --beta2 0.9 --disc-weight 0.8 --disc-warmup 0
nearest-wide       --quantizer nearest --embed-dim 64
nearest            --quantizer nearest
nearest-restart    --quantizer nearest --restart-after 30
nearest-kmeans     --quantizer nearest --kmeans-batches 8
nearest-rotation   --quantizer nearest --gradient rotation
nearest-simvq      --quantizer nearest --simvq
normalized         --quantizer normalized --restart-after 0
normalized-restart --quantizer normalized
normalized-kmeans  --quantizer normalized --restart-after 0 --kmeans-batches 8
normalized-rotation --quantizer normalized --restart-after 0 --gradient rotation
normalized-simvq   --quantizer normalized --simvq
normalized-entropy --quantizer normalized --restart-after 0 --entropy-ratio 0.1
ema                --quantizer ema
ema-restart        --quantizer ema --restart-after 30
ema-kmeans         --quantizer ema --kmeans-batches 8
gumbel             --quantizer gumbel --temperature-steps 540
ROWS
}

# True where the run in folder $1 has its last reading.
is_complete() {
    grep -qs "^$steps,val_psnr," "$1/metrics.csv"
}

# run_row NAME OPTIONS...
run_row() {
    name=$1
    shift
    out=$runs/$name-$seed
    if is_complete "$out"; then
        echo "$name: there already, in $out" >&2
        return
    fi
    echo "$name: $*" >&2
    ./gatun train vqgan --data "$data" --out "$out" --seed "$seed" --size 64 --ch 64 --ch-mult 1,2,2,4 --n-embed 512 \
        --batch-size 8 --steps $steps --eval-every $first --disc-start $disc_start "$@"
}

# The table's lines, from every complete run.
lines() {
    echo "| row | seed | codes in use, step $first | perplexity | PSNR | codes in use, step $steps | perplexity | PSNR |" \
        "with the discriminator |"
    echo "|---|--:|--:|--:|--:|--:|--:|--:|--:|"
    table | while read -r name _; do
        for out in "$runs/$name"-[0-9]*; do
            ! is_complete "$out" || awk -F , -v name="$name" -v seed="${out##*-}" -v first=$first -v last=$steps '
                $1 == first || $1 == last { value[$1, $2] = $3 }
                END {
                    printf "| %s | %s |", name, seed
                    for (i = 0; i < 2; i++) {
                        step = i ? last : first
                        printf " %.1f%% | %.0f | %.2f dB |", 100 * value[step, "val_codebook_usage"],
                            value[step, "val_perplexity"], value[step, "val_psnr"]
                    }
                    printf " %+.2f dB |\n", value[last, "val_psnr"] - value[first, "val_psnr"]
                }' "$out/metrics.csv"
        done
    done
}

# Puts the lines between the document's two marks.
write_table() {
    lines >"$runs/table.md"
    awk -v table="$runs/table.md" '
        /<!-- end of the table -->/ { inside = 0 }
        !inside
        /<!-- table: written by scripts\/cures.sh -->/ {
            inside = 1
            while ((getline line < table) > 0) print line
        }' "$doc" >"$runs/cures.md"
    cp "$runs/cures.md" "$doc"
}

for row in ${ROWS:-}; do
    table | grep -q "^$row " || {
        echo "cures.sh: no row $row; there are: $(table | awk '{ printf "%s ", $1 }')" >&2
        exit 2
    }
done
data=${DATA:-$runs/data}
if [ ! -d "$data" ]; then
    ./gatun icons "$(./scripts/pictures.sh)" --size 64 --out "$data"
fi
for row in ${ROWS:-$(table | awk '{ print $1 }')}; do
    # shellcheck disable=SC2046 # a row's words
    run_row $(table | awk -v row="$row" '$1 == row') "$@"
    write_table
done
