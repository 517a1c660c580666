"""One variant made: a row of what it is, and its files as bytes. Nothing is read or written here but what travels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from time import perf_counter
from typing import Any, NamedTuple

from bagpattern import __version__
from bagpattern.errors import InputError, PatternError, Problem
from bagpattern.export import Job, rendered
from bagpattern.export.view import view_text
from bagpattern.language import Teller
from bagpattern.model.pattern import Pattern
from bagpattern.options import read_options
from bagpattern.own_parts import blamed, use
from bagpattern.pipeline import draft
from bagpattern.preset.reading import LANGUAGE, read
from bagpattern.ranges.facts import facts
from bagpattern.ranges.fitting import what_fits
from bagpattern.ranges.spec import Spec
from bagpattern.ranges.variant import LANGUAGE_KEY, Variant
from bagpattern.registry import content, folders
from bagpattern.said import Name
from bagpattern.values import replace, value
from bagpattern.words import words

MADE, REFUSED, STOPPED = "made", "refused", "stopped"
"""What becomes of a variant: it is written; it cannot be made as it is; or making it did not come to an end."""
FILES, PICTURES = "files", "pictures"
_VIEW = "three-quarter"

Row = dict[str, Any]


@value
class Order:
    """What all variants of a range have in common, for whoever makes some of them; it travels with them.

    ``parts`` are the folders with parts of one's own, and ``own`` the hash of these.
    """

    bases: Mapping[str, Mapping[str, Any]]
    formats: tuple[str, ...]
    purpose: str
    pictures: bool
    parts: tuple[str, ...]
    own: str
    version: str

    @classmethod
    def of(cls, spec: Spec) -> Order:
        """The order of a range, with the parts of one's own that are in use now."""
        data = {name: base.data for name, base in spec.bases.items()}
        return cls(data, spec.formats, spec.purpose, spec.pictures, folders(), content(), __version__)


class Made(NamedTuple):
    """What has become of a variant: its row, its files by their places in the range's folder, and how long it took."""

    row: Row
    files: Mapping[str, bytes]
    seconds: float


def make_each(order: Order, variants: Iterable[Variant]) -> Iterator[Made]:
    """What becomes of each. Raises InputError when another version, or other parts, are installed here."""
    _prepared(order.parts)
    if (order.version, order.own) != (__version__, content()):
        what = words("other parts")
        if order.version != __version__:
            what = words("version {version}", version=Name(__version__))
        raise InputError(
            [
                Problem(
                    "",
                    words(
                        "bagpattern is {version}, and where it is to be made has {what}",
                        version=Name(order.version),
                        what=what,
                    ),
                )
            ]
        )
    bench = _Bench(order)
    return map(bench.made, variants)


def make_all(order: Order, variants: Sequence[Variant]) -> list[Made]:
    """As ``make_each``, all at once: what an executor is given."""
    return [*make_each(order, variants)]


def stopped(variant: Variant, why: str, seconds: float = 0.0) -> Made:
    """A variant that did not come to an end, and why; it is tried again with the next run."""
    return Made({**_begun(variant), "status": STOPPED, "reasons": [_reason("", why)]}, {}, seconds)


@cache
def _prepared(parts: tuple[str, ...]) -> None:
    """Take the parts in, once in each process; where they are in use already, such as in one's own, nothing changes."""
    if parts and not content():
        for folder in parts:
            use(folder)


class _Drafted(NamedTuple):
    """A bag that several variants have in common, which differ in language, paper or formats only."""

    of: Any
    pattern: Pattern
    facts: Row
    pictures: dict[str | None, bytes]


class _Bench:
    """Makes one after another, and keeps the last bag."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.last: _Drafted | None = None

    def made(self, variant: Variant) -> Made:
        """Whatever goes wrong becomes a row, too."""
        start = perf_counter()
        try:
            row, files = self._written(variant)
        except InputError as error:
            row, files = _refused(variant, map(_told, error.problems)), {}
            row["fits"] = what_fits(self.order.bases[variant.base], variant.bag[1])
        except PatternError as error:
            row, files = _refused(variant, (_reason("", str(each)) for each in error.findings)), {}
        except Exception as error:  # one bag that goes wrong is not to keep thousands from being made
            why = blamed(error) or f"went wrong: {type(error).__name__}: {error}"
            return stopped(variant, str(why), perf_counter() - start)
        return Made(row, files, perf_counter() - start)

    def _written(self, variant: Variant) -> tuple[Row, dict[str, bytes]]:
        drafted = self._drafted(variant)
        pattern, options = _called(drafted.pattern, variant), read_options(variant.wished)
        contents = rendered(Job(pattern, self.order.purpose, options), self.order.formats)
        files = {f"{FILES}/{variant.folder}/{name}": each for name, each in contents.items()}
        pictures = self._picture(drafted, variant, options.colourway)
        row = {**_begun(variant), "status": MADE, **drafted.facts, "title": pattern.name}
        row["files"] = [_file(path, each) for path, each in files.items()]
        row["picture"] = next(iter(_file(path, each) for path, each in pictures.items()), None)
        return row, {**files, **pictures}

    def _drafted(self, variant: Variant) -> _Drafted:
        if self.last is None or self.last.of != variant.bag:
            self.last = None  # a bag takes much memory: one at a time
            base, sets = variant.bag
            pattern = draft(read(self.order.bases[base], sets, called=""))
            if pattern.errors:
                raise PatternError(pattern.errors)
            self.last = _Drafted(variant.bag, pattern, facts(pattern), {})
        return self.last

    def _picture(self, drafted: _Drafted, variant: Variant, colourway: str | None) -> dict[str, bytes]:
        if not self.order.pictures:
            return {}
        if colourway not in drafted.pictures:
            drafted.pictures[colourway] = view_text(drafted.pattern, _VIEW, "colour", colourway).encode()
        return {f"{PICTURES}/{variant.folder}.svg": drafted.pictures[colourway]}


def _called(pattern: Pattern, variant: Variant) -> Pattern:
    """The pattern as the variant has it called, and in its language: all that differs where a bag is the same."""
    name = variant.title or pattern.name
    settings = {**pattern.settings, "preset": variant.name, "name": name}
    if LANGUAGE_KEY in variant.sets:
        try:
            settings[LANGUAGE_KEY] = LANGUAGE.read(variant.sets[LANGUAGE_KEY])
        except ValueError as error:
            raise InputError([Problem(LANGUAGE_KEY, error.args[0])]) from None
    return replace(pattern, preset=variant.name, name=name, settings=settings)


# rows -----------------------------------------------------------------------------------------------------------------


def _begun(variant: Variant) -> Row:
    return {"key": variant.key, "name": variant.name, "preset": variant.base, "words": dict(variant.words)}


def _refused(variant: Variant, reasons: Iterable[Row]) -> Row:
    return {**_begun(variant), "status": REFUSED, "reasons": [*reasons]}


def _told(problem: Problem) -> Row:
    """A problem in English, as all data are, without the file, which lies elsewhere on another machine."""
    tell = Teller(problem.tell.units) if isinstance(problem.tell, Teller) else problem.tell
    return _reason(problem.key, tell(problem.message))


def _reason(key: str, message: str) -> Row:
    return {"key": key, "message": message}


def _file(path: str, given: bytes) -> Row:
    return {"path": path, "bytes": len(given), "sha256": sha256(given).hexdigest()}
