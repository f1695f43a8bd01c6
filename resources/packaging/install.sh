#!/bin/sh
# Puts 县计 into the menu of whoever runs this; the folder must stay where it is.
here=$(dirname "$(readlink -f "$0")")
menu=${XDG_DATA_HOME:-$HOME/.local/share}/applications
mkdir -p "$menu"
cat > "$menu/county-planner.desktop" <<END
[Desktop Entry]
Type=Application
Name=县计
Comment=县乡计划工作台账
Exec="$here/county-planner"
Icon=$here/icon.png
Terminal=false
Categories=Office;
END
echo "已放进菜单：县计"
