"""Shapes that JSON has: of mappings, of lists, of single values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple


class Maybe(NamedTuple):
    """The shape, or null."""

    shape: Any


class Numbers(NamedTuple):
    """So many numbers."""

    many: int = 2


def misshapen(value: Any, shape: Any, path: str = "") -> Iterator[str]:
    """Every place where a value is not of its shape."""
    if isinstance(shape, Maybe):
        yield from misshapen(value, shape.shape, path) if value is not None else ()
    elif isinstance(shape, dict):
        yield from _keys(value, shape, path)
    elif isinstance(shape, list):
        yield from _members(value, shape[0], path)
    else:
        yield from _single(value, shape, path)


def _single(value: Any, shape: Any, path: str) -> Iterator[str]:
    if isinstance(shape, Numbers):
        if not isinstance(value, list) or len(value) != shape.many or not all(_is(each, float) for each in value):
            yield f"{path}: {value!r} is not {shape.many} numbers"
    elif isinstance(shape, set):
        if value not in shape:
            yield f"{path}: {value!r} is none of {', '.join(sorted(shape))}"
    elif not _is(value, shape):
        yield f"{path}: {value!r} is no {shape.__name__}"


def _members(value: Any, shape: Any, path: str) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"{path} is no list"
        return
    for index, each in enumerate(value):
        yield from misshapen(each, shape, f"{path}[{index}]")


def _keys(value: Any, shape: dict[str, Any], path: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{path} is no mapping"
    elif list(value) != list(shape):
        yield f"{path} has the keys {', '.join(value)}"
    else:
        for key, inner in shape.items():
            yield from misshapen(value[key], inner, f"{path}.{key}")


def words_in(shape: Any) -> set[str]:
    """Every key and every word of a shape."""
    if isinstance(shape, Maybe):
        return words_in(shape.shape)
    if isinstance(shape, dict):
        return set(shape).union(*map(words_in, shape.values()))
    if isinstance(shape, list):
        return words_in(shape[0])
    return set(shape) if isinstance(shape, set) else set()


def _is(value: Any, wanted: type) -> bool:
    """A length may be written without decimals by other programs; true is no number."""
    if wanted is float:
        return isinstance(value, float | int) and not isinstance(value, bool)
    return isinstance(value, wanted) and (wanted is bool or not isinstance(value, bool))
