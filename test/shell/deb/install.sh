#!/bin/bash
# Runs inside the bare machine: installs the deb as an office would, looks at what the desktop knows of it, and walks the program on a screen of its own.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive LANG=C.UTF-8
here=$PWD
apt-get update -qq
apt-get install -y -qq --no-install-recommends ./county-planner.deb xvfb xauth fonts-noto-cjk libglib2.0-bin shared-mime-info desktop-file-utils >/tmp/apt.log 2>&1 || { tail -5 /tmp/apt.log; exit 1; }
dpkg -s county-planner | grep -E '^(Package|Status|Version)'
update-mime-database /usr/share/mime
update-desktop-database /usr/share/applications
desktop-file-validate /usr/share/applications/county-planner.desktop
echo 'desktop entry: valid'
cd /root
: >'上报包_城关镇_2012年9月_1.zip'
: >county.db
gio mime application/x-county-planner-package | grep -q county-planner.desktop
gio mime application/x-county-planner-book | grep -q county-planner.desktop
for file in 上报包*.zip county.db; do gio info -a standard::content-type "$file" | grep content-type; done
test -f /usr/share/icons/hicolor/512x512/apps/county-planner.png
# an Electron older than the product's brings the database part that it can load
[ ! -f "$here/better_sqlite3.node" ] || cp "$here/better_sqlite3.node" /opt/county-planner/resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node
mkdir walk
cd walk
cp "$here/walk.mjs" "$here/sample.xlsx" .
npm init -y >/dev/null
npm install --silent --no-audit --no-fund "playwright-core@$(cat "$here/playwright")" >/dev/null
xvfb-run -a node walk.mjs
echo "picture $(base64 -w0 window.png)"
apt-get remove -y -qq county-planner >/dev/null 2>&1
test ! -e /opt/county-planner/county-planner
test -f /root/.local/share/county-planner/county.db
echo 'removed: the book stays'
