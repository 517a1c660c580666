"""A spec's text to a checked range: everything that is wrong with it at once, each with file, line and key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import Any

from bagpattern.drawing.purposes import PURPOSES
from bagpattern.errors import InputError, did_you_mean, no_switch, quoted, raise_together
from bagpattern.export import EXPORTERS, refuse_unread
from bagpattern.layout.own_files import read_text
from bagpattern.layout.prices import Prices, read_prices
from bagpattern.options import FULL, read_options, wishes
from bagpattern.preset.source import Document, opened
from bagpattern.ranges._axes import axes
from bagpattern.ranges._bases import bases
from bagpattern.ranges._problems import Problems
from bagpattern.ranges._rules import EXCLUDE, RULES, WHERE, rules
from bagpattern.ranges.naming import gaps, usual_name
from bagpattern.ranges.spec import OPTIONS, PRESET, Axis, Spec, flat
from bagpattern.said import NOTHING, Name
from bagpattern.words import series, words

KEYS = ("preset", "name", "title", "formats", "purpose", "pictures", "prices", "options", "set", "axes")
PAPER = f"{OPTIONS}paper"
COLOURWAY = "colourway"
"""The option that the picture of a variant reads, whatever its formats do; without pictures nothing may."""

Given = str | PathLike[str] | Mapping[str, Any]


def read_range(source: Given) -> Spec:
    """The range of a spec: a path, or a mapping of what it would hold. Raises InputError with everything that is wrong.

    Files that it names lie beside it.
    """
    if not isinstance(source, Mapping) and not Path(source).name:
        raise InputError([Problems(Document("range", "", "", {})).problem((), words("is no file: a range has a spec"))])
    document = opened(source if isinstance(source, Mapping) else Path(source))
    return _Reading(document).range()


class _Reading:
    def __init__(self, document: Document) -> None:
        self.document, self.data = document, document.data
        self.problems = Problems(document)
        self.folder = document.path.parent if document.path else Path()

    def range(self) -> Spec:
        """All of it. Raises InputError."""
        self.problems.refuse_unknown((), self.data, (*KEYS, *RULES))
        settled, found = self._table("set"), axes(self.data, self.problems)
        formats, purpose = self._written([each.axis for each in found])
        known = bases(self.data, found, self.folder, self.problems)
        raise_together(self.problems.in_order)  # what follows speaks of what stands on the axes
        found = tuple(axis.patterns_filled(known, self.problems) for axis in found)
        spec = Spec(
            document=self.document,
            name=self._template("name", found) or usual_name(found),
            title=self._template("title", found),
            bases=known,
            axes=tuple(each.axis for each in found),
            formats=formats,
            purpose=purpose,
            preset=str(self.data.get(PRESET, "")),
            settled=settled,
            options=self._options([each.axis for each in found], formats, purpose),
            exclude=rules(EXCLUDE, self.data, found, self.problems),
            where=rules(WHERE, self.data, found, self.problems),
            pictures=self._flag("pictures"),
            prices=self._prices(),
        )
        raise_together(self.problems.in_order)
        if not spec.total:
            self.problems.refuse(
                (WHERE if spec.where else EXCLUDE,), words("leave nothing to be made: take one of them out")
            )
        raise_together(self.problems.in_order)
        return spec

    def _written(self, found: Sequence[Axis]) -> tuple[tuple[str, ...], str]:
        """The formats, and the purpose."""
        purpose = self.data.get("purpose", "paper")
        if not isinstance(purpose, str) or purpose not in PURPOSES.names():
            told = words(
                "there is no purpose {purpose}{advice}",
                purpose=quoted(purpose),
                advice=did_you_mean(str(purpose), PURPOSES.names()),
            )
            self.problems.refuse(("purpose",), told)
            return (), "paper"
        given = self.data["formats"] if "formats" in self.data else self._usual(purpose, found)
        if not isinstance(given, list | tuple) or not all(isinstance(each, str) for each in given):
            self.problems.refuse(
                ("formats",), words('is a list of formats: write ["pdf", "json"], not {given}', given=quoted(given))
            )
            return (), purpose
        for at, each in enumerate(given):
            if each not in EXPORTERS.names():
                told = words(
                    "there is no format {each}{advice}", each=quoted(each), advice=did_you_mean(each, EXPORTERS.names())
                )
                self.problems.refuse(("formats", at), told)
        return tuple(dict.fromkeys(given)), purpose

    def _usual(self, purpose: str, found: Sequence[Axis]) -> list[str]:
        """The formats that are written on the papers of the range, if all of these agree."""
        on_axes = [entry.sets[PAPER] for axis in found for entry in axis.entries if PAPER in entry.sets]
        papers = on_axes or [self._table("options").get(PAPER.removeprefix(OPTIONS), FULL)]
        usual = {tuple(PURPOSES.member(purpose)().usual(paper)) for paper in papers if isinstance(paper, str)}
        if len(usual) > 1:
            self.problems.refuse(
                ("axes",), words('has papers that are usually written differently: write formats = ["pdf"]')
            )
        return [*min(usual, default=())]

    def _table(self, key: str) -> dict[str, Any]:
        given = self.data.get(key, {})
        if isinstance(given, Mapping):
            return dict(flat(given))
        self.problems.refuse(
            (key,),
            words(
                "is a table, not {given}: write [{key}] and its values below, one a line",
                given=quoted(given),
                key=Name(key),
            ),
        )
        return {}

    def _flag(self, key: str) -> bool:
        given = self.data.get(key, True)
        if not isinstance(given, bool):
            self.problems.refuse((key,), no_switch(given))
        return bool(given)

    def _template(self, key: str, found: Sequence[Any]) -> str:
        given = self.data.get(key, "")
        names = {name for each in found for name in each.names} | {PRESET}
        if not isinstance(given, str) or not given.isprintable():
            self.problems.refuse(
                (key,), words("is a text with gaps in braces, on one line, not {given}", given=quoted(given))
            )
            return ""
        for gap in gaps(given):
            if gap not in names:
                self.problems.refuse(
                    (key,), words("there is no axis {gap}{advice}", gap=quoted(gap), advice=did_you_mean(gap, names))
                )
        return given

    def _prices(self) -> Prices | None:
        given = self.data.get("prices")
        if given is None:
            return None
        if not isinstance(given, str):
            self.problems.refuse(
                ("prices",), words("is the name of a file with your prices, not {given}", given=quoted(given))
            )
            return None
        path = self.folder / given
        with self.problems.taking():
            return read_prices(read_text(path), str(path))
        return None

    def _options(self, found: Sequence[Axis], formats: Sequence[str], purpose: str) -> dict[str, Any]:
        """Those that hold for all; each that an axis sets is tried beside them."""
        settled = {name: self._beside(name, given) for name, given in self._table("options").items()}
        self._try(settled, ("options",), formats, purpose)
        for number, axis in enumerate(found):
            for at, entry in enumerate(axis.entries):
                wished = {
                    key.removeprefix(OPTIONS): each for key, each in entry.sets.items() if key.startswith(OPTIONS)
                }
                if wished:
                    self._try(wished, ("axes", number, "values", at), formats, purpose)
        return settled

    def _beside(self, name: str, given: Any) -> Any:
        """A file's name as it is found from here."""
        is_file = isinstance(given, str) and name in wishes() and wishes()[name].kind == "file"
        return str(self.folder / given) if is_file else given

    def _try(self, wished: Mapping[str, Any], at: tuple[str | int, ...], formats: Sequence[str], purpose: str) -> None:
        try:
            read_options(wished)
            drawn = {COLOURWAY} if self.data.get("pictures", True) else set()
            refuse_unread(purpose, formats, (each for each in wished if each not in drawn))
        except InputError as error:
            for each in error.problems:
                steps, told = ((*at, each.key), NOTHING) if at == ("options",) else (at, Name(each.key))
                self.problems.refuse(steps, series((told, each.message), ": "))
