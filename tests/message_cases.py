"""Bags that say whatever there is to be said: every style with every kind of part and every choice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from bagpattern.contract.cases import Settings, extremes, own_parameters, put
from bagpattern.drawing.piece.captions import CAPTIONED
from bagpattern.errors import InputError
from bagpattern.model.panel import Role
from bagpattern.model.pattern import Pattern
from bagpattern.parameters import Choice, declarations
from bagpattern.pipeline import make
from bagpattern.preset import preset_names
from bagpattern.registry import Family
from bagpattern.said import Said
from bagpattern.styles import STYLES

_HOST = "mini-backpack"
"""The style whose panels get every kind of pocket and the like: what is said of one hardly depends on the bag."""
_MORE: tuple[Settings, ...] = (
    {"holds": ["iphone-16"]},
    {"materials": {"interfacing": "foam-thin", "padding": "foam"}},
    {"wearer": {"torso": "L"}},
    {"wearer": {"height": "170 cm"}},
    {"finishing": {"inside": "bound"}},
)


def said_in(pattern: Pattern) -> Iterator[Said]:
    """All that a pattern says on paper."""
    yield from (material.title for material in pattern.materials)
    for notion in pattern.notions:
        yield from (notion.title, notion.size, notion.note)
    for piece in pattern.pieces:
        yield from (piece.panel.title, piece.panel.note, piece.instruction, *piece.label)
        yield from (hole.label for hole in piece.panel.holes)
        yield from (piece.captions[line.name] for line in piece.panel.lines if line.kind in CAPTIONED)
    for each in pattern.steps:
        yield from (each.step.title, each.step.text)


def presets() -> Iterator[Pattern]:
    """Every shipped bag."""
    yield from map(make, preset_names())


def of_style(style: str) -> Iterator[Pattern]:
    """A style as it comes, with each choice and each kind of part; once more without choices in faux leather.

    In canvas edges are turned, in faux leather they are left raw.
    """
    for shell, chosen in (("canvas", True), ("faux-leather", False)):
        more = ({"style": style, **each} for each in _MORE)
        for settings in (*_choices(style, chosen), *_parts(style, chosen), *more):
            made = _made({**settings, "materials": {"shell": shell, **settings.get("materials", {})}})
            if made is not None:
                yield made


def _made(settings: Settings) -> Pattern | None:
    try:
        return make(settings)
    except InputError:
        return None


def _choices(style: str, chosen: bool) -> Iterator[Settings]:
    yield {"style": style}
    for path, parameter in own_parameters(STYLES.member(style)) if chosen else ():
        if parameter.kind in ("choice", "flag") and path[0] != "materials":
            for value in extremes(parameter):
                settings: Settings = {"style": style}
                put(settings, path, value)
                yield settings


def _parts(style: str, chosen: bool) -> Iterator[Settings]:
    for key, declared in declarations(STYLES.member(style)).items():
        if isinstance(declared, Choice) and (not declared.many or style == _HOST):
            for values in _kinds(declared.family, chosen):
                if not declared.many:
                    yield {"style": style, key: values}
                elif "panel" in declarations(declared.family.member(values["kind"])):
                    yield from ({"style": style, key: [{"name": "own", **values, "panel": on}]} for on in _hosts(style))
                else:
                    yield {"style": style, key: [{"name": "own", **values}]}


def _kinds(family: Family, chosen: bool) -> Iterator[Settings]:
    """Every kind as it comes, and with each word that may be chosen."""
    for kind in family.names():
        yield {"kind": kind}
        for path, parameter in own_parameters(family.member(kind)) if chosen else ():
            if parameter.kind in ("choice", "flag"):
                for value in extremes(parameter):
                    settings: Settings = {"kind": kind}
                    put(settings, path, value)
                    yield settings


@cache
def _hosts(style: str) -> tuple[str, ...]:
    """A panel of the outside and one of the lining, if there is one."""
    pieces = make({"style": style}).pieces
    found = (next((each.id for each in pieces if each.panel.role is role), None) for role in (Role.BODY, Role.LINING))
    return tuple(each for each in found if each)
