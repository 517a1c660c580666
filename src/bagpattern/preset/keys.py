"""Dotted keys: how messages and overrides name a value of a preset.

``dimensions.width`` is a value of a table. An entry of an array goes by its name, as written or as a slug
(``pockets.front-pocket.opening``), or by its number (``pockets[2].opening``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from bagpattern.parameters import slug
from bagpattern.values import value

if TYPE_CHECKING:
    from bagpattern.given_places import Steps


@value
class Given:
    """One override, in the place of the value that it overrides: text as typed, or a value as a preset has it."""

    key: str
    text: Any


class Covered(dict[str, Any]):
    """A table of the file that an override names as a whole: a word may stand in its place; else it stays as it is."""

    def __init__(self, table: Mapping[str, Any], given: Given) -> None:
        super().__init__(table)
        self.given = given


def joined(key: str, name: str) -> str:
    """The key of a value inside the table *key*; the whole preset's key is empty."""
    return f"{key}.{name}" if key and name else key or name


def entry_labels(entries: Sequence[object]) -> list[str]:
    """How each entry goes on its array's key: ``.front-pocket``, or ``[2]`` where no name, or another's, serves."""
    slugs = [_slug(entry) for entry in entries]
    first = {called: index for index, called in reversed(list(enumerate(slugs)))}
    return [
        f".{called}" if called and first[called] == index else f"[{index + 1}]" for index, called in enumerate(slugs)
    ]


def entry_names(entries: object) -> set[str]:
    """The slugs by which entries can be addressed; none of what is no array."""
    if not isinstance(entries, Sequence) or isinstance(entries, str | bytes):
        return set()
    return {_slug(entry) for entry in entries} - {""}


def _slug(entry: object) -> str:
    name = entry.get("name") if isinstance(entry, Mapping) else None
    name = name.text if isinstance(name, Given) else name
    return slug(name) if isinstance(name, str) else ""


def follow(data: object, key: str) -> tuple[Steps, object, str]:
    """As far as *key* leads into *data*: the steps, the value there, and the rest of the key (empty: all the way)."""
    steps: Steps = ()
    rest = f".{key}"
    while rest:
        step, length = _step(data, rest)
        if step is None:
            break
        data = data[step]  # type: ignore[index]
        steps, rest = (*steps, step), rest[length:]
    return steps, data, rest.removeprefix(".")


def canonical(data: object, steps: Steps, rest: str) -> str:
    """The one way in which messages write the key that *steps* and *rest* are."""
    key = ""
    for step in steps:
        if isinstance(step, int) and isinstance(data, Sequence):
            key += entry_labels(data)[step]
        else:
            key = joined(key, str(step))
        data = data[step]  # type: ignore[index]
    return key + rest if rest.startswith("[") or not rest else joined(key, rest)


def _step(data: object, rest: str) -> tuple[str | int | None, int]:
    """The step that *rest* begins with, and how much of it that takes up; the longest name that fits wins."""
    if isinstance(data, Mapping):
        names: list[tuple[str, Any]] = [(f".{name}", name) for name in data if isinstance(name, str)]
    elif isinstance(data, Sequence) and not isinstance(data, str):
        names = [(label, index) for index, entry in enumerate(data) for label in _labels(index, entry)]
    else:
        return None, 0
    fitting = [(len(label), step) for label, step in names if _begins(rest, label)]
    return max(fitting, key=lambda each: each[0])[::-1] if fitting else (None, 0)


def _labels(index: int, entry: object) -> set[str]:
    name = entry.get("name") if isinstance(entry, Mapping) else None
    names = {name, _slug(entry)} if isinstance(name, str) else {_slug(entry)}
    return {f"[{index + 1}]", *(f".{each}" for each in names if each)}


def _begins(rest: str, label: str) -> bool:
    return rest.startswith(label) and rest[len(label) :][:1] in ("", ".", "[")
