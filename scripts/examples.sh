#!/bin/sh
# Installs Gatun's modules into a local repository that has none of them yet, builds examples/ from there, as a user's project would
# be, and runs its programs. Downloads OpenCV and ONNX Runtime, about 250 MB.
set -eu
cd -- "$(dirname -- "$0")/.."
. ./scripts/toolchain.sh
need_jdk
need_build_tools

# What Maven has fetched before is linked, not copied; of ours there is nothing.
repository=$PWD/examples/target/repository
fetched=${HOME:-/root}/.m2/repository
rm -rf -- "$repository"
mkdir -p "$repository"
if [ -d "$fetched" ]; then
    cp -al -- "$fetched/." "$repository/" 2>/dev/null || cp -a -- "$fetched/." "$repository/"
    rm -rf -- "$repository/org/gatun"
fi

./scripts/mvn.sh --quiet -Dmaven.repo.local="$repository" -Dmaven.test.skip=true -Dmaven.javadoc.skip=true install \
    --projects native-bindings,model --also-make
./scripts/mvn.sh --quiet -Dmaven.repo.local="$repository" --file examples/pom.xml package
cd examples
class_path=$PWD/target/classes:$(cat target/examples.classpath)

# run PROGRAM OPTION...
run() {
    program=$1
    shift
    echo "== $program"
    "$JAVA_HOME/bin/java" "$@" "org.gatun.examples.$program"
}

run TrainSmallNet --enable-native-access=ALL-UNNAMED -cp "$class_path"

# Once more with Gatun as modules: only they get native access. libtorch's jar has no name that a module can have, and stays on the
# class path.
modules=$(echo "$class_path" | tr : '\n' | grep -E '/(gatun-[a-z-]*|jackson-core|pickle)-[^/]*\.jar$' | paste -sd :)
others=$(echo "$class_path" | tr : '\n' | grep -vE '/(gatun-[a-z-]*|jackson-core|pickle)-[^/]*\.jar$' | paste -sd :)
run TrainSmallNet --enable-native-access=org.gatun.torch -p "$modules" --add-modules org.gatun.model -cp "$others"

run OpenCvVqgan --enable-native-access=ALL-UNNAMED -cp "$class_path"
run OnnxRuntimeCodes --enable-native-access=ALL-UNNAMED -cp "$class_path"
# Arrow looks into java.nio, and uses what Java is about to give up.
run ArrowColumn --enable-native-access=ALL-UNNAMED --add-opens=java.base/java.nio=ALL-UNNAMED \
    --sun-misc-unsafe-memory-access=allow -cp "$class_path"
