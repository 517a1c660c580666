"""The form of a style: its declarations as plain facts, in the groups in which a maker thinks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from bagpattern.catalog.items import items
from bagpattern.parameter import Parameter
from bagpattern.parameters import Choice, Declaration, Rows, Table
from bagpattern.preset.guide import own_first, told
from bagpattern.preset.reading import LANGUAGE, NAME, UNITS
from bagpattern.registry import Family, introduction
from bagpattern.styles import STYLES
from bagpattern.web.kinds import KINDS

Row = dict[str, Any]

_GROUPS = {
    **dict.fromkeys(("dimensions", "build", "shape"), "size"),
    **dict.fromkeys(("holds", "items", "orientation"), "carry"),
    **dict.fromkeys(("pockets", "compartments", "slots"), "pockets"),
    **dict.fromkeys(("straps", "handle", "handles", "anchor", "crossbody", "wearer"), "straps"),
    **dict.fromkeys(("belt", "cords", "tube_straps"), "straps"),
    "publisher": "about",
    **dict.fromkeys(("closure", "zip", "zip_gap", "zip_allowance", "ties"), "closure"),
    **dict.fromkeys(("materials", "colourways", "style_lines"), "cloth"),
}
"""Where a value stands in the form; all others are finishing."""


def form(style: str) -> Row:
    """Every value that a preset of this style may give, nested as it is declared; lengths are mm."""
    of = STYLES.member(style)
    return {"style": style, "summary": introduction(of), "fields": [*_about(), *_fields(of, top=True)]}


def _about() -> Iterator[Row]:
    """What every preset has, whatever bag it is."""
    for key, declared in (("name", NAME), ("units", UNITS), ("language", LANGUAGE)):
        yield {"key": key, "help": told(declared.help), "group": "about", **_field(declared)}


def _fields(of: type, top: bool = False) -> Iterator[Row]:
    for key, declared in own_first(of):
        group = {"group": _GROUPS.get(key, "finishing")} if top else {}
        yield {"key": key, "help": told(declared.help), **group, **_field(declared)}


def _field(declared: Declaration) -> Row:
    if isinstance(declared, Parameter):
        return _parameter(declared)
    if isinstance(declared, Table):
        return {"kind": "table", "word": declared.word, "fields": [*_fields(declared.of)]}
    if isinstance(declared, Rows):
        return {"kind": "rows", "fields": [*_fields(declared.of)]}
    return _part(declared)


def _part(declared: Choice) -> Row:
    kinds = [_kind(declared.family, each) for each in declared.family.names()]
    shown = declared.family.room if declared.family in KINDS else ""
    return {
        "kind": "parts" if declared.many else "part",
        "default": declared.preselected,
        "room": shown,
        "kinds": kinds,
    }


def _kind(family: Family, name: str) -> Row:
    of = family.member(name)
    return {"value": name, "help": introduction(of), "fields": [*_fields(of)]}


def _parameter(declared: Parameter) -> Row:
    row: Row = {"kind": declared.kind, "default": declared.write(declared.default), "rule": declared.by_rule}
    if declared.kind == "length":
        row |= {"unit": "mm"}
    if declared.least is not None:
        row |= {"least": declared.least, "most": declared.most}
    titles = _titles() if declared.source else {}
    return row | {"choices": [{"value": each, "help": titles.get(each, "")} for each in declared.options]}


@cache
def _titles() -> dict[str, str]:
    return {each.id: str(each.title) for each in items().values()}
