"""Every setting that the declarations allow, made from the declarations: no style or part is known by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bagpattern.errors import InputError, Problem
from bagpattern.export.json import json_text
from bagpattern.model.pattern import Pattern
from bagpattern.parameters import Choice, Parameter, Table, declarations
from bagpattern.pipeline import make
from bagpattern.registry import Family
from bagpattern.styles import STYLES
from bagpattern.units import parse_length
from tests import proof

Settings = dict[str, Any]

_MENDS = (
    *("make (?:it|the|one|room) ", "choose ", "write ", "leave ", "take ", "hold less", "say which", "give this "),
    *(
        r"(?:it|they) would fit ",
        r"(?:it|there) (?:has|is) room for [\w\d]",
        r"has room \d",
        "from the base it has room",
        "free place is at ",
        "it may bow at most ",
    ),
    *("did you mean ", r"there (?:is|are) [\w, -]+$", r"at (?:most|least) \d", r"style lines divide ", "put them on "),
)
"""How a refusal begins to say what would do instead. "Move one of them" is no such thing: it does not say where to."""
PROMISED = 0.5
"""mm within which a finished size is what the preset asks for."""
TOO_THICK = "BP114"
"""What no machine sews is refused when the layers have been counted, which takes the finished draft."""


@dataclass(frozen=True)
class Case:
    """Settings to draft, with a name for the report."""

    name: str
    settings: Settings


def outcome(settings: Mapping[str, Any]) -> str:
    """``proved`` or ``refused``. Raises AssertionError for a wrong pattern, or a refusal without what and why."""
    try:
        pattern = make(settings)
    except InputError as error:
        faults = [str(problem) for problem in error.problems if not _says_why(problem, settings["style"])]
        return "refused" if error.problems and not faults else f"refused without a reason: {faults}"
    grave = [each for each in pattern.errors if each.code != TOO_THICK]
    assert not grave, "\n".join(map(str, grave))
    broken = list(broken_promises(pattern))
    assert not broken, "\n".join(broken)
    faults = proof.failures(json_text(pattern))
    assert not faults, "\n".join(faults)
    return "refused" if pattern.errors else "proved"


def broken_promises(pattern: Pattern) -> Iterator[str]:
    """Every finished size that the settings ask for and the drafted panels, measured, do not have."""
    asked = pattern.settings.get("dimensions")
    if not isinstance(asked, dict):
        return  # "from contents": no size is asked for
    for name in ("width", "height", "depth"):
        found = getattr(pattern.finished, name)
        if name in asked and abs(parse_length(asked[name]) - found) > PROMISED:
            yield f"dimensions.{name} is to be {asked[name]}, and the panels measure {found:.2f} mm"


def _says_why(problem: Problem, style: str) -> bool:
    """Whether a refusal names a value of the style, gives a reason, and says what would fit."""
    known = {*declarations(STYLES.member(style)), "style", "name"}
    begins = problem.key.split(".")[0].split("[")[0]
    message = str(problem.message)
    no_room = re.search(r"room for -", message)  # less than none
    return begins in known and "None" not in message and not no_room and would_do(message)


def would_do(message: str) -> bool:
    """Whether a refusal says what to write instead: a bound, a value, a word or a place that would do."""
    return re.search(rf"\b(?:{'|'.join(_MENDS)})", message) is not None


def extremes(parameter: Parameter) -> Iterator[Any]:
    """The values at a parameter's limits, as a preset would write them; every word of a choice."""
    if parameter.kind == "choice":
        yield from parameter.options
    elif parameter.kind == "flag":
        yield from (True, False)
    elif parameter.kind == "words":
        yield []
    elif parameter.least is not None and parameter.most is not None:
        yield from (parameter.write(parameter.least), parameter.write(parameter.most))


def styles() -> Iterator[Case]:
    """Every style at its defaults."""
    for name in STYLES.names():
        yield Case(name, {"style": name})


def limits() -> Iterator[Case]:
    """Every style with each of its own values, in turn, at each of its limits."""
    for style in STYLES.names():
        for path, parameter in _parameters(STYLES.member(style)):
            for value in extremes(parameter):
                settings: Settings = {"style": style}
                put(settings, path, value)
                yield Case(f"{style}: {'.'.join(path)} = {value}", settings)


def chosen_parts() -> Iterator[Case]:
    """Every style with each kind of each part that it takes, at defaults and at each limit."""
    for style in STYLES.names():
        for key, declared in declarations(STYLES.member(style)).items():
            if isinstance(declared, Choice) and not declared.many:
                for kind, path, value in part_values(declared.family):
                    settings: Settings = {"style": style, key: {"kind": kind}}
                    if path:
                        put(settings, (key, *path), value)
                    yield Case(f"{style}: {key} {kind} {'.'.join(path)} {value}", settings)


def part_values(family: Family) -> Iterator[tuple[str, tuple[str, ...], Any]]:
    """Each kind of a room: once plain, then with each of its values at each limit."""
    for kind in family.names():
        yield kind, (), ""
        for path, parameter in _parameters(family.member(kind)):
            if parameter.kind != "text":
                yield from ((kind, path, value) for value in extremes(parameter))


def put(settings: Settings, path: tuple[str, ...], value: Any) -> None:
    """Set a value deep in nested tables."""
    for key in path[:-1]:
        settings = settings.setdefault(key, {})
    settings[path[-1]] = value


def _parameters(of: type) -> Iterator[tuple[tuple[str, ...], Parameter]]:
    for name, declared in declarations(of).items():
        if isinstance(declared, Parameter):
            yield (name,), declared
        elif isinstance(declared, Table):
            yield from (((name, *path), parameter) for path, parameter in _parameters(declared.of))


def own_parameters(of: type) -> list[tuple[tuple[str, ...], Parameter]]:
    """Every value of a style or part that is not chosen by kind: its path and its declaration."""
    return list(_parameters(of))
