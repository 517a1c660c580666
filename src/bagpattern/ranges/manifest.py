"""The whole range in the order of its plan: manifest, tables, contact sheets and the page, written in one go.

Nothing is kept in memory but the row at hand; each file takes its place when it is whole.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Protocol

from bagpattern.errors import InputError, Problem, quoted
from bagpattern.export._costs import several_currencies
from bagpattern.export.csv import csv_line
from bagpattern.layout.known_names import plain
from bagpattern.on_disk import why_refused
from bagpattern.ranges.facts import Cost, cost
from bagpattern.ranges.folder import JOURNALS, Folder, journal_name
from bagpattern.ranges.journal import Known, line_of
from bagpattern.ranges.making import MADE, Row
from bagpattern.ranges.plan import Plan
from bagpattern.ranges.spec import Spec
from bagpattern.ranges.variant import WHOLE
from bagpattern.said import Name
from bagpattern.words import words

MANIFEST, TABLE, BUYING = "manifest.jsonl", "manifest.csv", "buying.csv"
_OF_JOURNALS = ("seconds", "priced")


class Sink(Protocol):
    """What is made of rows, one after another."""

    def add(self, row: Row, price: Cost | None) -> None:
        """One more."""

    def close(self) -> None:
        """That was all: the files take their places."""


class Lines:
    """A file that grows line by line beside its place, and takes it at the end."""

    def __init__(self, folder: Folder, name: str) -> None:
        self.place = folder / name
        self.part = self.place.with_name(f".{self.place.name}.part")
        self.place.parent.mkdir(parents=True, exist_ok=True)
        self.file = self.part.open("wb")

    def write(self, content: bytes) -> None:
        self.file.write(content)

    def close(self) -> None:
        self.file.close()
        os.replace(self.part, self.place)

    def drop(self) -> None:
        """Nothing comes of it."""
        self.file.close()
        with suppress(OSError):
            self.part.unlink()


class _Lined:
    """A sink that is one file of lines."""

    lines: Lines

    def close(self) -> None:
        self.lines.close()


class Manifest(_Lined):
    """Every row, as JSON lines, without what is for the journals alone.

    How long each took is left to these: the same range has the same bytes.
    """

    def __init__(self, folder: Folder) -> None:
        self.lines = Lines(folder, MANIFEST)

    def add(self, row: Row, price: Cost | None) -> None:
        kept = {key: each for key, each in row.items() if key not in _OF_JOURNALS}
        if price is not None:
            kept["cost"] = {"total": price.total, "complete": not price.without, "without": [*price.without]}
        self.lines.write(line_of(kept))


class Whole(_Lined):
    """The journals of all parts as one."""

    def __init__(self, folder: Folder) -> None:
        self.lines = Lines(folder, f"{JOURNALS}/{journal_name(WHOLE)}.jsonl")

    def add(self, row: Row, price: Cost | None) -> None:
        self.lines.write(line_of(row))


class Table(_Lined):
    """A row for each variant, for people and spreadsheets: its words on the axes, sizes in mm, cost, findings."""

    def __init__(self, folder: Folder, spec: Spec) -> None:
        self.lines, self.axes = Lines(folder, TABLE), [axis.name for axis in spec.axes]
        head = ["name", "title", *self.axes, "status", "width", "height", "depth", "litres", "pieces", "grams"]
        self.lines.write(csv_line([*head, "cost", "without a price", "files", "findings", "reasons", "what would fit"]))

    def add(self, row: Row, price: Cost | None) -> None:
        size = row.get("finished", {})
        self.lines.write(
            csv_line(
                [row["name"], row.get("title", ""), *(row["words"].get(axis, "") for axis in self.axes), row["status"]]
                + [size.get(each, "") for each in ("width", "height", "depth", "volume_l")]
                + [row.get("pieces", ""), row.get("grams", ""), "" if price is None else f"{price.total:.2f}"]
                + ["" if price is None else ", ".join(price.without)]
                + [" ".join(each["path"] for each in row.get("files", ()))]
                + ["; ".join(row.get("findings", ())), *told(row)]
            )
        )


class Buying(_Lined):
    """What each variant takes: a row for each cloth and each thing, with its price."""

    def __init__(self, folder: Folder) -> None:
        self.lines = Lines(folder, BUYING)
        self.lines.write(csv_line(["name", "of", "what", "buy", "amount", "unit", "cost"]))

    def add(self, row: Row, price: Cost | None) -> None:
        wanted = row.get("needs", ())
        costs = price.each if price else (None,) * len(wanted)
        for need, one in zip(wanted, costs, strict=True):
            told = "" if one is None else f"{one:.2f}"
            self.lines.write(
                csv_line([row["name"], need["of"], need["by"], need["text"], need["amount"], need["unit"], told])
            )


def told(row: Row) -> tuple[str, str]:
    """Why a variant is not made, and what would fit, each as one text."""
    reasons = row.get("reasons", ())
    why = "; ".join(f"{each['key']}: {each['message']}" if each["key"] else each["message"] for each in reasons)
    return why, "; ".join(f"{key} = {quoted(each)}" for key, each in row.get("fits", {}).items())


def rows(plan: Plan, known: Known) -> Iterator[Row]:
    """Every row there is, in the order of the plan."""
    return (row for each in plan.variants() if (row := known.find(each.key)) is not None)


def gathered(plan: Plan, known: Known, folder: Folder, sinks: Iterable[Sink]) -> set[str]:
    """Give all rows to the sinks, and let those take their places; the plain names of all that a price is of use for.

    Raises InputError when something cannot be written, and for prices in several currencies.
    """
    taken, currencies, prices, several = set[str](), set[str](), plan.spec.prices, [*sinks]
    try:
        for row in rows(plan, known):
            price = cost(row, prices) if row["status"] == MADE else None
            currencies |= price.currencies if price else set()
            if len(currencies) > 1:
                _dropped(several, known)
                raise several_currencies(currencies, prices)
            taken |= {plain(name) for each in row.get("priced", ()) for name in each["names"]}
            for each in several:
                each.add(row, price)
        known.close()  # its files are replaced now
        for each in several:
            each.close()
    except OSError as error:
        raise InputError(
            [
                Problem(
                    "",
                    words("cannot be written: {why_refused}", why_refused=Name(why_refused(error))),
                    str(folder.path),
                )
            ]
        ) from None
    return taken


def _dropped(sinks: Iterable[Sink], known: Known) -> None:
    """Nothing comes of these."""
    known.close()
    for each in sinks:
        if isinstance(each, _Lined):
            each.lines.drop()


def unused(prices: Mapping[str, float], taken: set[str]) -> list[str]:
    """Prices of things that no variant needs."""
    return [each for each in prices if plain(each) not in taken]
