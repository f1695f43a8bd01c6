#!/bin/sh
# Starts 县计 with the Node beside it and the Chromium of this machine.
here=$(dirname "$(readlink -f "$0")")
exec "$here/node/bin/node" "$here/app/out/main/start.js" "$@"
