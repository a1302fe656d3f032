# For the scripts beside it: builds Wattline where sources have changed, compiles the benchmarks, and runs one of them in a temporary folder ("$work"), which is gone in the end.
set -euo pipefail
here=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$here")
"$root/wattline" --version >&2
work=$(mktemp -d "${TMPDIR:-/tmp}/wattline-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
"${java}c" -Xlint:all,-processing,-serial,-try -Werror -d "$work/classes" -cp "$root/target/wattline.jar" "$here"/src/io/wattline/bench/*.java

bench() { # CLASS [options]
    "$java" -Xmx256m -XX:+UseSerialGC -cp "$work/classes:$root/target/wattline.jar" -Dlogback.configurationFile="$here/logback.xml" "io.wattline.bench.$1" "${@:2}"
}

copy_home() { # routes and settings of the project; what a run writes stays out of it
    mkdir "$work/home"
    cp -R "$root/routes" "$root/config" "$root/db" "$work/home"
}
