"""The page of a range: every sewn bag with its sizes, to filter, search and sort; it needs no server and no network.

The rows lie beside it as scripts of some hundred each, since a browser lets a page from a disk read no other files.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bagpattern.export._markup import escaped
from bagpattern.ranges.facts import Cost
from bagpattern.ranges.folder import Folder
from bagpattern.ranges.making import Row
from bagpattern.ranges.manifest import BUYING, TABLE, told
from bagpattern.ranges.sheets import EACH_SHEET, SHEETS
from bagpattern.ranges.spec import Axis, Spec

INDEX, ROWS = "index.html", "index"
_EACH = 500
"""Rows in a script: read in a moment, and shown before the next one is there."""
_MOST_WORDS = 400
"""Entries of an axis that a list to choose from may have."""
_MOST_SHEETS = 12
"""Contact sheets that the page links; all of them lie in their folder."""
_TEMPLATE = Path(__file__).parent / "page"


class Page:
    """The page and its scripts."""

    def __init__(self, folder: Folder, spec: Spec) -> None:
        self.folder, self.spec = folder, spec
        self.rows: list[Any] = []
        self.number = self.count = self.pictures = 0
        self.currency, self.priced = spec.prices.currency if spec.prices else "", spec.prices is not None

    def add(self, row: Row, price: Cost | None) -> None:
        """One more variant, made or not."""
        self.rows.append(_shown(row, price, [axis.name for axis in self.spec.axes]))
        self.count += 1
        if price is not None:
            self.currency, self.priced = price.currency, True
        self.pictures += bool(row.get("picture"))
        if len(self.rows) == _EACH:
            self._written()

    def close(self) -> None:
        """The last script and the page; scripts of an earlier run beyond them are removed."""
        if self.rows:
            self._written()
        self.folder.put({INDEX: self._page().encode()})
        self.folder.remove(f"{ROWS}/*.js", self.number)

    def _written(self) -> None:
        self.number += 1
        content = f"rows({_data(self.rows)});\n"
        self.folder.put({f"{ROWS}/{self.number:05}.js": content.encode()})
        self.rows.clear()

    def _links(self) -> Iterator[str]:
        """What lies beside the page: the tables, and the first contact sheets."""
        yield f'<a href="{TABLE}">table</a>'
        yield f'<a href="{BUYING}">cloth and things to buy</a>'
        for number in range(1, min(_MOST_SHEETS, -(-self.pictures // EACH_SHEET)) + 1):
            yield f'<a href="{SHEETS}/{number:04}.svg">contact sheet {number}</a>'

    @staticmethod
    def _choices(axis: Axis) -> list[str]:
        """What can be chosen of an axis; of a very long one nothing, and its entries are searched for."""
        return [entry.label for entry in axis.entries] if len(axis.entries) <= _MOST_WORDS else []

    def _page(self) -> str:
        axes = [[axis.name, self._choices(axis)] for axis in self.spec.axes]
        facts = {
            "axes": axes,
            "scripts": self.number,
            "rows": self.count,
            "folder": ROWS,
            "currency": self.currency,
            "priced": self.priced,
        }
        gaps = {
            "TITLE": escaped(self.spec.id),
            "LINKS": ", ".join(self._links()),
            "STYLE": (_TEMPLATE / "page.css").read_text(encoding="utf-8"),
            "SCRIPT": (_TEMPLATE / "page.js").read_text(encoding="utf-8"),
            "FACTS": _data(facts),
        }
        page = (_TEMPLATE / "index.html").read_text(encoding="utf-8")
        for gap, content in gaps.items():
            page = page.replace(f"<!--{gap}-->", content)
        return page


def _shown(row: Row, price: Cost | None, axes: list[str]) -> dict[str, Any]:
    """A row as short as it can be: a page may have a hundred thousand."""
    why, fits = told(row)
    size = row.get("finished", {})
    every = {
        "n": row["name"],
        "t": row.get("title", ""),
        "s": row["status"],
        "w": [row["words"].get(axis, "") for axis in axes],
        "z": row.get("size", ""),
        "m": [size.get(each, 0) for each in ("width", "height", "depth", "volume_l")] if size else [],
        "g": row.get("grams", 0),
        "c": None if price is None else [price.total, not price.without],
        "b": [need["text"] for need in row.get("needs", ())],
        "p": (row.get("picture") or {}).get("path", ""),
        "f": [each["path"] for each in row.get("files", ())],
        "o": [*row.get("findings", ())],
        "y": why,
        "x": fits,
    }
    return {key: each for key, each in every.items() if each not in ("", 0, None, [])}


def _data(given: Any) -> str:
    """JSON that may stand in a script of a page, whatever a maker has called things."""
    return json.dumps(given, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
