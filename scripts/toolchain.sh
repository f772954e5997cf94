# shellcheck shell=sh
# Finds what the build needs, in POSIX sh, for the scripts beside it and for ./gatun: source this file, then call need_jdk,
# need_build_tools or both. They look at files and fork next to nothing, so that an ordinary start costs milliseconds.
# What is missing is installed where apt-get may do it; otherwise a sentence names each missing thing and the script ends
# with status 2.

# True where $1 holds a JDK, compiler included, of release 25 or later: its `release` file tells.
is_jdk() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    while IFS='="' read -r key _ version _; do
        [ "$key" = JAVA_VERSION ] || continue
        major=${version%%[!0-9]*}
        [ "${major:-0}" -ge 25 ]
        return
    done <"$1/release"
    return 1
}

# Sets and exports JAVA_HOME. An older JDK there, or an older `java` on the PATH, is passed over.
find_jdk() {
    is_jdk "${JAVA_HOME:-}" && export JAVA_HOME && return
    if javac=$(command -v javac) && javac=$(readlink -f "$javac"); then
        set -- "${javac%/bin/javac}"
    else
        set --
    fi
    set -- "$@" /usr/lib/jvm/* /usr/java/* /opt/* /opt/*/jdk* "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/*
    if [ -x /usr/libexec/java_home ]; then # macOS
        set -- "$@" "$(/usr/libexec/java_home -v 25+ 2>/dev/null)"
    fi
    for home; do
        is_jdk "$home" || continue
        export JAVA_HOME="$home"
        return
    done
    return 1
}

# Sets MVN. MAVEN_HOME, where it is set, goes before the PATH.
# shellcheck disable=SC2034 # for mvn.sh
find_maven() {
    if [ -x "${MAVEN_HOME:+$MAVEN_HOME/bin/mvn}" ]; then
        MVN=$MAVEN_HOME/bin/mvn
    else
        MVN=$(command -v mvn)
    fi
}

# True where the command $1 (words, as CXX may hold) compiles C++ and is GCC 11 or Clang 14 or later.
is_cxx() {
    # shellcheck disable=SC2086 # words on purpose
    versions=$(echo __GNUC__ __clang_major__ | $1 -E -P -x c++ - 2>/dev/null) || return 1
    case $versions in
        *__clang_major__) [ "${versions%% *}" -ge 11 ] ;;
        *) [ "${versions##* }" -ge 14 ] ;;
    esac
}

# Sets and exports CXX. A CXX that the user has set is taken or refused, never replaced.
find_cxx() {
    if [ -n "${CXX:-}" ]; then
        is_cxx "$CXX" && export CXX
        return
    fi
    for compiler in g++ g++-15 g++-14 g++-13 g++-12 g++-11 clang++ clang++-20 clang++-19 clang++-18 clang++-17 clang++-16 \
        clang++-15 clang++-14; do
        is_cxx "$compiler" || continue
        export CXX="$compiler"
        return
    done
    return 1
}

# Installs packages with apt-get; false where there is no apt-get, no right to use it, or no such package.
apt_install() {
    command -v apt-get >/dev/null || return 1
    as_root=
    if [ "$(id -u)" != 0 ]; then
        sudo -n true 2>/dev/null || return 1
        as_root='sudo -n'
    fi
    echo "gatun: installing $* with apt-get" >&2
    {
        $as_root apt-get update -qq
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends "$@"
    } </dev/null >/dev/null 2>&1
}

need_jdk() {
    find_jdk && return
    apt_install openjdk-25-jdk-headless && find_jdk && return
    echo "gatun: no JDK 25 or later was found (not by JAVA_HOME, nor on the PATH, nor in /usr/lib/jvm, /usr/java, /opt," \
        ".sdkman or .jdks): install one, or set JAVA_HOME to where it is." >&2
    exit 2
}

need_build_tools() {
    missing=
    if ! find_maven && ! { apt_install maven && find_maven; }; then
        echo "gatun: Maven was not found: install Apache Maven 3.8 or later and put mvn on the PATH, or set MAVEN_HOME." >&2
        missing=yes
    fi
    if ! find_cxx; then
        if [ -n "${CXX:-}" ]; then
            echo "gatun: CXX=$CXX is no C++ compiler that will do: GCC 11 or Clang 14, or later, is needed." >&2
            missing=yes
        elif ! { apt_install g++ && find_cxx; }; then
            echo "gatun: no C++ compiler was found: install g++ 11 or later (Clang 14 will do), or set CXX." >&2
            missing=yes
        fi
    fi
    [ -z "$missing" ] || exit 2
}
