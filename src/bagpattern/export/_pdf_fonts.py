"""The fonts of a PDF: DejaVu Sans, shipped and embedded, and one more for scripts that it lacks.

A letter that no font has prints as a box without a word [print 5.1]: here it is looked for before anything is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, Any

from bagpattern.drawing.model import Drawing, Text
from bagpattern.export._font_files import font_bytes
from bagpattern.said import NOTHING, Name
from bagpattern.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

REGULAR, BOLD = "bagpattern-regular", "bagpattern-bold"
_FILES = {REGULAR: "DejaVuSans.ttf", BOLD: "DejaVuSans-Bold.ttf"}
_SHOWN = 12  # letters that a message lists


class Fonts:
    """The font of each letter. Raises ValueError, with advice, for a font file that cannot be used."""

    def __init__(self, more: str | None = None) -> None:
        from reportlab.pdfbase import pdfmetrics

        self._fonts = {name: _shipped(name) for name in _FILES}
        if more is not None:
            own = _own(more)
            self._fonts[own.fontName] = own
        for font in self._fonts.values():
            pdfmetrics.registerFont(font)

    def runs(self, content: str, bold: bool) -> Iterator[tuple[str, str]]:
        """The text in stretches of one font each: the font's name and the letters."""
        first = BOLD if bold else REGULAR
        if self._has(first, content):
            yield first, content
            return
        for name, letters in groupby(content, lambda letter: self._font_of(letter, first) or first):
            yield name, "".join(letters)

    def width(self, runs: Iterable[tuple[str, str]], size: float) -> float:
        """How wide the stretches are together, in the unit of *size*."""
        return float(sum(self._fonts[name].stringWidth(letters, size) for name, letters in runs))

    def require(self, drawings: Sequence[Drawing]) -> None:
        """Raises ValueError, naming the letters, where a text has some that no font has."""
        texts = (item for drawing in drawings for item in drawing.items if isinstance(item, Text))
        letters = {(letter, text.bold) for text in texts for letter in text.content}
        missing = sorted(
            {letter for letter, bold in letters if self._font_of(letter, BOLD if bold else REGULAR) is None}
        )
        if missing:
            named = ", ".join(f"{letter!r} (U+{ord(letter):04X})" for letter in missing[:_SHOWN])
            others = len(missing) - _SHOWN
            more = words(" and {count} more", count=others) if others > 0 else NOTHING
            raise ValueError(
                words(
                    "the font has no letter {named}{more}: name a TrueType font (.ttf) that has them with --font",
                    named=Name(named),
                    more=more,
                )
            )

    def _has(self, name: str, content: str) -> bool:
        known = self._fonts[name].face.charToGlyph
        return all(ord(letter) in known for letter in content)

    def _font_of(self, letter: str, first: str) -> str | None:
        order = dict.fromkeys((first, REGULAR, *self._fonts))
        return next((name for name in order if self._has(name, letter)), None)


@cache
def _shipped(name: str) -> Any:
    return _true_type(name, str(files("bagpattern") / "fonts" / _FILES[name]))


def _own(path: str) -> Any:
    """A font of the user's, named by its content: the library keeps one font a name for as long as it runs.

    Raises ValueError, with advice, for what cannot be used.
    """
    found = font_bytes(path)
    try:
        return _true_type(f"bagpattern-{sha256(found).hexdigest()[:12]}", BytesIO(found))
    except Exception:  # whatever a library raises that believes what a font says
        raise ValueError(
            words("font {path}: it cannot be read as a font; a TrueType font (.ttf) is needed", path=Name(f"{path!r}"))
        ) from None


def _true_type(name: str, file: str | BytesIO) -> Any:
    from reportlab.pdfbase.ttfonts import TTFont

    return TTFont(name, file, asciiReadable=0)
