"""A publisher's logo as it is drawn: plain areas and lines, or a small picture; its file is not kept."""

from __future__ import annotations

from bagpattern.geometry.path import Path
from bagpattern.values import value


@value
class Mark:
    """Paths that are ``filled`` with a colour ('#ff0000'), or drawn in one, ``width`` wide; '' is neither.

    Lines have ``round_ends`` and ``round_corners``, or blunt and sharp ones.
    """

    paths: tuple[Path, ...]
    filled: str = ""
    colour: str = ""
    width: float = 0.0
    round_ends: bool = False
    round_corners: bool = False


@value
class Raster:
    """A picture of ``width`` x ``height`` pixels; ``levels`` are red, green and blue, row by row from the top."""

    width: int
    height: int
    levels: bytes


@value
class Logo:
    """``width`` x ``height`` in units of its own, y up from its lower left corner."""

    width: float
    height: float
    marks: tuple[Mark, ...] = ()
    raster: Raster | None = None


class LogoFile(str):
    """A logo's file as settings name it, with what was ``drawn`` of it: they are read again wherever one works."""

    __slots__ = ("drawn",)

    drawn: Logo

    def __new__(cls, name: str, drawn: Logo) -> LogoFile:
        """The name with its logo."""
        made = super().__new__(cls, name)
        made.drawn = drawn
        return made

    def __getnewargs__(self) -> tuple[str, Logo]:  # type: ignore[override]
        """What a copy is made of."""
        return str(self), self.drawn
