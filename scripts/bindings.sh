#!/bin/sh
# Writes native-bindings/src/generated anew: from ops.txt what the generator writes, then from gatun.h what jextract does.
# JEXTRACT says where jextract is, unless it is on the PATH.
set -eu
cd -- "$(dirname -- "$0")/.."
. ./scripts/toolchain.sh
need_jdk
jextract=$(command -v -- "${JEXTRACT:-jextract}") || {
    echo "gatun: ${JEXTRACT:-jextract} was not found: give jextract (for JDK 25) as \`make bindings JEXTRACT=path\`." >&2
    exit 2
}

sources=native-bindings/src
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
"$JAVA_HOME/bin/java" "$sources/generator/java/org/gatun/generator/GenerateBindings.java" "$sources/main/ops/ops.txt" "$work/generated"

# extract OPTION...: jextract on gatun.h. The library is found by its name, in any class loader, once LibraryLoader has loaded it.
extract() {
    "$jextract" -I "$sources/main/native" -I "$work/generated/native" \
        --library gatun --target-package org.gatun.torch.ffm --output "$work/generated/java" "$@" "$sources/main/native/gatun.h"
}
# Of all that gatun.h includes, only what is ours.
extract --dump-includes "$work/everything"
grep -i -E '^--include-[a-z]+ gatun_' "$work/everything" | sed 's/ *#.*//' >"$work/ours"
extract "@$work/ours"
# Some of the libclangs that jextract is built with leave the void out, in its comments.
sed -i 's/^\( *\* .*[a-z_]\)()$/\1(void)/' "$work"/generated/java/org/gatun/torch/ffm/*.java

rm -rf "$sources/generated"
mv -- "$work/generated" "$sources/generated"
