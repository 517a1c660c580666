"""One drawing to project on the cloth."""

from __future__ import annotations

from collections.abc import Mapping

from bagpattern.drawing.model import Drawing
from bagpattern.drawing.paper.projected import projected
from bagpattern.drawing.paper.subject import Subject
from bagpattern.drawing.purposes import Sheets
from bagpattern.options import Options


class Projector(Sheets):
    """Every piece whole on one tight page with layers: dark lines, no fills, large squares to check the scale by."""

    title = "to project on the cloth"
    formats = ("pdf",)
    reads = ("rectangles",)

    def called(self, options: Options) -> str:
        """The same whatever the options."""
        return "projector"

    def drawn(self, subject: Subject, options: Options) -> Mapping[str, Drawing]:
        """The only drawing."""
        return {self.called(options): projected(subject, options)}
