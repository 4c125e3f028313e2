#!/usr/bin/env python3
"""Makes PlanningGridSymbols-Regular.ttf and InterFigures-*.ttf from DejaVu Sans and Inter.

Needs fonttools, and Debian's fonts-dejavu-core; run it in place. See README.md for why.
"""
import pathlib

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

def subset(path, codepoints, features=()):
    font = TTFont(path, recalcTimestamp=False)
    options = Options()
    options.hinting = False
    options.layout_features = list(features)
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.drop_tables += ["FFTM", "MATH", "kern", "DSIG", "STAT", "gasp"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codepoints)
    subsetter.subset(font)
    return font

def rename(font, family, style):
    names = {1: family, 2: "Regular" if style != "Bold" else "Bold", 3: f"{family} {style}; Planning Grid",
             4: f"{family} {style}", 6: f"{family}-{style}".replace(" ", "")}
    table = font["name"]
    for record in list(table.names):
        if record.nameID in names:
            table.setName(names[record.nameID], record.nameID, record.platformID, record.platEncID, record.langID)
        elif record.nameID in (16, 17):
            table.names.remove(record)
    for name_id, text in names.items():
        table.setName(text, name_id, 3, 1, 0x409)

FONTS = pathlib.Path(__file__).parent
# 1. Symbols: what Inter lacks, from DejaVu Sans.
inter = set(TTFont(f"{FONTS}/Inter-Regular.ttf").getBestCmap())
dejavu = set(TTFont("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf").getBestCmap())
blocks = [(0x00A0, 0x052F), (0x1E00, 0x20CF), (0x2100, 0x2426), (0x2440, 0x244F), (0x2460, 0x27BF), (0x27F0, 0x27FF),
          (0x2900, 0x297F), (0x2A00, 0x2AFF), (0x2B00, 0x2BFF), (0xFB00, 0xFB06), (0xFFFD, 0xFFFD)]
wanted = {c for a, b in blocks for c in range(a, b + 1)}
# Word and PowerPoint write list bullets as private-use codes of the Symbol and Wingdings faces.
bullets = {0xF0B7: 0x2022, 0xF0A7: 0x25AA, 0xF06E: 0x25A0, 0xF06C: 0x25CF, 0xF071: 0x2751, 0xF076: 0x2756,
           0xF0D8: 0x27A2, 0xF0FC: 0x2713, 0xF0FB: 0x2717, 0xF0FE: 0x2611, 0xF0A8: 0x25FB, 0xF0E0: 0x2192}
take = (wanted & dejavu) - inter | set(bullets.values())
font = subset("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", take)
for table in font["cmap"].tables:
    if not table.isUnicode():
        continue
    for code, same_as in bullets.items():
        table.cmap[code] = table.cmap[same_as]
    for code in list(table.cmap):
        if code in inter:
            del table.cmap[code]   # Inter draws it
rename(font, "Planning Grid Symbols", "Regular")
for tag in ("GSUB", "GPOS", "GDEF"):
    if tag in font:
        del font[tag]
font.save(f"{FONTS}/PlanningGridSymbols-Regular.ttf")
# 2. Figures of one width, from Inter's own `tnum` glyphs (egui cannot switch features on).
for style in ("Regular", "Medium", "SemiBold", "Bold"):
    source = TTFont(f"{FONTS}/Inter-{style}.ttf")
    gsub = source["GSUB"].table
    swaps = {}
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for sub in gsub.LookupList.Lookup[index].SubTable:
                    sub = getattr(sub, "ExtSubTable", sub)
                    swaps.update(sub.mapping)
    cmap = source.getBestCmap()
    digits = [ord(c) for c in "0123456789"]
    font = subset(f"{FONTS}/Inter-{style}.ttf", digits, ["tnum"])
    for table in font["cmap"].tables:
        for code in table.cmap:
            table.cmap[code] = swaps[cmap[code]]
    for tag in ("GSUB", "GPOS", "GDEF"):
        if tag in font:
            del font[tag]
    rename(font, "Inter Figures", style)
    path = f"{FONTS}/InterFigures-{style}.ttf"
    font.save(path)
    # a second pass drops the proportional glyphs
    font = subset(path, digits)
    font.save(path)
