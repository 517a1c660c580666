"""A font of the user's own, before anything draws with it: whole, of true checksums, with outlines that a PDF takes.

What is damaged may be read for minutes, or print other letters without a word: its own checksums tell.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from bagpattern.errors import InputError
from bagpattern.given_files import MEGABYTE, content
from bagpattern.said import NOTHING, Name, Said
from bagpattern.words import words

_LARGEST = 64 * MEGABYTE
"""Bytes: twice the largest fonts of Chinese characters."""
_NEEDED = words("a TrueType font (.ttf) is needed")
_OUTLINES, _POSTSCRIPT, _COLLECTION = (b"\x00\x01\x00\x00", b"true"), b"OTTO", b"ttcf"
_ADJUSTED = 8, 12
"""Where in the table "head" the checksum of the whole file stands, which its own does not count."""


class Table(NamedTuple):
    """A stretch of a font's bytes, and what it says that they add up to."""

    tag: bytes
    checksum: int
    start: int
    length: int


def font_bytes(path: str) -> bytes:
    """The font's bytes. Raises ValueError, with advice, for what is no whole and sound TrueType font."""
    try:
        found = content(path, _LARGEST, words("a font"))
    except InputError as error:
        raise ValueError(
            words(
                "font {path}: {fault}; {needed}",
                path=Name(f"{path!r}"),
                fault=error.problems[0].message,
                needed=_NEEDED,
            )
        ) from None
    try:
        fault = _fault(found)
    except (struct.error, IndexError):
        fault = words("it is cut short")
    if fault:
        raise ValueError(words("font {path}: {fault}; {needed}", path=Name(f"{path!r}"), fault=fault, needed=_NEEDED))
    return found


def _fault(found: bytes) -> Said:
    """What is wrong with it; empty if nothing is. Raises struct.error where it ends too early."""
    at = struct.unpack_from(">L", found, 12)[0] if found[:4] == _COLLECTION else 0
    if found[at : at + 4] == _POSTSCRIPT:
        return words("it has PostScript outlines")
    if found[at : at + 4] not in _OUTLINES:
        return words("it cannot be read as a font")
    for table in _tables(found, at):
        if table.start + table.length > len(found):
            return words("it is cut short")
        if _sum(found, table) != table.checksum:
            return words(
                "it is damaged, in its part {strip}", strip=Name(f"{table.tag.decode('ascii', 'replace').strip()!r}")
            )
    return NOTHING


def _tables(found: bytes, at: int) -> Iterator[Table]:
    (count,) = struct.unpack_from(">H", found, at + 4)
    for number in range(count):
        yield Table(*struct.unpack_from(">4sLLL", found, at + 12 + 16 * number))


def _sum(found: bytes, table: Table) -> int:
    """The table's bytes, in fours, added up as the format has it."""
    part = bytearray(found[table.start : table.start + table.length])
    if table.tag == b"head":
        part[slice(*_ADJUSTED)] = bytes(4)
    part += bytes(-len(part) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(part) // 4}L", part)
    return sum(words) & 0xFFFFFFFF
