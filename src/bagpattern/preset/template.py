"""A preset written out in full with comments: what ``bagpattern new`` gives to be changed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from bagpattern.parameters import Parameter, Part, Rows, Table, declarations
from bagpattern.preset.guide import own_first
from bagpattern.preset.keys import joined
from bagpattern.preset.reading import Preset
from bagpattern.registry import Room

_CHOICES = "one of: "


def template(preset: Preset) -> str:
    """A TOML text with every value of *preset*, each with its help and limits; it makes the same pattern."""
    head = (
        f"# {preset.name}, begun from {preset.id}",
        "# Change what you like. A value whose line is taken out falls back to its default.",
        f"style = {_written(preset.style_name)}",
        f"name = {_written(preset.name)}",
    )
    return "\n".join((*head, *_table(type(preset.style), preset.settings, ""))) + "\n"


def _table(of: type, settings: Mapping[str, Any], key: str) -> Iterator[str]:
    """The lines of one table: its own values first, for in TOML a table ends where the next one begins."""
    nested = []
    for name, declared in own_first(of):
        if isinstance(declared, Parameter):
            yield from _value(name, declared, settings.get(name))
        elif isinstance(settings[name], str):  # a word stands for the table
            yield from (f"# {declared.help}", f"{name} = {_written(settings[name])}")
        else:
            nested.append((name, declared))
    for name, declared in nested:
        yield from _nested(declared, settings[name], joined(key, name))


def _nested(declared: Table | Part | Rows, settings: Any, key: str) -> Iterator[str]:
    if isinstance(declared, Rows) or (isinstance(declared, Part) and declared.many):
        yield from _entries(declared, settings, key)
        return
    yield from ("", f"# {declared.help}")
    if isinstance(declared, Table) and declared.word:
        yield f"# in the place of the whole table, at the top: {key} = {_written(declared.word)}"
    yield f"[{key}]"
    if isinstance(declared, Table):
        yield from _table(declared.of, settings, key)
    else:
        yield from _part(declared.room, settings, key)


def _entries(declared: Part | Rows, settings: Any, key: str) -> Iterator[str]:
    has = "a kind and a name" if isinstance(declared, Part) else ", ".join(declarations(declared.of))
    more = f"; bagpattern list {key} tells the kinds" if isinstance(declared, Part) else ""
    yield from ("", f"# {declared.help}", f"# for each: [[{key}]], {has}{more}")
    for each in settings:
        yield from ("", f"[[{key}]]")
        if isinstance(declared, Rows):
            yield from _table(declared.of, each, key)
        else:
            yield from _part(declared.room, each, key)


def _part(room: Room, settings: Mapping[str, Any], key: str) -> Iterator[str]:
    yield f"# {_CHOICES}{', '.join(room.names())}"
    yield f"kind = {_written(settings['kind'])}"
    yield from _table(room.member(settings["kind"]), settings, key)


def _value(name: str, declared: Parameter, value: Any) -> Iterator[str]:
    """A comment with help and limits, and the value; what is left to a rule is a comment itself."""
    yield f"# {declared.help}"
    if declared.limits():
        yield f"# {_CHOICES if declared.kind == 'choice' else ''}{declared.limits()}"
    yield f'# {name} = "..."' if value is None else f"{name} = {_written(value)}"


def _written(value: Any) -> str:
    """A plain value in TOML; for printable texts, whole numbers and truth values that is the same as in JSON."""
    return json.dumps(value, ensure_ascii=False)
