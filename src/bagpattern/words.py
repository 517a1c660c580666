"""What is to be said, as values: forms of English with gaps, and the names, lengths and counts that stand in them.

``str()`` of such a value is English in millimetres, which is what pattern.json and messages say. Text for a maker is
made of it in one place, by a ``language.Teller``, in the maker's units and language. A name that somebody gave is never
translated, and a figure in it never converted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from bagpattern.values import value

Kind = TypeVar("Kind", bound="Said")


class Rounding(StrEnum):
    """To which side a length is rounded when it is told: a bound that is followed to the letter has to hold.

    An exact one has all of its decimals, in mm: what somebody wrote.
    """

    NEAREST = "nearest"
    UP = "up"
    DOWN = "down"
    EXACT = "exact"


class Scale(StrEnum):
    """In what a length is told: mm, cm, or as a shop sells it, in cm and m, or in inches rounded up and yards.

    Cloth is sold in steps of its own, or in eighths of a yard. A figure stands in a column that says its unit.
    """

    MM = "mm"
    CM = "cm"
    SHOP = "shop"
    CLOTH = "cloth"
    FIGURE = "figure"


class Said:
    """Anything that can be said. An empty one is false."""

    def __str__(self) -> str:
        from bagpattern.language import PLAIN  # it tells every kind of what is said

        return PLAIN(self)

    def capitalize(self) -> Said:
        """The same with a capital, as a title or a sentence begins."""
        return Cased(self, True)

    def lower(self) -> Said:
        """The same as it stands within a sentence: without a capital, where the language has none there."""
        return Cased(self, False)

    def parts(self) -> tuple[Said, ...]:
        """What it is made of, in order."""
        return ()

    def with_parts(self, parts: tuple[Said, ...]) -> Said:
        """The same made of others."""
        return self

    def tells(self, other: Said) -> bool:
        """Whether *other* stands somewhere in it."""
        return self == other or any(each.tells(other) for each in self.parts())


@value
class Words(Said):
    """A form of English with named ``gaps``; a gap such as {6 mm} is a length of its own accord."""

    form: str
    gaps: tuple[tuple[str, Said], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.form)

    def parts(self) -> tuple[Said, ...]:
        """What stands in the gaps."""
        return tuple(each for _, each in self.gaps)

    def with_parts(self, parts: tuple[Said, ...]) -> Words:
        """The same form, its gaps filled anew."""
        return Words(self.form, tuple((name, part) for (name, _), part in zip(self.gaps, parts, strict=True)))


@value
class Name(Said):
    """What somebody called a thing, a trade's name or a code: said as it is in every language."""

    text: str

    def __bool__(self) -> bool:
        return bool(self.text)


@value
class Figure(Said):
    """A number that is no length, with at most so many ``decimals``."""

    number: float
    decimals: int = 1


@value
class Length(Said):
    """A length of ``mm``; ``sold`` is the size in inches by which a shop sells the same thing."""

    mm: float
    scale: Scale = Scale.MM
    rounding: Rounding = Rounding.NEAREST
    sold: str = ""


@value
class Lengths(Said):
    """Several lengths that share a unit, with a ``joint`` between them: 220 x 260 mm, 20 to 80 mm."""

    each: tuple[Length, ...]
    joint: str = " x "

    def parts(self) -> tuple[Said, ...]:
        """The lengths."""
        return self.each


@value
class Mass(Said):
    """A mass in grams."""

    grams: float


@value
class Cased(Said):
    """What begins with a capital, or does not."""

    of: Said
    upper: bool

    def __bool__(self) -> bool:
        return bool(self.of)

    def capitalize(self) -> Said:
        """With a capital, whatever it had before."""
        return Cased(self.of, True)

    def lower(self) -> Said:
        """Without, likewise."""
        return Cased(self.of, False)

    def parts(self) -> tuple[Said, ...]:
        """What is said so."""
        return (self.of,)

    def with_parts(self, parts: tuple[Said, ...]) -> Cased:
        """Another with the same letter."""
        return Cased(parts[0], self.upper)


@value
class Series(Said):
    """Several things said after each other, with a ``joint`` between them: sentences, a list, alternatives."""

    each: tuple[Said, ...]
    joint: str = " "

    def __bool__(self) -> bool:
        return any(self.each)

    def parts(self) -> tuple[Said, ...]:
        """The things."""
        return self.each

    def with_parts(self, parts: tuple[Said, ...]) -> Series:
        """Others after each other."""
        return Series(parts, self.joint)


@value
class Graded(Said):
    """The same thing of several sizes, in their order: lengths or figures that are told after each other."""

    each: tuple[Said, ...]

    def parts(self) -> tuple[Said, ...]:
        """That of each size."""
        return self.each


@value
class Counted(Said):
    """One of two forms, by a count: 'page', 'pages'; a language may have more."""

    one: str
    many: str
    count: int
    gaps: tuple[tuple[str, Said], ...] = ()

    def parts(self) -> tuple[Said, ...]:
        """What stands in the gaps."""
        return tuple(each for _, each in self.gaps)

    def with_parts(self, parts: tuple[Said, ...]) -> Counted:
        """The same forms and count, their gaps filled anew."""
        gaps = tuple((name, part) for (name, _), part in zip(self.gaps, parts, strict=True))
        return Counted(self.one, self.many, self.count, gaps)


NOTHING = Words("")
FIGURES = "|"
"""The joint of figures without a unit, which languages tell apart from their decimals."""


def form(text: str) -> str:
    """Marks a form that is kept in a table and said elsewhere, so that the message catalogues have it."""
    return text


def words(form: str, **gaps: Said | int) -> Words:
    """What is printed on a pattern, and translated: every form stands in the message catalogues.

    Raises ValueError for a gap that is not filled, or for something that fits no gap.
    """
    wanted = {name for _, name in divided(form) if name and not name[0].isdigit()}
    if wanted != gaps.keys():
        raise ValueError(f"{form!r} has the gaps {sorted(wanted)}, not {sorted(gaps)}")
    return Words(
        form,
        tuple(
            (name, Figure(each) if isinstance(each, int) else Name(each) if isinstance(each, str) else each)
            for name, each in gaps.items()
        ),
    )


def english(form: str, **gaps: Said | str | int) -> Words:
    """What is said in English alone, with lengths in the maker's units: refusals, findings, help.

    A text in a gap is repeated as it is: a key, or what somebody wrote.
    """
    return words(form, **{name: Name(each) if isinstance(each, str) else each for name, each in gaps.items()})


def counted(one: str, many: str, count: int, **gaps: Said | int) -> Counted:
    """As ``words``, in one of two forms, whose gap ``count`` is the count itself."""
    filled = words(many, count=count, **gaps).gaps if "{count}" in many else words(many, **gaps).gaps
    return Counted(one, many, count, filled)


def series(parts: Iterable[Said], joint: str = " ") -> Said:
    """All that is not empty, one after the other."""
    said = tuple(Name(each) if isinstance(each, str) else each for each in parts if each)  # TRANSITION
    return said[0] if len(said) == 1 else Series(said, joint) if said else NOTHING


def sentences(*parts: Said) -> Said:
    """Sentences after each other; empty ones are left out."""
    return series(parts)


def figures(parts: Iterable[Said]) -> Said:
    """Figures after each other: '12.5, 30'."""
    return series(parts, FIGURES)


def extent(*lengths: float, scale: Scale = Scale.MM, times: str = " x ") -> Lengths:
    """'220 x 260 mm'."""
    return Lengths(tuple(Length(each, scale) for each in lengths), times)


def between(low: float, high: float, scale: Scale = Scale.MM) -> Lengths:
    """'20 to 80 mm'."""
    return Lengths((Length(low, scale), Length(high, scale)), " to ")


def at_least(mm: float) -> Words:
    """'at least 12.5 mm': a bound that a maker may follow to the letter, rounded to the side on which it holds."""
    return english("at least {length}", length=Length(mm, rounding=Rounding.UP))


def at_most(mm: float) -> Words:
    """'at most 12.5 mm', likewise."""
    return english("at most {length}", length=Length(mm, rounding=Rounding.DOWN))


def choose(least: float, most: float, scale: Scale = Scale.MM) -> Words:
    """'choose 12.5 to 30 mm': both ends rounded inward."""
    ends = (Length(least, scale, Rounding.UP), Length(most, scale, Rounding.DOWN))
    return english("choose {lengths}", lengths=Lengths(ends, " to "))


_GAP = re.compile(r"\{([^{}]*)\}")


@lru_cache(maxsize=4096)
def divided(form: str) -> tuple[tuple[str, str], ...]:
    """A form as pairs: some text, and the name of the gap after it; none after the last."""
    parts = _GAP.split(form)
    return tuple(zip(parts[::2], [*parts[1::2], ""], strict=True))


_JOINTS = (" x ", " to ", " or ", " and ", " + ", " \N{MULTIPLICATION SIGN} ")
_PER_UNIT = {"mm": (1.0, Scale.MM), "cm": (10.0, Scale.CM), "m": (1000.0, Scale.SHOP)}


@lru_cache(maxsize=512)
def literal(gap: str) -> Length | Lengths:
    """The length that a gap such as {6 mm}, {30 x 30 mm} or {45 to 50 mm} is. Raises ValueError for any other."""
    figures, _, unit = gap.rpartition(" ")
    if unit not in _PER_UNIT:
        raise ValueError(f"{{{gap}}} is no length")
    each_mm, scale = _PER_UNIT[unit]
    joint = next((each for each in _JOINTS if each in figures), "")
    lengths = tuple(Length(float(each) * each_mm, scale) for each in (figures.split(joint) if joint else [figures]))
    return Lengths(lengths, joint) if joint else lengths[0]


def graded(each: Iterable[Said]) -> Said | None:
    """What several sizes say as one, with the figures of all of them; None when their words differ."""
    first, *others = each
    if all(other == first for other in others):
        return first
    if isinstance(first, Length | Lengths | Figure | Mass):
        return Graded((first, *others)) if all(_alike(first, other) for other in others) else None
    if any(type(other) is not type(first) or _frame(other) != _frame(first) for other in others):
        return None
    made = [graded(part) for part in zip(*(other.parts() for other in (first, *others)), strict=True)]
    return None if not made or None in made else first.with_parts(tuple(part for part in made if part is not None))


def _alike(one: Said, other: Said) -> bool:
    """Whether two figures are told in the same way."""
    if isinstance(one, Lengths) and isinstance(other, Lengths):
        return one.joint == other.joint and len(one.each) == len(other.each)
    if isinstance(one, Length) and isinstance(other, Length):
        return (one.scale, one.rounding) == (other.scale, other.rounding)
    return type(one) is type(other)


def _frame(said: Said) -> tuple[object, ...]:
    """All of a saying but what stands in it."""
    own = {name: each for name, each in vars(said).items() if name not in ("gaps", "each", "of")}
    return (len(said.parts()), *own.items(), *(name for name, _ in getattr(said, "gaps", ())))


def unfold(said: Said) -> Iterator[Said]:
    """It and everything that it is made of."""
    yield said
    for part in said.parts():
        yield from unfold(part)


def forms(said: Said) -> Mapping[str, None]:
    """Every form that is said in it."""
    return dict.fromkeys(each.form for each in unfold(said) if isinstance(each, Words))
