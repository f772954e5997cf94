#!/bin/sh
# pictures.sh: prints the path of the jar of picture sets that the demo and the measurements draw from, and fetches it through
# Maven, once. The sets are data: no module depends on them.
set -eu
cd -- "$(dirname -- "$0")/.."

folder=$PWD/train/target/pictures
pictures=$folder/iconify__json-2.2.378.jar
if [ ! -e "$pictures" ]; then
    echo "fetching the demo's pictures (88 MB, once)..." >&2
    ./scripts/mvn.sh --quiet --non-recursive dependency:copy -Dartifact=org.webjars.npm:iconify__json:2.2.378 \
        -DoutputDirectory="$folder" >&2
fi
echo "$pictures"
