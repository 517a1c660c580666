"""The address of the bag as a QR code: who has the paper scans it, and goes on with this very bag."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from bagpattern.drawing.columns import GUTTER, TEXT, Block, Row, space, text_row
from bagpattern.drawing.model import Shape
from bagpattern.drawing.strokes import box_path
from bagpattern.errors import InputError, Problem
from bagpattern.geometry.path import Path
from bagpattern.geometry.points import point
from bagpattern.language import Teller
from bagpattern.words import words

MODULE = 0.5
"""mm of a square of the code: four dots, the least that is to be printed (Denso Wave), take 0.34 mm at 300 dpi."""
_QUIET = 4
"""Squares of white that stay round it (ISO/IEC 18004)."""
_MOST = 1465
"""Bytes in the largest code of such squares that a telephone sees sharp and whole, 66 mm wide [K]: version 27."""


def matrix(link: str) -> tuple[tuple[bool, ...], ...]:
    """The squares from the top down, dark ones True. Raises InputError for more than a readable code holds."""
    import segno

    said = link.encode()
    if not 0 < len(said) <= _MOST:
        told = words(
            "a code that a telephone reads holds 1 to {most} bytes, not {count}: leave it out, or shorten it",
            most=_MOST,
            count=len(said),
        )
        raise InputError([Problem("link", told)])
    made = segno.make_qr(said, error="l", mode="byte")
    return tuple(tuple(map(bool, row)) for row in made.matrix)


def code(link: str, tell: Teller) -> Iterator[Block]:
    """What it is for, and the code; nothing without a link. Raises InputError as ``matrix``."""
    if link:
        yield space(4.0)
        yield Block(lambda _: _row(link, tell), least=_row(link, tell).height)


def beside(block: Block, marked: str, link: str, tell: Teller) -> Block:
    """The block with the code on its right, if it draws the shape that is so *marked*; else as it is."""

    def make(width: float) -> Row:
        row, coded = block.make(width), _row(link, tell)
        if not any(isinstance(each, Shape) and each.id == marked for each in row.items):
            return row
        narrow = block.make(width - coded.height - GUTTER)
        moved = (each.moved(point(width - coded.height, 0.0)) for each in coded.items)
        return Row(max(narrow.height, coded.height), (*narrow.items, *moved))

    return block._replace(make=make)


def _row(link: str, tell: Teller) -> Row:
    """The code under its text, no wider than it is high."""
    squares = matrix(link)
    side = (len(squares) + 2 * _QUIET) * MODULE
    told = text_row(tell(words("Scan it to go on with this very bag:")), TEXT, side)
    shape = Shape("code", "code", tuple(_bars(squares)), data=(("link", link),))
    return Row(told.height + side, (*told.items, shape.moved(point(0.0, -told.height))))


def _bars(squares: tuple[tuple[bool, ...], ...]) -> Iterator[Path]:
    """The dark squares of each row, those beside each other as one."""
    for number, row in enumerate(squares, _QUIET):
        at = _QUIET
        for dark, group in groupby(row):
            long = len([*group])
            if dark:
                yield box_path(at * MODULE, -(number + 1) * MODULE, (at + long) * MODULE, -number * MODULE)
            at += long
