#!/bin/sh
# cures.sh: trains one VQGAN a row, each with another quantizer or another cure against the collapse of its codebook and all
# else equal. What the runs measured (runs/cures/<row>-<size>-<ch>-<seed>/metrics.csv) is collected in docs/cures.csv, and the table in
# docs/cures.md is written from that.
#
#   ROWS="nearest normalized"  the rows to run; all by default
#   SIZE=32                    height and width of the pictures: 64 (default) or 32, by one level of the network less
#   CH=32                      channels at full resolution, and so the time that a row takes; 64 by default
#   SEED=0                     decides all that is random in a run
#   DATA=folder                pictures; by default the demo's emoji, drawn into runs/cures/data-<size>
#
# A row that docs/cures.csv has is not run again: delete its line for that. Of several seeds the table shows each.
# Further words go to `gatun train vqgan`: ./scripts/cures.sh --threads 2
set -eu
cd -- "$(dirname -- "$0")/.."

steps=540      # the run's end, and the second reading
first=420      # the first reading
disc_start=450 # the discriminator comes in between
seed=${SEED:-0}
size=${SIZE:-64}
ch=${CH:-64}
case $size in
    64) ch_mult=1,2,2,4 ;;
    32) ch_mult=1,2,4 ;;
    *)
        echo "cures.sh: SIZE is 64 or 32, not $size" >&2
        exit 2
        ;;
esac
runs=runs/cures
doc=docs/cures.md
measured=docs/cures.csv

# A row a line: its name, then what distinguishes it. The others say what differs from the defaults of `gatun train vqgan`.
table() {
    cat <<'ROWS'
reference          --quantizer nearest --legacy --embed-dim 64 --reference-network --lr 3e-4 --beta1 0.5 --beta2 0.9 --disc-weight 0.8 --disc-warmup 0
nearest-wide       --quantizer nearest --embed-dim 64
nearest            --quantizer nearest
nearest-restart    --quantizer nearest --restart-after 30
nearest-kmeans     --quantizer nearest --kmeans-batches 140
nearest-rotation   --quantizer nearest --gradient rotation
nearest-simvq      --quantizer nearest --simvq
normalized         --quantizer normalized --restart-after 0 --kmeans-batches 0
normalized-restart --quantizer normalized --kmeans-batches 0
normalized-kmeans  --quantizer normalized --restart-after 0
normalized-kmeans-restart --quantizer normalized
normalized-rotation --quantizer normalized --restart-after 0 --kmeans-batches 0 --gradient rotation
normalized-simvq   --quantizer normalized --simvq
normalized-entropy --quantizer normalized --restart-after 0 --kmeans-batches 0 --entropy-ratio 0.1
ema                --quantizer ema
ema-restart        --quantizer ema --restart-after 30
ema-kmeans         --quantizer ema --kmeans-batches 140
gumbel             --quantizer gumbel --temperature-steps 540
ROWS
}

# run_row NAME OPTIONS...
run_row() {
    name=$1
    shift
    if grep -qs "^$name,$size,$ch,$seed," "$measured"; then
        echo "$name: measured already, see $measured" >&2
        return
    fi
    echo "$name: $*" >&2
    out=$runs/$name-$size-$ch-$seed
    ./gatun train vqgan --data "$data" --out "$out" --seed "$seed" --size "$size" --ch "$ch" --ch-mult $ch_mult --n-embed 512 \
        --batch-size 8 --steps $steps --eval-every $first --disc-start $disc_start --resume "$@"
    collect "$name" "$out/metrics.csv"
}

# collect NAME METRICS: a line of what was read at the two steps.
collect() {
    [ -e "$measured" ] || echo "row,size,ch,seed,usage_$first,perplexity_$first,psnr_$first,usage_$steps,perplexity_$steps,psnr_$steps" >"$measured"
    awk -F , -v OFS=, -v row="$1,$size,$ch,$seed" -v first=$first -v last=$steps '
        { value[$1, $2] = $3 }
        END {
            for (step = first; ; step = last) {
                row = row "," value[step, "val_codebook_usage"] "," value[step, "val_perplexity"] "," value[step, "val_psnr"]
                if (step == last) break
            }
            print row
        }' "$2" >>"$measured"
}

# Puts the table between the document's two marks: the rows in the order above, the larger pictures and the wider networks first.
write_table() {
    {
        echo "| row | size | ch | seed | codes in use, step $first | perplexity | PSNR | codes in use, step $steps | perplexity | PSNR |" \
            "with the discriminator |"
        echo "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
        table | awk '{ print NR "," $1 }' | sort -t , -k 2 |
            join -t , -1 2 -2 1 - "$(sort_measured)" |
            sort -t , -k 3,3nr -k 4,4nr -k 2,2n -k 5,5n |
            awk -F , '{
                printf "| %s | %s | %s | %s | %.1f%% | %.0f | %.2f dB | %.1f%% | %.0f | %.2f dB | %+.2f dB |\n",
                    $1, $3, $4, $5, 100 * $6, $7, $8, 100 * $9, $10, $11, $11 - $8
            }'
    } >"$runs/table.md"
    awk -v table="$runs/table.md" '
        /<!-- end of the table -->/ { inside = 0 }
        !inside
        /<!-- table: written by scripts\/cures.sh -->/ {
            inside = 1
            while ((getline line < table) > 0) print line
        }' "$doc" >"$runs/cures.md"
    cp "$runs/cures.md" "$doc"
}

# The lines of the measurements as join wants them: prints the file that they are in.
sort_measured() {
    tail -n +2 "$measured" | sort -t , -k 1,1 >"$runs/measured.csv"
    echo "$runs/measured.csv"
}

for row in ${ROWS:-}; do
    table | grep -q "^$row " || {
        echo "cures.sh: no row $row; there are: $(table | awk '{ printf "%s ", $1 }')" >&2
        exit 2
    }
done
data=${DATA:-$runs/data-$size}
if [ ! -d "$data" ]; then
    ./gatun icons "$(./scripts/pictures.sh)" --size "$size" --out "$data"
fi
for row in ${ROWS:-$(table | awk '{ print $1 }')}; do
    # shellcheck disable=SC2046 # a row's words
    run_row $(table | awk -v row="$row" '$1 == row') "$@"
    write_table
done
