"""The languages in which a pattern is printed, and the ``Teller``: the one place where text is made of what is said.

English in millimetres is what ``str()`` gives. The other languages are message catalogues in ``messages/``, one file
each, of which only the one asked for is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Any, NamedTuple

from bagpattern.errors import InputError, Problem, did_you_mean, quoted
from bagpattern.said import (
    ByUnits,
    Called,
    Cased,
    Counted,
    Figure,
    Graded,
    Length,
    Lengths,
    Mass,
    Name,
    Proposed,
    Said,
    Scale,
    Series,
    Words,
)
from bagpattern.units import METRIC, Units, number
from bagpattern.values import value
from bagpattern.words import FIGURES, divided, form, literal, words

MESSAGES = Path(__file__).parent / "messages"
ENGLISH = "en"
BETWEEN = " / "
"""What stands between the figures of several sizes."""


class Rules(NamedTuple):
    """What differs from language to language beside the words, with the language's own ``title`` in English.

    ``point`` is its decimal mark; nouns that keep their capital within a sentence are ``capital_nouns``.
    What the shipped font has no letters of needs an ``own_font``.
    """

    title: str
    point: str = "."
    capital_nouns: bool = False
    own_font: bool = False


RULES = {
    ENGLISH: Rules("English"),
    "de": Rules("German", ",", capital_nouns=True),
    "fr": Rules("French", ","),
    "es": Rules("Spanish", ","),
    "ja": Rules("Japanese", own_font=True),
}
"""A language is a row here and a catalogue of its name."""
LANGUAGES = {name: rules.title for name, rules in RULES.items()}
_JOINTS = {
    "; ": form("{one}; {other}"),
    ": ": form("{one}: {other}"),
    ", ": form("{one}, {other}"),
    " and ": form("{one} and {other}"),
    " or ": form("{one} or {other}"),
    " to ": form("{one} to {other}"),
}
"""How two things stand after each other, by what is between them in English; other signs stay."""
_UNITS = {"in": form("in"), "yd": form("yd")}
_GAP = "{"
"""How a gap begins."""
_UNSPACED = "\u3000"
"""No blank stands after such signs and those beyond, as in Japanese."""


class _Unknown(NullTranslations):
    """What a catalogue has not is empty, not English: it may know the same with another first letter."""

    def gettext(self, message: str) -> str:
        return ""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return ""


@cache
def _catalogue(name: str) -> NullTranslations:
    with (MESSAGES / f"{name}.mo").open("rb") as file:
        catalogue = GNUTranslations(file)
    catalogue.add_fallback(_Unknown())
    return catalogue


@value
class Teller:
    """Says things in some ``units``, a pattern's, and the ``language`` of that name. Raises InputError for others."""

    units: Units = METRIC
    language: str = ENGLISH

    def __post_init__(self) -> None:
        known = isinstance(self.language, str) and self.language in RULES
        if not known or not isinstance(self.units, Units):
            raise InputError(self._faults(known))

    def _faults(self, known: bool) -> Iterator[Problem]:
        if not isinstance(self.units, Units):
            yield Problem(
                "units", words("are those of a pattern, pattern.units, not {given}", given=quoted(self.units))
            )
        if not known:
            advice = did_you_mean(str(self.language), RULES)
            yield Problem("language", words("cannot be {value}{advice}", value=quoted(self.language), advice=advice))

    def __call__(self, said: Said) -> str:
        """The text. A form that the catalogue has not stays English."""
        return _TELLING[type(said)](self, said)

    @property
    def rules(self) -> Rules:
        """How its language differs."""
        return RULES[self.language]

    # figures ----------------------------------------------------------------------------------------------------------

    def _beside(self, said: Said) -> str:
        """'240 mm (9 7/16 in)', where both units are told; empty where one is."""
        both = [Teller(each, self.language)(said) for each in self.units.beside or ()]
        return f"{both[0]} ({both[1]})" if len({*both}) > 1 else "".join(both[:1])

    def number(self, figure: float, decimals: int = 1) -> str:
        """A number with the language's decimal mark."""
        return self._marked(number(figure, decimals))

    def length(self, mm: float) -> str:
        """'12.5 mm', '9 1/2 in'."""
        return self(Length(mm))

    def figure(self, mm: float) -> str:
        """A length without its unit, for columns that say it above."""
        return self._beside(Length(mm, Scale.FIGURE)) or self._marked(self.units.figure(mm))

    def bought(self, mm: float) -> str:
        """A length to ask for in a shop: in cm, from 2 m on in m; inches, and from 10 on yards, are rounded up."""
        return self(Length(mm, Scale.SHOP))

    def money(self, amount: float) -> str:
        """'12.50', without its currency."""
        return self._marked(f"{amount:.2f}")

    def _marked(self, figure: str) -> str:
        return figure.replace(".", self.rules.point)

    def _told(self, lengths: tuple[Length, ...], joint: str = "") -> tuple[str, str]:
        """Figures that stand together, and their unit."""
        figures, unit = self.units.told(*lengths)
        first, *others = map(self._marked, figures)
        for each in others:
            first = self._joined(first, each, joint)
        return first, self._known(_UNITS.get(unit, "")) or unit

    # kinds of what is said --------------------------------------------------------------------------------------------

    def _length(self, said: Length) -> str:
        if self.units.beside:
            return self._beside(said)
        told = _with_unit(*self._told((said,)))
        return f"{told} ({said.sold})" if said.sold and self.units.metric else told

    def _lengths(self, said: Lengths) -> str:
        return self._beside(said) or _with_unit(*self._told(said.each, said.joint))

    def _graded(self, said: Graded) -> str:
        if self.units.beside:
            return self._beside(said)
        told = [self._told(*_measured(each)) for each in said.each if isinstance(each, Length | Lengths)]
        if not told or len({unit for _, unit in told}) > 1:
            return _between(map(self, said.each))
        return _with_unit(_between(figure for figure, _ in told), told[0][1])

    def _mass(self, said: Mass) -> str:
        return self._beside(said) or self._marked(self.units.mass(said.grams, said.whole, said.last))

    def _by_units(self, said: ByUnits) -> str:
        measured = any(isinstance(each, Length) for each in said.unfold())
        both = self._beside(said) if measured else ""  # what names no size is said once
        return both or self(said.metric if self.units.metric else said.inches)

    def _words(self, said: Words) -> str:
        upper = said.form[:1].isupper()
        text = self._in_case(said.form, upper)
        told = self._filled(text, said.gaps)
        return _first(told, upper=True) if upper and text[:1] == _GAP else told  # a translation may begin with a gap

    def _counted(self, said: Counted) -> str:
        english = said.one if said.count == 1 else said.many
        found = "" if self.language == ENGLISH else _catalogue(self.language).ngettext(said.one, said.many, said.count)
        return self._filled(found or english, said.gaps)

    def _cased(self, said: Cased) -> str:
        of = said.of
        if isinstance(of, Words) and of.form[:1] not in ("", _GAP):
            text = self._filled(self._in_case(of.form, said.upper), of.gaps)
        elif isinstance(of, Words | Series) and of.parts() and not said.upper:
            first, *others = of.parts()
            text = self(of.with_parts((first.lower(), *others)))
        else:
            text = self(of)
        return _first(text, upper=True) if said.upper else text  # likewise

    def _series(self, said: Series) -> str:
        first, *others = map(self, said.each)
        for each in others:
            first = self._joined(first, each, said.joint)
        return first

    # words ------------------------------------------------------------------------------------------------------------

    def _known(self, message: str) -> str:
        """A form in the language; empty where its catalogue has none."""
        return _catalogue(self.language).gettext(message) if message and self.language != ENGLISH else ""

    def _in_case(self, message: str, upper: bool) -> str:
        """A form with its first letter as wanted, whichever of the two the catalogue has."""
        wanted = _first(message, upper)
        if self.language == ENGLISH:
            return wanted
        exact, other = self._known(wanted), self._known(_first(message, not upper))
        if exact or not other:
            return exact or wanted
        keeps = not upper and (self.rules.capital_nouns or other[1:2].isupper())
        return other if keeps else _first(other, upper)

    def _filled(self, text: str, gaps: tuple[tuple[str, Said], ...]) -> str:
        if _GAP not in text:
            return text
        content, told = dict(gaps), ""
        for before, gap in divided(text):
            told += before[1:] if self._is_abbreviation(told) and before[:1] == "." else before
            told += self(content[gap] if gap in content else literal(gap)) if gap else ""
        return told

    def _is_abbreviation(self, told: str) -> bool:
        """Whether a text ends with a unit that has a stop of its own, which then ends the sentence, too."""
        return told.endswith(".") and any(told.endswith(f" {self._known(unit)}") for unit in _UNITS.values())

    def _joined(self, one: str, other: str, joint: str) -> str:
        if joint == " ":
            return f"{one}{other}" if one[-1:] >= _UNSPACED else f"{one} {other}"
        if joint == FIGURES:
            joint = BETWEEN if self.rules.point == "," else ", "
            return f"{one}{joint}{other}"
        known = self._known(_JOINTS.get(joint, ""))
        between = {"one": one, "other": other, "": ""}
        return "".join(before + between[gap] for before, gap in divided(known or f"{{one}}{joint}{{other}}"))


def _first(text: str, upper: bool) -> str:
    return (text[:1].upper() if upper else text[:1].lower()) + text[1:]


def _with_unit(figures: str, unit: str) -> str:
    return f"{figures} {unit}" if unit else figures


def _between(texts: Iterable[str]) -> str:
    """The texts of several sizes; one that all share once."""
    each = list(texts)
    return each[0] if len({*each}) == 1 else BETWEEN.join(each)


def _measured(said: Length | Lengths) -> tuple[tuple[Length, ...], str]:
    return (said.each, said.joint) if isinstance(said, Lengths) else ((said,), "")


_TELLING: dict[type, Callable[[Teller, Any], str]] = {
    Words: Teller._words,
    Name: lambda teller, said: said.text,
    Called: lambda teller, said: teller._known(said.text) or said.text,
    Figure: lambda teller, said: teller.number(said.number, said.decimals),
    Length: Teller._length,
    Lengths: Teller._lengths,
    ByUnits: Teller._by_units,
    Mass: Teller._mass,
    Cased: Teller._cased,
    Proposed: lambda teller, said: teller(said.of),
    Series: Teller._series,
    Graded: Teller._graded,
    Counted: Teller._counted,
}
PLAIN = Teller()
"""English in millimetres."""
