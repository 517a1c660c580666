"""What is to be said, as values: forms of English with gaps, and the names, lengths and counts that stand in them.

``str()`` of such a value is English in millimetres, which is what pattern.json and messages say. Text for a maker is
made of it in one place, by a ``language.Teller``, in the maker's units and language. A name that somebody gave is not
translated, unless a shipped preset gave it, and a figure in it never converted.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from importlib import import_module

from bagpattern.values import value

_TOLD_BY = "bagpattern.language"
"""The one place where text is made stands above, and is fetched by name when a text is wanted."""


class Rounding(StrEnum):
    """To which side a length is rounded when it is told: a bound that is followed to the letter has to hold.

    An exact one has all of its decimals, in mm: what somebody wrote.
    """

    NEAREST = "nearest"
    UP = "up"
    DOWN = "down"
    EXACT = "exact"


class Scale(StrEnum):
    """In what a length is told: mm, cm, or as a shop sells it, in cm and m, or in whole inches rounded up and yards.

    Cloth is sold in steps of its own, or in eighths of a yard; webbing, tape and hardware by the size of the trade:
    what is 20 mm here is 3/4 in there. A figure stands in a column that says its unit.
    """

    MM = "mm"
    CM = "cm"
    SHOP = "shop"
    CLOTH = "cloth"
    TRADE = "trade"
    FIGURE = "figure"


class Said:
    """Anything that can be said. An empty one is false."""

    def __str__(self) -> str:
        told: str = import_module(_TOLD_BY).PLAIN(self)
        return told

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

    def unfold(self) -> Iterator[Said]:
        """It and everything that it is made of."""
        yield self
        for part in self.parts():
            yield from part.unfold()

    def instead(self, old: Said, new: Said) -> Said:
        """The same, with *new* wherever *old* stands in it."""
        if self == old:
            return new
        parts = self.parts()
        return self.with_parts(tuple(part.instead(old, new) for part in parts)) if parts else self

    def tells(self, other: Said) -> bool:
        """Whether *other* stands somewhere in it."""
        return any(each == other for each in self.unfold())


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
    """A trade's name, a code, or what somebody wrote: said as it is in every language."""

    text: str

    def __bool__(self) -> bool:
        return bool(self.text)


@value
class Called(Said):
    """What a preset calls a bag or a part of it: translated if a shipped preset has the name, else left as it is."""

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
class ByUnits(Said):
    """What is bought in one size where people measure in ``metric`` units, and in another where in ``inches``."""

    metric: Said
    inches: Said

    def parts(self) -> tuple[Said, ...]:
        """Both."""
        return self.metric, self.inches

    def with_parts(self, parts: tuple[Said, ...]) -> ByUnits:
        """The same in other words."""
        return ByUnits(*parts)


@value
class Mass(Said):
    """A mass in grams; a part of a ``whole``, the ``last`` of its parts, so that they add up as they are told."""

    grams: float
    whole: float = 0.0
    last: bool = False


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
class Proposed(Said):
    """Words that propose a ``value`` for what is refused, or for the parameter ``key`` beside it: a page offers it.

    The value is a length, a whole figure, or a name, or one of these by units: what a preset would write.
    """

    of: Said
    value: Length | Figure | Name | ByUnits
    key: str = ""

    def parts(self) -> tuple[Said, ...]:
        """What is said so."""
        return (self.of,)

    def with_parts(self, parts: tuple[Said, ...]) -> Proposed:
        """The same proposed in other words."""
        return Proposed(parts[0], self.value, self.key)


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
