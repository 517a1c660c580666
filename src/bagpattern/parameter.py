"""A declared value: what a preset may write for it, and how it is read, written and refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bagpattern.errors import did_you_mean, is_nearly, nearest, no_switch, quoted
from bagpattern.lengths import over, under
from bagpattern.misread import is_bare
from bagpattern.said import NOTHING, ByUnits, Figure, Length, Name, Proposed, Rounding, Said
from bagpattern.units import METRIC, Units, exact, parse_length
from bagpattern.values import value
from bagpattern.words import form, series, words

LONGEST_TEXT = 80
"""A text is printed on pieces and stands in ids."""
BY_RULE = "by rule"
"""The word for what a rule decides: as if the value were left out, whatever the preset inherits."""


@value
class Parameter:
    """One declared value. ``kind`` is length, count, choice, flag, text or words; limits are mm or whole numbers.

    A length whose default is None is optional: left out, a rule of the style or part decides it.
    """

    kind: str
    help: str
    default: Any = None
    least: float | None = None
    most: float | None = None
    choices: tuple[str, ...] = ()
    needed: bool = False
    """Whether a length that has no default is to be given: no rule can decide it."""
    remark: bool = False
    """Whether a text or a choice that has no default may be left unsaid."""
    source: Callable[[], tuple[str, ...]] | None = None
    """Where the choices come from when they stand in the catalogue, which is not read before it is needed."""
    sized: bool = False
    """Whether the choices are lengths that something is sold in."""
    hardware: bool = False
    """Whether a length is the width of hardware, which is sold in sizes of its own."""
    called: Callable[[str], str] | None = None
    """Gives the choice that goes by another name, too, or ''."""
    beside: str = ""
    """The key of an array in the same table: the names of its entries may be chosen, too."""

    @property
    def optional(self) -> bool:
        """Whether a preset may leave the value out."""
        return self.default is not None or self.remark or self.by_rule

    @property
    def by_rule(self) -> bool:
        """Whether a rule decides the value when it is left out, or when the preset says so."""
        return self.kind == "length" and self.default is None and not self.needed

    @property
    def options(self) -> tuple[str, ...]:
        """The words that a choice may be, or that a list of words usually holds."""
        return self.source() if self.source else self.choices

    def read(self, value: Any) -> Any:
        """The checked value, None for what is left to its rule. Raises ValueError saying what to write instead."""
        if self.kind == "length" and isinstance(value, str) and is_nearly(value, BY_RULE):
            return self._left_to_its_rule(value)
        return getattr(self, f"_read_{self.kind}")(value)

    def write(self, value: Any, units: Units = METRIC) -> Any:
        """The value as a preset would give it: reads back to the very same value."""
        if self.kind == "words":
            return list(value)
        if self.sized:
            return _as_length(value)
        if self.kind != "length" or value is None:
            return value
        return exact(value, sold=True) if self.hardware and units.metric else units.written(value)

    def limits(self, units: Units = METRIC) -> str:
        """'80 mm to 600 mm', '1 to 9', 'drop-in, none': what may be written, in words."""
        return str(self.bounds(units))

    def bounds(self, units: Units = METRIC) -> Said:
        """The same to be said in other languages, its figures as they are written."""
        if self.kind == "choice" or self.choices:
            return Name(", ".join(self.options))
        if self.least is None or self.most is None:
            return Name({"flag": "true, false"}.get(self.kind, ""))
        length = self.kind == "length"
        ends = units.limits(self.least, self.most) if length else (str(self.least), str(self.most))
        return series(map(Name, ends), " to ")

    def typed(self, text: str) -> Any:
        """What *text*, typed on a command line, stands for in a preset; what cannot be read is left as it is."""
        if self.kind == "flag":
            return {"true": True, "false": False}.get(text.strip().lower(), text)
        if self.kind == "words":
            return [word.strip() for word in text.split(",") if word.strip()]
        if self.kind == "count" and text.strip().isascii() and text.strip().lstrip("-").isdigit() and len(text) < 20:
            return int(text)
        return text

    def _left_to_its_rule(self, value: str) -> None:
        if not self.by_rule:
            start = NOTHING
            if self.default is not None:
                start = words(", such as its default {value}", value=quoted(self.write(self.default)))
            raise ValueError(
                words(
                    "there is no rule for it: write a length{start}, not {value}",
                    start=start,
                    value=quoted(value),
                )
            )
        if value != BY_RULE:
            raise ValueError(
                words("{value} is not a length; did you mean {by_rule}?", value=quoted(value), by_rule=quoted(BY_RULE))
            )

    def _read_length(self, value: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, str):
            if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e9:
                raise ValueError(
                    _without_unit(form("is a length and needs its unit, in quotes: write {hint}"), str(value))
                )
            raise ValueError(words('is a length and needs its unit, in quotes: write "24 cm"'))
        if is_bare(value):
            told = form("{value} has no unit; write {hint}, or {others}")
            gaps = {"value": quoted(value), "others": _other_units(value)}
            raise ValueError(_without_unit(told, value.strip(), **gaps))
        return self._within(parse_length(value))

    def _read_count(self, value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or abs(value) > 10**9:
            raise ValueError(
                words("must be a whole number, {limits}, not {value}", limits=self.bounds(), value=quoted(value))
            )
        if self.choices and str(value) not in self.choices:
            raise ValueError(words("cannot be {value}; there is {limits}", value=value, limits=self.bounds()))
        return int(self._within(value))

    def _read_choice(self, value: Any) -> str:
        if not isinstance(value, str):
            may_be = Name(f" ({self.limits()})" if self.choices else "")  # a catalogue is too long to be told here
            raise ValueError(words("must be one word in quotes{known}, not {value}", known=may_be, value=quoted(value)))
        if value not in self.options:
            known = self.called(value) if self.called else ""
            if known in self.options:
                told = words(
                    "cannot be {value}: write {known}, which is what it is called here",
                    value=quoted(value),
                    known=quoted(known),
                )
                raise ValueError(Proposed(told, Name(known)))
            near = nearest(value, self.options)
            told = words("cannot be {value}{advice}", value=quoted(value), advice=did_you_mean(value, self.options))
            raise ValueError(Proposed(told, Name(near)) if near else told)
        return value

    def _read_flag(self, value: Any) -> bool:
        if not isinstance(value, bool):
            raise ValueError(no_switch(value))
        return value

    def _read_text(self, value: Any) -> str:
        if not isinstance(value, str) or not value.strip():
            raise ValueError(words("must be a text in quotes, not {value}", value=quoted(value)))
        if not value.isprintable():
            raise ValueError(words("has a line break or a control character: write one printable line"))
        if len(value) > LONGEST_TEXT:
            raise ValueError(
                words(
                    "has {count} characters: write at most {most}",
                    count=len(value),
                    most=LONGEST_TEXT,
                )
            )
        return value

    def _read_words(self, value: Any) -> tuple[str, ...]:
        if not isinstance(value, list | tuple):
            raise ValueError(words('must be a list of words: write ["...", "..."], not {value}', value=quoted(value)))
        return tuple(self._read_text(word) for word in value)

    def _within(self, value: float) -> float:
        if self.least is not None and under(value, self.least):
            least = self._bound(self.least, Rounding.UP)
            told = words("{value} is too small: at least {least}", value=self._shown(value), least=least)
            raise ValueError(Proposed(told, least))
        if self.most is not None and over(value, self.most):
            most = self._bound(self.most, Rounding.DOWN)
            told = words("{value} is too large: at most {most}", value=self._shown(value), most=most)
            raise ValueError(Proposed(told, most))
        return value

    def _shown(self, value: float) -> Length | Figure:
        """A figure; a length to the hundredth, as 1/4 in is 6.35 mm."""
        return Length(round(value, 2), rounding=Rounding.EXACT) if self.kind == "length" else Figure(value)

    def _bound(self, value: float, inwards: Rounding) -> ByUnits | Figure:
        """A limit as it can be written: exact in mm, in inches the next mark inside of it."""
        if self.kind != "length":
            return Figure(value)
        return ByUnits(self._shown(value), Length(value, rounding=inwards))


def _without_unit(told: str, figure: str, **gaps: Said) -> Said:
    """What to write for a bare number: mm, or inches where the maker thinks in them, or writes a fraction."""
    mm = "in" if "/" in figure else "mm"
    hint = ByUnits(Name(f'"{figure} {mm}"'), Name(f'"{figure} in"'))
    return Proposed(words(told, hint=hint, **gaps), ByUnits(Name(f"{figure} {mm}"), Name(f"{figure} in")))


def _other_units(figure: str) -> Said:
    small = "ft, mm, cm, m"
    return ByUnits(Name(small if "/" in figure else "cm, m, in, ft"), Name(small))


def _as_length(size: str) -> str:
    """A size that is told in mm as the length that it is, others and words as they are."""
    known = exact(parse_length(size)) if size.endswith(" mm") else size
    return known if known == size else size
