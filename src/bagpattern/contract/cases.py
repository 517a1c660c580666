"""Every setting that the declarations allow, made from the declarations: no style or part is known by name.

On each panel a part is tried as it comes, at all its least and at all its most values at once; each limit by itself is
tried on a few panels, which take turns through all panels of all styles.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from typing import Any, NamedTuple

from bagpattern.model.panel import Role
from bagpattern.parameter import Parameter
from bagpattern.parameters import Choice, Table, declarations
from bagpattern.pipeline import make
from bagpattern.registry import Family
from bagpattern.styles import STYLES

Settings = dict[str, Any]
TURNS = 4
"""Places at which each single limit of a part is tried."""


class Case(NamedTuple):
    """Settings to draft, with a name for the report."""

    name: str
    settings: Settings


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


def limits(*names: str) -> Iterator[Case]:
    """These styles, or all, with each of their own values, in turn, at each of its limits."""
    for style in names or STYLES.names():
        for path, parameter in _parameters(STYLES.member(style)):
            for value in extremes(parameter):
                settings: Settings = {"style": style}
                put(settings, path, value)
                yield Case(f"{style}: {'.'.join(path)} = {value}", settings)


def chosen_parts(*names: str) -> Iterator[Case]:
    """These styles, or all, with each kind of each part that they have one of, at defaults and at each limit."""
    for style in names or STYLES.names():
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


# parts on panels ------------------------------------------------------------------------------------------------------


@cache
def hosts(style: str) -> tuple[str, ...]:
    """The panels of a style that a part may be asked for."""
    pattern = make({"style": style})
    return tuple(piece.id for piece in pattern.pieces if piece.panel.role in (Role.BODY, Role.LINING))


def lists() -> Iterator[tuple[str, str, Choice]]:
    """Every list of parts that a style takes: the style, its key, and its declaration."""
    for style in STYLES.names():
        for key, declared in declarations(STYLES.member(style)).items():
            if isinstance(declared, Choice) and declared.many:
                yield style, key, declared


def places(style: str, declared: Choice, kind: str) -> Iterator[Settings]:
    """The entries that name a part of this kind: one for every panel, if it is put on a panel."""
    if "panel" in declarations(declared.family.member(kind)):
        yield from ({"name": "test", "kind": kind, "panel": panel} for panel in hosts(style))
    else:
        yield {"name": "test", "kind": kind}


def at_once(declared: Choice, kind: str) -> Iterator[Settings]:
    """The values of a part of this kind: as it comes, all at their least, all at their most."""
    yield {}
    for at in (0, -1):
        values: Settings = {}
        for path, parameter in own_parameters(declared.family.member(kind)):
            if parameter.kind in ("length", "count") and (found := [*extremes(parameter)]):
                put(values, path, found[at])
        yield values


def on_every_panel(style: str, key: str, declared: Choice, kind: str) -> Iterator[Settings]:
    """A style with a part of this kind on each of its panels: as it comes, all at their least, all at their most."""
    for entry in places(style, declared, kind):
        for values in at_once(declared, kind):
            yield {"style": style, key: [{**entry, **values}]}


def at_each_limit(key: str, family: Family, kind: str) -> Iterator[Settings]:
    """Each value of a part of this kind at each of its limits, on panels that take turns."""
    found = [(path, value) for name, path, value in part_values(family) if name == kind and path]
    anywhere = everywhere(key, kind)
    for number, (path, value) in enumerate(found * TURNS):
        settings = deepcopy(anywhere[number % len(anywhere)])
        put(settings[key][0], path, value)
        yield settings


def everywhere(key: str, kind: str) -> list[Settings]:
    """A preset for every place at which a style takes a part of this kind."""
    return [
        {"style": style, key: [entry]}
        for style, other, declared in lists()
        if other == key and kind in declared.family.names()
        for entry in places(style, declared, kind)
    ]
