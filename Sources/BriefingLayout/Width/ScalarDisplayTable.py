#!/usr/bin/env python3
"""Writes ScalarDisplayTable.swift: how every Unicode scalar is drawn.

Columns are those of the C library's wcwidth() in C.UTF-8, because ncurses believes it; run this on the
distribution whose ncurses the program is to agree with (Debian 12: glibc 2.36, Unicode 14). Scalars that it does
not know yet get the columns that it will give them, by the rules of its own localedata/unicode-gen: two for the East
Asian widths W and F, none for marks and format characters, one for all others. They are those of Debian's package
unicode-data (Debian 12: 15.0.0-1), the newest Unicode of the distribution; python3 and perl have Unicode 14.

    python3 ScalarDisplayTable.py [/usr/share/unicode] > ScalarDisplayTable.swift
"""

import ctypes
import os
import sys

NARROW, WIDE, COMBINING, SILENT, MARKED = range(5)

# Unicode's Default_Ignorable_Code_Point: characters that have no look of their own.
DEFAULT_IGNORABLE = [
    (0x00AD, 0x00AD), (0x034F, 0x034F), (0x061C, 0x061C), (0x115F, 0x1160), (0x17B4, 0x17B5),
    (0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164),
    (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
]

# Those of them that ordinary text uses and a terminal cannot show: they are left out of what is drawn.
# Soft hyphen, grapheme joiner, zero width space, (non-)joiners, word joiner, byte order mark, variation
# selectors. Every other one is marked: bidi controls reorder, the rest hides text.
ORDINARY = [
    (0x00AD, 0x00AD), (0x034F, 0x034F), (0x200B, 0x200D), (0x2060, 0x2060), (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF), (0xE0100, 0xE01EF),
]


def inside(ranges, scalar):
    return any(first <= scalar <= last for first, last in ranges)


def categories(folder):
    """The general category of every scalar that Unicode has assigned."""
    found = {}
    first = None
    with open(os.path.join(folder, "UnicodeData.txt"), encoding="utf-8") as lines:
        for line in lines:
            fields = line.split(";")
            scalar, name, category = int(fields[0], 16), fields[1], fields[2]
            if name.endswith(", First>"):
                first = scalar
            else:
                for each in range(scalar if first is None else first, scalar + 1):
                    found[each] = category
                first = None
    return found


def wide_scalars(folder):
    """The scalars of the East Asian widths W and F."""
    found = set()
    with open(os.path.join(folder, "EastAsianWidth.txt"), encoding="utf-8") as lines:
        for line in lines:
            fields = line.split("#")[0].strip().split(";")
            if len(fields) == 2 and fields[1].strip() in ("W", "F"):
                first, _, last = fields[0].strip().partition("..")
                found.update(range(int(first, 16), int(last or first, 16) + 1))
    return found


def display(wcwidth, scalar, category, is_wide):
    if inside(ORDINARY, scalar):
        return SILENT
    if category in ("Cc", "Cs", "Zl", "Zp") or inside(DEFAULT_IGNORABLE, scalar):
        return MARKED
    columns = wcwidth(scalar)
    if columns < 0 and category not in ("Cn", "Co"):
        columns = 0 if category in ("Mn", "Me", "Cf") else 2 if is_wide else 1
    if columns < 0 or (category == "Cf" and columns == 0):
        return MARKED
    return (COMBINING, NARROW, WIDE)[columns]


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode"
    libc = ctypes.CDLL("libc.so.6")
    if not libc.setlocale(0, b"C.UTF-8"):
        raise SystemExit("ScalarDisplayTable.py: no locale C.UTF-8 here; install the C library's locales")
    if not os.path.exists(os.path.join(folder, "UnicodeData.txt")):
        raise SystemExit(f"ScalarDisplayTable.py: no UnicodeData.txt in {folder}; install unicode-data")
    category = categories(folder)
    wide = wide_scalars(folder)
    starts = []
    last = None
    for scalar in range(0x110000):
        value = display(libc.wcwidth, scalar, category.get(scalar, "Cn"), scalar in wide)
        if value != last:
            starts.append(scalar << 3 | value)
            last = value
    print("// Written by ScalarDisplayTable.py; do not edit.")
    print()
    print("/// Where a new way of being drawn starts: scalar << 3 | `ScalarDisplay.rawValue`, in order of scalars.")
    print("// swift-format-ignore")
    print("let scalarDisplayTable: [UInt32] = [")
    for row in range(0, len(starts), 12):
        print("  " + ", ".join("0x%X" % start for start in starts[row:row + 12]) + ",")
    print("]")


main()
