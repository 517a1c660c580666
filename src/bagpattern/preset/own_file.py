"""A file of materials of one's own, which many presets name: ``file = "my-cloths.toml"`` in ``[materials]``.

Its ``[[materials]]`` are laid under the preset's own ``[[materials.own]]``, and travel in the settings: a pattern that
is made again from its settings needs no file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bagpattern.catalog.materials import materials
from bagpattern.errors import InputError, Problem, quoted
from bagpattern.parameters import slug
from bagpattern.preset.keys import Given
from bagpattern.preset.laid import Laid
from bagpattern.preset.source import Document, opened, with_slashes
from bagpattern.said import Said
from bagpattern.values import replace
from bagpattern.words import words

_TABLE, _FILE, _OWN = "materials", "file", "own"
_WORDS = ("none", "by-material")


def without_file(data: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a preset without the name of its file of materials."""
    table = data.get(_TABLE)
    if not isinstance(table, Mapping):
        return dict(data)
    return {**data, _TABLE: {key: each for key, each in table.items() if key != _FILE}}


def named_file(document: Document) -> Iterator[Laid]:
    """The materials of the file that a preset names, as if they stood in it; nothing when it names none.

    Raises InputError when it cannot be read, or holds anything else.
    """
    table = document.data.get(_TABLE)
    name = table.get(_FILE) if isinstance(table, Mapping) else None
    if name is None:
        return
    found = opened(_path(document, name))
    entries = found.data.get(_TABLE)
    if not isinstance(entries, list) or len(found.data) > 1:
        told = words(
            'is a file of materials: write [[materials]], and below it name = "..." and like = "..."; nothing else'
        )
        raise InputError([Problem("", told, found.file)])
    own = Laid(entries, found, (_TABLE,))
    inside = Laid({_OWN: entries}, found, (), {_OWN: own})
    yield Laid({_TABLE: inside.value}, document, (), {_TABLE: inside})


def _path(document: Document, name: object) -> Path:
    """Where the file lies: beside the preset that names it."""
    if not isinstance(name, str) or not name.lower().endswith(".toml"):
        raise _refused(
            document, words('is the name of a file, such as "my-cloths.toml", not {name}', name=quoted(name))
        )
    if document.alone:
        raise _refused(
            document, words("there are no files here: write its materials below, each under [[materials.own]]")
        )
    path = with_slashes(Path(document.file).parent / name)
    if not path.is_file():
        raise _refused(document, words("there is no file {name} beside this one", name=quoted(name)))
    return path


def _refused(document: Document, message: Said) -> InputError:
    line, column = document.nearest((_TABLE, _FILE))
    return InputError([Problem(f"{_TABLE}.{_FILE}", message, document.file, line, column)])


def used_alone(laid: Laid, overrides: Mapping[str, Any], family: tuple[Document, ...]) -> Laid:
    """The values without what a file has and no slot names: the settings hold what the bag is made of.

    While a slot names what there is not, everything stays: it may be proposed.
    """
    table = laid.value.get(_TABLE)
    if not isinstance(table, Mapping) or not isinstance(table.get(_OWN), list):
        return laid
    inner = laid[_TABLE]
    entries = [inner[_OWN][index] for index in range(len(table[_OWN]))]
    named = _named(table, overrides)
    kept = [each for each in entries if each.document in family or _slug(each) in named]
    if len(kept) == len(entries) or not named <= {*materials(), *map(_slug, entries), *_WORDS}:
        return laid
    own = Laid([each.value for each in kept], inner[_OWN].document, inner[_OWN].steps, dict(enumerate(kept)))
    inner = replace(inner, value={**table, _OWN: own.value}, inside={**_all(inner), _OWN: own})
    return replace(laid, value={**laid.value, _TABLE: inner.value}, inside={**_all(laid), _TABLE: inner})


def _named(table: Mapping[str, Any], overrides: Mapping[str, Any]) -> set[str]:
    """The materials that the slots name, in the file or among the overrides."""
    over = (each for key, each in overrides.items() if key.partition(".")[0] == _TABLE and key.count(".") == 1)
    return {each for each in (*table.values(), *over) if isinstance(each, str)}


def _all(laid: Laid) -> dict[str | int, Laid]:
    return {key: laid[key] for key in laid.value}


def _slug(entry: Laid) -> str:
    name = entry.value.get("name") if isinstance(entry.value, Mapping) else None
    return slug(name) if isinstance(name, str) and not isinstance(name, Given) else ""
