#!/usr/bin/env python3
"""Writes EmojiCodeNames.swift: the names of emoji between colons, as GitHub, Slack and their kin have them.

The names are those of Debian's package python3-emoji (Debian 12: 2.2.0-2, Emoji 15.0): Unicode's own, and as aliases
GitHub's. Pictures with a skin tone are left out: nobody types their names.

Usage: emoji.py [FOLDER OF THE MODULE emoji] > EmojiCodeNames.swift
"""

import re
import sys

if len(sys.argv) > 1:
    sys.path.insert(0, sys.argv[1])
from emoji.unicode_codes.data_dict import EMOJI_DATA

FULLY_QUALIFIED = 2
names = {}
for emoji, data in EMOJI_DATA.items():
    if data["status"] != FULLY_QUALIFIED or any(0x1F3FB <= ord(scalar) <= 0x1F3FF for scalar in emoji):
        continue
    for code in data.get("alias", []) + [data["en"]]:
        name = code.strip(":").lower()
        if re.fullmatch(r"[a-z0-9_+-]+", name):
            names.setdefault(name, emoji)

print("// swift-format-ignore-file")
print("// Written by emoji.py; change that instead.")
print()
print("/// The names of emoji, sorted by their bytes.")
print("enum EmojiCodeNames {")
print("  /// A line each: the name, a colon, and the emoji.")
print('  static let table = """')
for name in sorted(names, key=lambda name: name + ":"):
    print(f"    {name}:{names[name]}")
print('    """')
print("}")
