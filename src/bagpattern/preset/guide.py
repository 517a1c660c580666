"""What may be written in a preset, read from the declarations: for tables of parameters."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import get_annotations
from typing import Any, NamedTuple

from bagpattern.language import PLAIN, Teller
from bagpattern.parameter import BY_RULE, Parameter
from bagpattern.parameters import Choice, Declaration, Rows, Table, declarations
from bagpattern.preset.keys import joined
from bagpattern.registry import Family, introduction
from bagpattern.said import Words
from bagpattern.styles import Style
from bagpattern.values import value
from bagpattern.words import series, words

_NONE = words("none")


@value
class Entry:
    """One value that may be written: its key, its default and limits in words, and its help."""

    key: str
    default: str
    limits: str
    help: str


def entries(of: type, key: str = "", tell: Teller = PLAIN) -> Iterator[Entry]:
    """Every value of a style, part or table, nested ones included; of a part, those of its preselected kind."""
    for name, declared in own_first(of):
        inner = joined(key, name)
        if isinstance(declared, Parameter):
            yield _entry(inner, declared, tell)
        elif isinstance(declared, Table):
            if declared.word:
                stands = series((Words(declared.help), words("the word may stand for it")), "; ")
                yield Entry(inner, tell(words("a table")), declared.word, tell(stands))
            yield from entries(declared.of, inner, tell)
        elif isinstance(declared, Rows):
            yield Entry(f"[[{inner}]]", tell(_NONE), "", told(declared.help, tell))
            yield from entries(declared.of, f"{inner}.NAME", tell)
        else:
            yield from _part(declared, inner, tell)


BUILDS = ("build", "base", "shape", "through")
"""Values of a style whose choices are ways to build it."""
MADE = ("sewn", "through", "sides", "side", "corners", "form", "face")
"""Values of a part whose choices are ways to make it; the shape of its edge is none."""


class Way(NamedTuple):
    """One choice of a value that decides how something is built: where the value stands, what it is, and the word."""

    path: tuple[str, ...]
    of: Parameter
    word: str

    @property
    def said(self) -> str:
        """As on a contact sheet."""
        return f"{'.'.join(self.path)} = {self.word}"

    @property
    def settings(self) -> dict[str, Any]:
        """As a preset has it."""
        made: Any = self.word
        for key in reversed(self.path):
            made = {key: made}
        found: dict[str, Any] = made
        return found


def ways(of: type, names: tuple[str, ...], *path: str) -> Iterator[Way]:
    """Every choice, but the usual one, of what of a style or part goes by one of these *names*; not of its lining."""
    for name, declared in declarations(of).items():
        if isinstance(declared, Table) and name != "lining":
            yield from ways(declared.of, names, *path, name)
        elif isinstance(declared, Parameter) and name in names and declared.kind == "choice":
            yield from (Way((*path, name), declared, each) for each in declared.options if each != declared.default)


def families(of: type) -> Iterator[Family]:
    """Every room from which a style or part takes parts, at any depth."""
    for declared in declarations(of).values():
        if isinstance(declared, Choice):
            yield declared.family
            for name in declared.family.names():
                yield from families(declared.family.member(name))
        elif not isinstance(declared, Parameter):
            yield from families(declared.of)


def helps(of: type) -> Iterator[str]:
    """What is said of the values of a style, part or table, of all within them, and of the kinds of parts there."""
    for declared in declarations(of).values():
        yield declared.help
        if isinstance(declared, Choice):
            for member in map(declared.family.member, declared.family.names()):
                yield from (introduction(member), *helps(member))
        elif not isinstance(declared, Parameter):
            yield from helps(declared.of)


def listed_as(family: Family) -> str:
    """What ``bagpattern list`` calls a room: the name of its folder."""
    return family.package.rpartition(".")[2].replace("_", "-")


def own_first(of: type) -> Iterator[tuple[str, Declaration]]:
    """The declarations of *of* in the order in which one reads them: a style's own before what all bags have."""
    declared = declarations(of)
    if not issubclass(of, Style):
        return iter(declared.items())
    lineage = [get_annotations(each) for each in of.__mro__]
    return iter(sorted(declared.items(), key=lambda each: next(i for i, own in enumerate(lineage) if each[0] in own)))


def told(help_text: str, tell: Teller = PLAIN) -> str:
    """A help, whose gaps are lengths, such as {10 mm}, in the language of *tell*."""
    return tell(Words(help_text))


def introduced(member: type, tell: Teller = PLAIN) -> str:
    """What a style or part says of itself."""
    return told(introduction(member), tell)


def _entry(key: str, declared: Parameter, tell: Teller) -> Entry:
    return Entry(key, _default_told(declared, tell), tell(declared.bounds(tell.units)), told(declared.help, tell))


def _default_told(declared: Parameter, tell: Teller) -> str:
    """What stands when a preset leaves the value out."""
    if declared.default is None:
        return (tell(_NONE) if declared.remark else BY_RULE) if declared.optional else tell(words("needed"))
    if declared.kind == "length":
        return Teller(tell.units).length(declared.default)  # as it is written
    written = declared.write(declared.default)
    return str(written).lower() if isinstance(written, bool) else str(written)


def _part(declared: Choice, key: str, tell: Teller) -> Iterator[Entry]:
    kinds = ", ".join(declared.family.names())
    if declared.many:
        yield Entry(f"[[{key}]]", tell(_NONE), kinds, told(declared.help, tell))
        return
    needed = tell(words("needed"))
    yield Entry(joined(key, "kind"), declared.preselected or needed, kinds, told(declared.help, tell))
    if declared.preselected:
        yield from entries(declared.family.member(declared.preselected), key, tell)
