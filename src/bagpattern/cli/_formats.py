"""The formats that a pattern can be written in: each makes the files of a pattern, by name, in memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from bagpattern.model.pattern import Pattern

Files = dict[str, bytes]


def _svg(pattern: Pattern, paper: str) -> Files:
    """One sheet, or one file a page."""
    from bagpattern.drawing import sheets
    from bagpattern.errors import InputError, Problem
    from bagpattern.export.svg import svg_text

    try:
        drawings = sheets(pattern, paper)
    except ValueError as error:
        raise InputError([Problem("", str(error), "--paper")]) from None
    texts = [svg_text(each).encode() for each in drawings]
    if len(texts) == 1:
        return {f"{pattern.preset}.svg": texts[0]}
    digits = max(2, len(str(len(texts))))
    return {f"{pattern.preset}-{number:0{digits}}.svg": text for number, text in enumerate(texts, 1)}


def _json(pattern: Pattern, paper: str) -> Files:
    """The machine-readable twin, which knows no paper."""
    from bagpattern.export.json_pattern import json_text

    return {f"{pattern.preset}.json": json_text(pattern).encode()}


FORMATS: dict[str, Callable[[Pattern, str], Files]] = {"svg": _svg, "json": _json}


def rendered(pattern: Pattern, formats: Sequence[str], paper: str) -> Files:
    """Every file of the pattern in these formats. Raises InputError when the paper cannot be used."""
    return {name: content for each in formats for name, content in FORMATS[each](pattern, paper).items()}


def read_formats(ctx: click.Context, param: click.Parameter, given: str | None) -> tuple[str, ...] | None:
    """The formats of ``--format a,b``; None when it is not given."""
    if given is None:
        return None
    names = tuple(dict.fromkeys(each.strip().lower() for each in given.split(",")))
    for name in names:
        if name not in FORMATS:
            raise click.BadParameter(f'there is no format "{name}"; there is {", ".join(FORMATS)}')
    return names
