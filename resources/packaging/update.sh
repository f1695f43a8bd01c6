#!/bin/sh
# 更新县计: takes a newer program from a folder or a stick into the place of this one. The book is copied first; what does not start is not kept.
#   ./update.sh 文件夹      the newest archive there, proven by the SHA256SUMS beside it
#   ./update.sh --back     the program as it was before the last update
here=$(dirname "$(readlink -f "$0")")
before=$here.before
stop() { echo "$1" >&2; exit 1; }
is_running() { for exe in /proc/[0-9]*/exe; do case $(readlink "$exe" 2>/dev/null) in "$here"/*) return 0 ;; esac; done; return 1; }
# of two versions the lower: 0.9.0 before 0.10.0
lower() { printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1; }

is_running && stop '县计正在运行。先关闭县计，再更新。'
if [ "$1" = --back ]; then
  [ -d "$before" ] || stop '没有更新前的程序。'
  mv "$here" "$here.newer" && mv "$before" "$here" || stop '换不回去，请检查文件夹的写入权限。'
  echo "已换回 $(cat "$here/VERSION")。账若已由新版本打开过，用“备份”里更新前的那份恢复。"
  exit 0
fi

# 1. the newest archive for this kind of machine
[ -d "$1" ] || stop '用法：./update.sh 文件夹（U盘上放更新文件的文件夹），或 ./update.sh --back'
kind=$(cat "$here/KIND") own=$(cat "$here/VERSION")
archive=$(cd "$1" && ls county-planner-*-"$kind".tar.gz 2>/dev/null | sort -V | tail -n 1)
[ -n "$archive" ] || stop "“$1”里没有适合这台电脑的更新文件（county-planner-版本-$kind.tar.gz）。"
version=${archive#county-planner-}
version=${version%-"$kind".tar.gz}
[ "$version" = "$own" ] && { echo "已经是 $own，不用更新。"; exit 0; }
[ "$(lower "$version" "$own")" = "$own" ] || stop "U盘上的 $version 比现在的 $own 旧，不能更新。要退回上一版，运行 ./update.sh --back。"
# 2. whole, and as it was published
[ -f "$1/SHA256SUMS" ] || stop "“$1”里没有 SHA256SUMS，无法核对更新文件。请连同它一起重新拷贝。"
(cd "$1" && grep -F "  $archive" SHA256SUMS | sha256sum --check --status) || stop "$archive 与 SHA256SUMS 不符，可能没有拷贝完整或被改动。请重新拷贝。"
# 3. the book as it is, among its backups: the program is closed, so its files stand still
data=${COUNTY_PLANNER_DATA:-${XDG_DATA_HOME:-$HOME/.local/share}/county-planner}
if [ -f "$data/county.db" ]; then
  kept=$data/backups/$(date -u +%Y%m%dT%H%M%SZ)-migration.db
  mkdir -p "$data/backups" && cp -p "$data/county.db" "$kept" && cmp -s "$data/county.db" "$kept" || stop '账备份不了，没有更新。请检查磁盘空间和写入权限。'
  # what a program that was killed had not yet put into its file
  [ ! -s "$data/county.db-wal" ] || cp -p "$data/county.db-wal" "$kept-wal" || stop '账备份不了，没有更新。请检查磁盘空间。'
fi
# 4. beside this one, tried before it takes its place
fresh=$here.fresh
rm -rf "$fresh" && mkdir "$fresh" && tar -xzf "$1/$archive" -C "$fresh" --strip-components 1 || { rm -rf "$fresh"; stop '更新文件解不开，程序没有变。请检查磁盘空间。'; }
timeout 120 "$fresh/county-planner" --try >/dev/null 2>&1 || { rm -rf "$fresh"; stop "$version 在这台电脑上打不开，仍用 $own。"; }
# 5. in one step; the old one is kept
rm -rf "$before"
mv "$here" "$before" || { rm -rf "$fresh"; stop '程序文件夹不能改名，没有更新。请检查写入权限。'; }
mv "$fresh" "$here" || { mv "$before" "$here"; stop '换不上新版本，仍用原来的。'; }
echo "已由 $own 更新为 $version。更新前的账在 ${kept:-（还没有账）}；要退回，运行 ./update.sh --back。"
