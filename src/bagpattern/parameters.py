"""Declaring a value once: its type, limits, default, unit and help, beside the style or part that uses it.

A style or part is a frozen dataclass whose fields are made by the functions below. Validation, ``bagpattern new``,
parameter tables and schemas all read these declarations; nothing repeats them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import Field, field, fields
from functools import cache
from typing import Any

from bagpattern.parameter import Parameter
from bagpattern.registry import Family
from bagpattern.units import parse_length
from bagpattern.values import replace, value

_PARAMETER = "parameter"


@value
class Table:
    """A nested table of values: a dataclass of its own. Where there is a ``word``, it may stand for the whole table."""

    of: type
    help: str
    word: str | None = None

    def spoken(self) -> Any:
        """The instance that the word stands for: the defaults, with the field of the word's name set to True."""
        return replace(self.of(), **{str(self.word).replace(" ", "_"): True})


@value
class Choice:
    """A table whose ``kind`` names a member of a family; ``many`` makes it an array of them, each with a ``name``.

    ``preselected`` is the kind that stands when the table names none.
    """

    family: Family
    help: str
    many: bool = False
    preselected: str | None = None


@value
class Rows:
    """An array of tables that are all of one dataclass, each with a ``name``."""

    of: type
    help: str


Declaration = Parameter | Table | Choice | Rows


def slug(name: str) -> str:
    """A name as it stands in keys and begins the ids of pieces and seams: 'Front pocket' is ``front-pocket``."""
    return "-".join("".join(each if each.isalnum() else " " for each in name.lower()).split())


def measure(default: str | None, least: str, most: str, help_text: str) -> Any:
    """A length in mm, declared with units; a default of None leaves it to a rule that *help_text* names."""
    start = None if default is None else parse_length(default)
    return _declare(Parameter("length", help_text, start, parse_length(least), parse_length(most)))


def hardware(default: str | None, least: str, most: str, help_text: str) -> Any:
    """A length in mm that is the width of rings, sliders, buckles or webbing, too: told as shops tell those."""
    return extended(measure(default, least, most, help_text), Parameter, hardware=True)


def needed(least: str, most: str, help_text: str) -> Any:
    """A length in mm that has to be given."""
    return _declare(Parameter("length", help_text, None, parse_length(least), parse_length(most), needed=True))


def count(default: int, least: int, most: int, help_text: str) -> Any:
    """A whole number."""
    return _declare(Parameter("count", help_text, default, least, most))


def number_choice(default: int, choices: tuple[int, ...], help_text: str) -> Any:
    """One of a few whole numbers."""
    return _declare(Parameter("count", help_text, default, choices=tuple(map(str, choices))))


def choice(default: str | None, choices: tuple[str, ...], help_text: str) -> Any:
    """One of a few words; one that has no default may be left out."""
    return _declare(Parameter("choice", help_text, default, choices=choices, remark=default is None))


def listed(
    default: str,
    source: Callable[[], tuple[str, ...]],
    help_text: str,
    called: Callable[[str], str] | None = None,
    beside: str = "",
) -> Any:
    """One of the words of a catalogue, which *source* gives when they are needed.

    *called* gives the catalogue's word for another name of the same thing, or ''. *beside* is the array of the same
    table whose entries may be named, too.
    """
    return _declare(Parameter("choice", help_text, default, source=source, called=called, beside=beside))


def some(
    source: Callable[[], tuple[str, ...]],
    help_text: str,
    called: Callable[[str], str] | None = None,
    needed: bool = True,
) -> Any:
    """One of the words of a catalogue, as ``listed``, that has no default: it has to be given, or may be left out."""
    return _declare(Parameter("choice", help_text, None, source=source, called=called, remark=not needed))


def sold(default: str, sizes: Callable[[], tuple[str, ...]], help_text: str) -> Any:
    """One of the sizes that something is sold in, as ``listed``: lengths, and words such as none."""
    return _declare(Parameter("choice", help_text, default, source=sizes, sized=True))


def flag(default: bool, help_text: str) -> Any:
    """Yes or no."""
    return _declare(Parameter("flag", help_text, default))


def perhaps(help_text: str) -> Any:
    """Yes or no, or nothing said."""
    return _declare(Parameter("flag", help_text, remark=True))


def whole(least: int, most: int, help_text: str) -> Any:
    """A whole number that may be left out."""
    return _declare(Parameter("count", help_text, None, least, most, remark=True))


def text(default: str | None, help_text: str) -> Any:
    """One printable line."""
    return _declare(Parameter("text", help_text, default))


def remark(help_text: str) -> Any:
    """One printable line that may be left out."""
    return _declare(Parameter("text", help_text, remark=True))


def extended(declared: Any, of: type[Parameter], **more: Any) -> Any:
    """A declared value as one *of* a kind that has *more* to tell."""
    return _declare(of(**(vars(declared.metadata[_PARAMETER]) | more)))


def table(of: type, help_text: str, word: str | None = None) -> Any:
    """A nested table with the defaults of its dataclass.

    With *word*, a preset may write that word in the table's place (``dimensions = "from contents"``). The instance
    then is ``of()`` with a field of the word's name set to True (``from_contents: bool = False``, a plain field of
    the dataclass that is not declared, so that no preset names it), and the settings give the word back.
    """
    return field(default_factory=of, metadata={_PARAMETER: Table(of, help_text, word)})


def part(family: Family, preselected: str, help_text: str) -> Any:
    """One part of a family, chosen by ``kind``; *preselected* stands when the preset names none."""
    declared = Choice(family, help_text, preselected=preselected)
    return field(default_factory=lambda: family.member(preselected)(), metadata={_PARAMETER: declared})


def parts(family: Family, help_text: str) -> Any:
    """Any number of parts of a family: an array of tables, each with its ``kind`` and ``name``."""
    return field(default=(), metadata={_PARAMETER: Choice(family, help_text, many=True)})


def several(help_text: str, choices: tuple[str, ...] = (), source: Callable[[], tuple[str, ...]] | None = None) -> Any:
    """A list of words, empty when left out: of the *choices*, or free, most of them from the *source*."""
    return _declare(Parameter("words", help_text, (), choices=choices, source=source))


def rows(of: type, help_text: str) -> Any:
    """Any number of tables of one dataclass, each with its ``name``."""
    return field(default=(), metadata={_PARAMETER: Rows(of, help_text)})


@cache
def declarations(of: type) -> Mapping[str, Declaration]:
    """Every declared field of a style, part or table, in order: name to declaration."""
    return {each.name: _declaration(each) for each in fields(of) if _PARAMETER in each.metadata}


def with_names(declared: Mapping[str, Declaration], names: Callable[[str], Iterable[str]]) -> dict[str, Declaration]:
    """The declarations, in which choices may also be the *names* of entries of an array beside them, by its key."""
    return {key: _with_names(each, names) for key, each in declared.items()}


def _with_names(declared: Declaration, names: Callable[[str], Iterable[str]]) -> Declaration:
    if not isinstance(declared, Parameter) or not declared.beside:
        return declared
    own = tuple(sorted(names(declared.beside)))
    return replace(declared, choices=(*own, *declared.options), source=None) if own else declared


def _declaration(each: Field[Any]) -> Declaration:
    declared: Declaration = each.metadata[_PARAMETER]
    return declared


def _declare(parameter: Parameter) -> Any:
    return field(default=parameter.default, metadata={_PARAMETER: parameter})
