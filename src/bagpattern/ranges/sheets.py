"""Contact sheets, to be printed: the sewn bags of a range side by side, each with its name, its size and its cost."""

from __future__ import annotations

import re
from base64 import standard_b64encode
from collections.abc import Iterator

from bagpattern.drawing.lettering import text_width
from bagpattern.export._markup import escaped, quoted
from bagpattern.ranges.facts import Cost
from bagpattern.ranges.folder import Folder
from bagpattern.ranges.making import MADE, Row
from bagpattern.ranges.spec import Spec

SHEETS = "sheets"
_WIDTH, _HEIGHT = 297.0, 210.0
"""mm: A4 on its side; Letter takes it, too, at 94 %."""
_COLUMNS, _ROWS = 6, 4
EACH_SHEET = _COLUMNS * _ROWS
"""Bags on a sheet."""
_MARGIN, _HEAD, _GAP = 8.0, 10.0, 2.0
_ACROSS = (_WIDTH - 2 * _MARGIN + _GAP) / _COLUMNS
_UP = (_HEIGHT - 2 * _MARGIN - _HEAD + _GAP) / _ROWS
_TITLE, _TEXT = 4.2, 2.5
_WORDS = 2 * _TEXT * 1.3 + 1.5
_MILLIMETRES = re.compile(rb' (?:width|height)="[\d.]+mm"')
_FONT = 'font-family="DejaVu Sans, Verdana, Arial, sans-serif"'


class Sheets:
    """One file for every 24 bags that are made."""

    def __init__(self, folder: Folder, spec: Spec) -> None:
        self.folder, self.spec = folder, spec
        self.cells: list[str] = []
        self.number = 0

    def add(self, row: Row, price: Cost | None) -> None:
        """One more bag, if there is a picture of it."""
        if row["status"] != MADE or not row["picture"]:
            return
        money = f", {price.total:.2f} {price.currency}" if price else ""
        self.cells.append(self._cell(row, f"{row['size']}{money}".strip()))
        if len(self.cells) == EACH_SHEET:
            self._written()

    def close(self) -> None:
        """The last sheet, which may have room left; those of an earlier run beyond it are removed."""
        if self.cells:
            self._written()
        self.folder.remove(f"{SHEETS}/*.svg", self.number)

    def _cell(self, row: Row, told: str) -> str:
        line, column = divmod(len(self.cells), _COLUMNS)
        left, top = _MARGIN + column * _ACROSS, _MARGIN + _HEAD + line * _UP
        wide, high = _ACROSS - _GAP, _UP - _GAP
        picture = standard_b64encode(_unsized((self.folder / row["picture"]["path"]).read_bytes())).decode()
        return "".join(
            [
                f'<rect x="{left:.2f}" y="{top:.2f}" width="{wide:.2f}" height="{high:.2f}" rx="1" fill="none" '
                'stroke="#888" stroke-width="0.2"/>',
                f'<image x="{left + 1.5:.2f}" y="{top + 1.5:.2f}" width="{wide - 3:.2f}" '
                f'height="{high - _WORDS - 3:.2f}" href="data:image/svg+xml;base64,{picture}"/>',
                _text(
                    left + wide / 2, top + high - _WORDS + _TEXT, _fitting(row["name"], wide - 2, True), "middle", True
                ),
                _text(left + wide / 2, top + high - 1.8, _fitting(told, wide - 2), "middle"),
            ]
        )

    def _written(self) -> None:
        self.number += 1
        self.folder.put({f"{SHEETS}/{self.number:04}.svg": "".join(self._sheet()).encode()})
        self.cells.clear()

    def _sheet(self) -> Iterator[str]:
        title = f"{self.spec.id}, sheet {self.number}"
        yield '<?xml version="1.0" encoding="utf-8"?>\n'
        yield f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH:g}mm" height="{_HEIGHT:g}mm" '
        yield f'viewBox="0 0 {_WIDTH:g} {_HEIGHT:g}" aria-label="{quoted(title)}" role="img">'
        yield f'<title>{escaped(title)}</title><rect width="100%" height="100%" fill="#fff"/>'
        yield _text(_MARGIN, _MARGIN + _TITLE, title, "start", True, _TITLE)
        yield from self.cells
        yield "</svg>\n"


def _unsized(picture: bytes) -> bytes:
    """A picture as large as its place: some programs show none that has its size in mm."""
    return _MILLIMETRES.sub(rb"", picture, count=2)


def _text(x: float, y: float, told: str, anchor: str, bold: bool = False, size: float = _TEXT) -> str:
    weight = ' font-weight="bold"' if bold else ""
    at = f'x="{x:.2f}" y="{y:.2f}" font-size="{size:g}" text-anchor="{anchor}"'
    return f'<text {at} {_FONT}{weight} fill="#111">{escaped(told)}</text>'


def _fitting(told: str, width: float, bold: bool = False) -> str:
    """As much of a text as there is room for: its end is what tells the names of a range apart."""
    if text_width(told, _TEXT, bold) <= width:
        return told
    while told and text_width(f"…{told}", _TEXT, bold) > width:
        told = told[1:]
    return f"…{told}"
