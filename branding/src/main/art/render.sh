#!/bin/bash
# Makes every bitmap of the product from the SVG files, and the dark small icons from the light ones.
# Debian: librsvg2-bin imagemagick optipng python3
set -euo pipefail
cd "$(dirname "$0")"

core=../nbm-branding/core/core.jar/org/netbeans/core/startup
small=../../../../modules/workbench/src/main/resources/org/ipsecworkbench/workbench/icons
out=out
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
mkdir -p "$core" "$out"

png() { # svg width height target
  rsvg-convert -w "$2" -h "$3" "$1" -o "$tmp/picture.png"
  optipng -quiet -o5 -strip all "$tmp/picture.png"
  mv "$tmp/picture.png" "$4"
}

# The program's icon: up to 24 px from the drawing on the pixel grid.
for size in 16 20 24 32 48 64 128 256 512 1024; do
  source=icon.svg
  if ((size <= 24)); then source=icon-small.svg; fi
  png "$source" "$size" "$size" "$tmp/$size.png"
done

# NetBeans Platform. Its names end in .gif; the content may be, and is, PNG.
for theme in "" _dark; do
  cp "$tmp/16.png" "$core/frame$theme.gif"
  cp "$tmp/32.png" "$core/frame32$theme.gif"
  cp "$tmp/48.png" "$core/frame48$theme.gif"
done
for size in 256 512 1024; do cp "$tmp/$size.png" "$core/frame$size.png"; done
png splash.svg 960 600 "$core/splash.gif"
cp "$core/splash.gif" "$core/splash_dark.gif"
png about.svg 960 600 "$core/about.png"

# Linux desktop.
for size in 16 24 32 48 64 128 256 512; do cp "$tmp/$size.png" "$out/ipsecworkbench-$size.png"; done
cp icon.svg "$out/ipsecworkbench.svg"

# Windows.
convert "$tmp"/{16,20,24,32,48,64,256}.png "$out/ipsecworkbench.ico"

# macOS: a magic number, the length, then PNGs each with type and length.
python3 - "$tmp" "$out/ipsecworkbench.icns" <<'PY'
import struct
import sys

types = {"icp4": 16, "ic11": 32, "icp5": 32, "ic12": 64, "ic07": 128, "ic13": 256, "ic08": 256,
         "ic14": 512, "ic09": 512, "ic10": 1024}
body = b""
for name, size in types.items():
    with open(f"{sys.argv[1]}/{size}.png", "rb") as png:
        data = png.read()
    body += name.encode() + struct.pack(">I", len(data) + 8) + data
with open(sys.argv[2], "wb") as icns:
    icns.write(b"icns" + struct.pack(">I", len(body) + 8) + body)
PY

# Small icons: NetBeans takes name.svg before name.png, and name_dark where the look and feel is dark.
for svg in "$small"/*.svg; do
  case $svg in *_dark.svg) continue ;; esac
  dark=${svg%.svg}_dark.svg
  sed -f dark.sed "$svg" > "$dark"
  size=$(sed -n '1s/.* width="\([0-9]*\)".*/\1/p' "$svg")
  for each in "$svg" "$dark"; do png "$each" "$size" "$size" "${each%.svg}.png"; done
done
