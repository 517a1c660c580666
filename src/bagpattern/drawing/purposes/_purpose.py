"""The shape of a purpose: it turns a pattern into drawings, which every exporter of drawings can write."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from bagpattern.drawing.model import Drawing
from bagpattern.drawing.options import Options
from bagpattern.model.pattern import Pattern
from bagpattern.registry import Room

PURPOSES = Room("bagpattern.drawing.purposes", "purpose")
"""Every purpose, by file name: what ``--for`` takes."""


class Purpose:
    """``formats`` are written when none is asked for; ``reads`` names the options that the drawings depend on."""

    room: ClassVar[str] = "purpose"
    title: ClassVar[str]
    formats: ClassVar[tuple[str, ...]]
    reads: ClassVar[tuple[str, ...]] = ()
    always: ClassVar[tuple[str, ...]] = ("layers",)
    """What is read from the options whatever the purpose: it is done to the finished drawings."""

    def draw(self, pattern: Pattern, options: Options) -> Mapping[str, Drawing]:
        """The drawings by what their file names have after the preset's; "" for the only one.

        Raises InputError for options that cannot be used.
        """
        raise NotImplementedError
