"""A preset written out in full with comments: what ``bagpattern new`` gives to be changed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Any

from bagpattern.language import Teller
from bagpattern.parameter import BY_RULE, Parameter
from bagpattern.parameters import Choice, Rows, Table, declarations, with_names
from bagpattern.preset.guide import listed_as, own_first
from bagpattern.preset.keys import entry_names, joined
from bagpattern.preset.reading import LANGUAGE, UNITS, Preset
from bagpattern.registry import Family
from bagpattern.said import Called, Length, Name, Said, Scale, Words
from bagpattern.units import Units
from bagpattern.values import value
from bagpattern.words import words

_WIDTH = 110
"""Characters in a line of comment."""


def template(preset: Preset) -> str:
    """A TOML text with every value of *preset*, each with its help and limits; it makes the same pattern.

    Its comments are in the language of the preset, for whoever sews by it reads them, too.
    """
    settings = preset.settings
    writer = _Writer(Teller(Units(settings["units"]), settings["language"]))
    begun = words("{bag}, begun from {preset}", bag=Called(preset.name), preset=Name(preset.id))
    head = (
        *writer.comment(begun),
        *writer.comment(words("Change what you like. A value whose line is taken out falls back to its default.")),
        f"style = {_written(preset.style_name)}",
        f"name = {_written(preset.name)}",
        *writer.value("units", UNITS, settings["units"]),
        *writer.value("language", LANGUAGE, settings["language"]),
    )
    return "\n".join((*head, *writer.table(type(preset.style), settings, ""))) + "\n"


@value
class _Writer:
    """Writes tables with lengths in the units of *tell*, where that is exact, and comments in its language."""

    tell: Teller

    def table(self, of: type, settings: Mapping[str, Any], key: str) -> Iterator[str]:
        """The lines of one table: its own values first, for in TOML a table ends where the next one begins."""
        nested = []
        for name, declared in with_names(dict(own_first(of)), lambda array: entry_names(settings[array])).items():
            if isinstance(declared, Parameter):
                yield from self.value(name, declared, settings.get(name))
            elif isinstance(settings[name], str):  # a word stands for the table
                yield from (*self.comment(Words(declared.help)), f"{name} = {_written(settings[name])}")
            else:
                nested.append((name, declared))
        for name, declared in nested:
            yield from self.nested(declared, settings[name], joined(key, name))

    def nested(self, declared: Table | Choice | Rows, settings: Any, key: str) -> Iterator[str]:
        """A table within, or an array of them."""
        if isinstance(declared, Rows) or (isinstance(declared, Choice) and declared.many):
            yield from self.entries(declared, settings, key)
            return
        yield from ("", *self.comment(Words(declared.help)))
        if isinstance(declared, Table) and declared.word:
            word = Name(f"{key} = {_written(declared.word)}")
            yield from self.comment(words("in the place of the whole table, at the top: {word}", word=word))
        yield f"[{key}]"
        if isinstance(declared, Table):
            yield from self.table(declared.of, settings, key)
        else:
            yield from self.part(declared.family, settings, key)

    def entries(self, declared: Choice | Rows, settings: Any, key: str) -> Iterator[str]:
        """What may stand there, and every entry."""
        yield from ("", *self.comment(Words(declared.help)), *self.comment(_each(declared, key)))
        for each in settings:
            yield from ("", f"[[{key}]]")
            if isinstance(declared, Rows):
                yield from self.table(declared.of, each, key)
            else:
                yield from self.part(declared.family, each, key)

    def part(self, family: Family, settings: Mapping[str, Any], key: str) -> Iterator[str]:
        """The kind and its values."""
        yield from self.comment(_one_of(Name(", ".join(family.names()))))
        yield f"kind = {_written(settings['kind'])}"
        yield from self.table(family.member(settings["kind"]), settings, key)

    def value(self, name: str, declared: Parameter, value: Any) -> Iterator[str]:
        """A comment with help and limits, and the value; a remark that is left unsaid is a comment itself."""
        yield from self.comment(Words(declared.help))
        bounds = declared.bounds(self.tell.units)
        if bounds:
            bounds = _one_of(bounds) if declared.kind == "choice" else bounds
            yield from self.comment(_or_by_rule(bounds) if declared.by_rule else bounds)
        if value is None:
            yield f"{name} = {_written(BY_RULE)}" if declared.by_rule else f'# {name} = "..."'
        else:
            written = _written(declared.write(declared.read(value), self.tell.units))
            yield f"{name} = {written}{self.beside(declared, value)}"

    def beside(self, declared: Parameter, value: Any) -> str:
        """A comment with the inches of a length that has none on a ruler: it is written in mm, so that it is kept."""
        units, length = self.tell.units, declared.read(value)
        if units.metric or not isinstance(length, float) or declared.write(length, units).endswith(" in"):
            return ""
        return f"  # {self.tell(Length(length, Scale.TRADE if declared.hardware else Scale.MM))}"

    def comment(self, said: Said) -> list[str]:
        """Lines of comment."""
        told = self.tell(said)
        return wrap(told, _WIDTH, initial_indent="# ", subsequent_indent="#   ", break_on_hyphens=False)


def _each(declared: Choice | Rows, key: str) -> Said:
    """How an entry of an array begins."""
    head = Name(f"[[{key}]]")
    if isinstance(declared, Rows):
        return words("for each: {head}, {keys}", head=head, keys=Name(", ".join(declarations(declared.of))))
    command = Name(f"bagpattern list {listed_as(declared.family)}")
    return words("for each: {head}, a kind and a name; {command} tells the kinds", head=head, command=command)


def _one_of(choices: Said) -> Said:
    return words("one of: {choices}", choices=choices)


def _or_by_rule(bounds: Said) -> Said:
    """What a preset may say instead is a word of its own, in every language."""
    return words("{bounds}, or {word}", bounds=bounds, word=Name(BY_RULE))


def _written(value: Any) -> str:
    """A plain value in TOML; for printable texts, whole numbers and truth values that is the same as in JSON."""
    return json.dumps(value, ensure_ascii=False)
