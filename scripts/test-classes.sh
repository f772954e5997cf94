# shellcheck shell=sh
# Where a checkout has the classes of Gatun and of the tests of its bindings, for the scripts beside it: source this file at the root of
# the project, after toolchain.sh. Both functions build first.

# The class path of the gatun command.
libraries() {
    ./scripts/mvn.sh --quiet process-classes --projects train --also-make -Dspotless.check.skip=true </dev/null >&2
    echo "$PWD/native-bindings/target/classes:$PWD/model/target/classes:$PWD/train/target/classes:$(cat train/target/gatun.classpath)"
}

# What the tests of the bindings need beside it.
test_libraries() {
    ./scripts/mvn.sh --quiet test-compile dependency:build-classpath --projects native-bindings -Dspotless.check.skip=true \
        -Dmdep.includeScope=test -Dmdep.outputFile=target/test.classpath </dev/null >&2
    echo "$PWD/native-bindings/target/test-classes:$(cat native-bindings/target/test.classpath)"
}
