#!/usr/bin/env python3
"""Writes CharacterReferenceNames.swift: HTML5's named character references, from Python's own copy of them.

Usage: generate.py > CharacterReferenceNames.swift
"""

from html.entities import html5

print("// swift-format-ignore-file")
print("// Written by generate.py; change that instead.")
print()
print("/// HTML5's named character references, sorted by their bytes.")
print("enum CharacterReferenceNames {")
print("  /// A line each: the name, a semicolon, and its one or two code points in hexadecimal.")
print('  static let table = """')
for name in sorted(name for name in html5 if name.endswith(";")):
    points = " ".join(f"{ord(character):X}" for character in html5[name])
    print(f"    {name}{points}")
print('    """')
print("}")
