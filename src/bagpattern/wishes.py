"""What a program wishes of an output, by the names of ``drawing.options.Options``: checked, and told in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from bagpattern.drawing.options import Options
from bagpattern.drawing.purposes import PURPOSES, Purpose
from bagpattern.errors import InputError, Problem, did_you_mean, quoted, raise_together
from bagpattern.export import EXPORTERS
from bagpattern.laying import LayPlan
from bagpattern.layout.saved import Kept, plan_text
from bagpattern.registry import Family
from bagpattern.units import parse_length

_WORDS = {
    "rectangles": ("draw", "list"),
    "per": ("material", "piece"),
    "svg_dpi": ("0", "72", "96"),
    "dxf_version": ("r2010", "r12"),
}


def formats_of(given: str | Iterable[str] | None, purpose: str) -> tuple[str, ...]:
    """The formats that are asked for, "pdf,dxf" or a list of them, each once; else those of the purpose.

    Raises InputError for a purpose or a format that there is not.
    """
    _known("purpose", purpose, PURPOSES)
    usual: tuple[str, ...] = PURPOSES.member(purpose).formats
    names = usual if given is None else given.split(",") if isinstance(given, str) else tuple(given)
    chosen = tuple(dict.fromkeys(str(each).strip().lower() for each in names))
    for name in chosen:
        _known("format", name, EXPORTERS)
    return chosen


def _known(what: str, name: object, family: Family) -> None:
    if not isinstance(name, str) or name not in family.names():
        raise InputError(
            [Problem("", f"there is no {what} {quoted(name)}{did_you_mean(str(name), family.names())}")],
        )


def options_of(wished: Mapping[str, Any], formats: Sequence[str], purpose: str) -> Options:
    """The options of these names and values. Raises InputError for what there is not, and for what nothing reads."""
    read, values, problems = _read(formats, purpose), dict[str, Any](), []
    for name, given in wished.items():
        try:
            values[name] = _value(name, given, read)
        except ValueError as error:
            problems.append(Problem(name, str(error)))
    raise_together(problems)
    return Options(**values)


def _read(formats: Sequence[str], purpose: str) -> set[str]:
    """The options that these formats, and the drawings in them, depend on."""
    exporters = [EXPORTERS.member(name) for name in formats]
    drawn = {*PURPOSES.member(purpose).reads, *Purpose.always} if any(each.drawn for each in exporters) else set()
    return {wish for each in exporters for wish in each.reads} | drawn


def _value(name: str, given: Any, read: set[str]) -> Any:
    """One option's value. Raises ValueError saying what to write instead."""
    known = Options.__dataclass_fields__
    if name not in known:
        raise ValueError(f"there is no such option{did_you_mean(name, known)}")
    if name not in read:
        raise ValueError(f"changes nothing in what is written{did_you_mean(name, read)}")
    if name == "plan":
        return _plan(given)
    usual = known[name].default
    if isinstance(usual, float):
        return _length(given)
    if isinstance(usual, bool):
        return _flag(given)
    return None if given is None and usual is None else _text(name, given)


def _length(given: Any) -> float:
    """mm, of text with a unit or a number."""
    if isinstance(given, str):
        return parse_length(given)
    if isinstance(given, bool) or not isinstance(given, int | float):
        raise ValueError(f'is a length: write "10 mm", or a number of mm, not {quoted(given)}')
    return float(given)


def _flag(given: Any) -> bool:
    if not isinstance(given, bool):
        raise ValueError(f"must be True or False, not {quoted(given)}")
    return given


def _text(name: str, given: Any) -> str:
    words = _WORDS.get(name, ())
    if not isinstance(given, str):
        raise ValueError(f"must be text, not {quoted(given)}")
    if words and given not in words:
        raise ValueError(f"cannot be {quoted(given)}{did_you_mean(given, words)}")
    return given


def _plan(given: Any) -> Kept | None:
    """Plans that ``lay`` gave, or a file in which ``bagpattern lay`` kept some."""
    if given is None or isinstance(given, Kept):
        return given
    if isinstance(given, str | Path):
        try:
            return Kept(Path(given).read_text(encoding="utf-8"), str(given))
        except (OSError, ValueError):
            raise ValueError(f"{quoted(str(given))} cannot be read") from None
    plans = [each for each in given if isinstance(each, LayPlan)] if isinstance(given, Sequence) else []
    if not plans:
        raise ValueError(f"must be what lay() gives, or a plan file, not {quoted(given)}")
    return Kept(plan_text(each.lay for each in plans), "plan")
