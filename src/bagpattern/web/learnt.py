"""What the forms and the gallery say in English, in another language and other units: what the page learns once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from bagpattern.catalog.items import items
from bagpattern.language import PLAIN, Teller
from bagpattern.preset.guide import helps
from bagpattern.preset.reading import LANGUAGE, NAME, UNITS, read
from bagpattern.preset.shipped import describe, preset_names
from bagpattern.registry import introduction
from bagpattern.said import Called, Said, Words
from bagpattern.styles import STYLES, style_title


def learnt(tell: Teller) -> dict[str, str]:
    """Each text as a form or the gallery has it, English in mm, with how it is told, where that differs."""
    told = ((PLAIN(each), tell(each)) for each in everything_said())
    return {plain: text for plain, text in told if text != plain}


@cache
def everything_said() -> tuple[Said, ...]:
    """All that stands in forms and gallery to be read, each text once."""
    return tuple(dict.fromkeys(_said()))


def _said() -> Iterator[Said]:
    yield from map(Words, (NAME.help, UNITS.help, LANGUAGE.help))
    for style in STYLES.names():
        of = STYLES.member(style)
        yield from map(Words, (style_title(style), introduction(of), *helps(of)))
    for preset in preset_names():
        yield from (Called(read(preset).name), Words(describe(preset)))
    yield from (each.title for each in items().values())
