"""A publisher's logo, read from an SVG or a PNG file: drawn anew of what is plain in it, so that nothing of it acts."""

from __future__ import annotations

from pathlib import Path

from bagpattern.errors import InputError, Problem, quoted
from bagpattern.given_files import content
from bagpattern.model.logo import Logo
from bagpattern.preset.logo.png import png_logo
from bagpattern.preset.logo.svg import svg_logo
from bagpattern.values import replace
from bagpattern.words import words

KEY = "publisher.logo"
LARGEST = 2**19
"""Bytes of a logo's file: an SVG of some hundred paths has a tenth of that."""
_ADVICE = {
    ".jpg": words("a logo is an .svg or a .png file: save the picture as PNG"),
    ".jpeg": words("a logo is an .svg or a .png file: save the picture as PNG"),
}
_OTHER = words("a logo is an .svg or a .png file")


def read_logo(path: Path) -> Logo:
    """The logo of a file. Raises InputError with every fault of it, in terms of that file and its lines."""
    kinds = {".svg": svg_logo, ".png": png_logo}
    suffix = path.suffix.lower()
    if suffix not in kinds:
        raise InputError(
            [Problem(KEY, words("{advice}, not {name}", advice=_ADVICE.get(suffix, _OTHER), name=quoted(path.name)))]
        )
    found = _content(path)
    try:
        return kinds[suffix](found)
    except InputError as error:
        raise InputError([replace(each, key=KEY, file=str(path)) for each in error.problems]) from None


def _content(path: Path) -> bytes:
    """The file's bytes; that there is none is a fault of the key that names it."""
    try:
        return content(path, LARGEST, words("a logo"))
    except InputError as error:
        faults = [
            Problem(KEY, words("{name}: {message}", name=quoted(path.name), message=each.message))
            for each in error.problems
        ]
        raise InputError(faults) from None
