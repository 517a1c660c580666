"""CSV for spreadsheets: the cut list and what to buy, as RFC 4180 has it, lengths as bare numbers beside their unit."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from bagpattern.export import Exporter, Files, Job
from bagpattern.model.notion import Notion
from bagpattern.model.pattern import CutRow, Pattern
from bagpattern.passes.speak import spoken
from bagpattern.units import MILLIMETRES

CUT = ("number", "piece", "title", "material", "cut", "of these mirrored", "width", "height", "unit", "shape", "label")
NOTIONS = ("notion", "kind", "title", "size", "count", "length", "width", "buy", "unit", "note")
_DECIMALS = {"mm": 1, "in": 3}


class Csv(Exporter):
    """One file for the cut list, one for the notions."""

    title = "tables for a spreadsheet"
    suffix = "csv"
    drawn = False
    nests = False

    def files(self, job: Job) -> Files:
        """UTF-8, in the units of the pattern's maker."""
        pattern = spoken(job.pattern)
        unit = "mm" if pattern.units.metric else "in"
        return {
            job.name(self.suffix, "cut-list"): _table(CUT, (_cut(row, pattern, unit) for row in pattern.cut_list)),
            job.name(self.suffix, "notions"): _table(NOTIONS, (_notion(row, unit) for row in pattern.notions)),
        }


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows(rows)
    return stream.getvalue().encode()


def _cut(row: CutRow, pattern: Pattern, unit: str) -> list[str]:
    """The label tells the finished size and every allowance, as it does on the piece."""
    label = "; ".join(pattern[row.piece].label)
    sizes = [_length(row.width, unit), _length(row.height, unit), unit]
    return [
        str(row.number),
        row.piece,
        row.title,
        row.material,
        str(row.count),
        str(row.mirrored),
        *sizes,
        row.shape,
        label,
    ]


def _notion(row: Notion, unit: str) -> list[str]:
    lengths = [_length(each, unit) for each in (row.length, row.width, row.buy)]
    return [row.id, row.kind, row.title, row.size, str(row.count), *lengths, unit if any(lengths) else "", row.note]


def _length(millimetres: float | None, unit: str) -> str:
    return "" if millimetres is None else f"{millimetres / MILLIMETRES[unit]:.{_DECIMALS[unit]}f}"
