#!/usr/bin/python3
"""Prints a line of text as SVG path data, so that no picture depends on installed fonts.

usage: text2path.py FONT SIZE X BASELINE TEXT     (Debian: python3-fonttools, fonts-inter)
"""
import sys

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont


def pairs(font):
    """Kerning of the first pair table entries that apply, in font units."""
    found = {}
    for lookup in font["GPOS"].table.LookupList.Lookup if "GPOS" in font else []:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            if table.LookupType == 2:
                found.setdefault(table.Format, []).append(table)
    return [t for tables in found.values() for t in tables]


def kern(tables, left, right):
    for table in tables:
        if left not in table.Coverage.glyphs:
            continue
        if table.Format == 1:
            for record in table.PairSet[table.Coverage.glyphs.index(left)].PairValueRecord:
                if record.SecondGlyph == right:
                    return getattr(record.Value1, "XAdvance", 0) or 0
        else:
            first = table.ClassDef1.classDefs.get(left, 0)
            second = table.ClassDef2.classDefs.get(right, 0)
            value = table.Class1Record[first].Class2Record[second].Value1
            if value and getattr(value, "XAdvance", 0):
                return value.XAdvance
    return 0


def main(path, size, x, baseline, text):
    font = TTFont(path)
    glyphs, names, tables = font.getGlyphSet(), font.getBestCmap(), pairs(font)
    scale, pen, last = float(size) / font["head"].unitsPerEm, None, None
    x, out = float(x), []
    for char in text:
        name = names[ord(char)]
        if last:
            x += kern(tables, last, name) * scale
        pen = SVGPathPen(glyphs, ntos=lambda v: f"{v:.2f}".rstrip("0").rstrip("."))
        glyphs[name].draw(TransformPen(pen, (scale, 0, 0, -scale, x, float(baseline))))
        out.append(pen.getCommands())
        x += glyphs[name].width * scale
        last = name
    print("".join(out))
    print(f"ends at x = {x:.1f}", file=sys.stderr)


main(*sys.argv[1:])
