"""CSV for spreadsheets: the cut list and what to buy, as RFC 4180 has it, lengths as bare numbers beside their unit."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from bagpattern.export import Exporter, Files, Job
from bagpattern.language import Teller
from bagpattern.model.notion import Notion
from bagpattern.model.pattern import CutRow, Pattern
from bagpattern.units import MILLIMETRES
from bagpattern.words import series

CUT = ("number", "piece", "title", "material", "cut", "of these mirrored", "width", "height", "unit", "shape", "label")
NOTIONS = ("notion", "kind", "title", "size", "count", "length", "width", "buy", "unit", "note")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_DECIMALS = {"mm": 1, "in": 3}


class Csv(Exporter):
    """One file for the cut list, one for the notions."""

    title = "tables for a spreadsheet"
    suffix = "csv"
    drawn = False
    nests = False

    def files(self, job: Job) -> Files:
        """UTF-8, in the units of the pattern's maker."""
        pattern, tell = job.pattern, Teller(job.pattern.units)
        return {
            job.name(self.suffix, "cut-list"): _table(CUT, (_cut(row, pattern, tell) for row in pattern.cut_list)),
            job.name(self.suffix, "notions"): _table(NOTIONS, (_notion(row, tell) for row in pattern.notions)),
        }


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    return b"".join(map(csv_line, (head, *rows)))


def csv_line(cells: Iterable[object]) -> bytes:
    """A row as RFC 4180 has it; a spreadsheet takes none of its texts for a formula."""
    stream = StringIO()
    harmless = [_harmless(cell) if isinstance(cell, str) else cell for cell in cells]
    csv.writer(stream, lineterminator="\r\n").writerow(harmless)
    return stream.getvalue().encode()


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet takes for text: what begins as a formula is quoted by an apostrophe, which it hides."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _cut(row: CutRow, pattern: Pattern, tell: Teller) -> list[str]:
    """The label tells the finished size and every allowance, as it does on the piece."""
    label, unit = tell(series(pattern[row.piece].label, "; ")), tell.units.main
    sizes = [_length(row.width, unit), _length(row.height, unit), unit]
    return [
        str(row.number),
        row.piece,
        tell(row.title),
        row.material,
        str(row.count),
        str(row.mirrored),
        *sizes,
        row.shape,
        label,
    ]


def _notion(row: Notion, tell: Teller) -> list[str]:
    unit = tell.units.main
    lengths = [_length(each, unit) for each in (row.length, row.width, row.buy)]
    title, size, note = tell(row.title), tell(row.size), tell(row.note)
    return [row.id, row.kind, title, size, str(row.count), *lengths, unit if any(lengths) else "", note]


def _length(millimetres: float | None, unit: str) -> str:
    return "" if millimetres is None else f"{millimetres / MILLIMETRES[unit]:.{_DECIMALS[unit]}f}"
