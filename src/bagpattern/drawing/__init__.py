"""The display list (``model``) and the one place that turns patterns and paper into it: ``sheets``."""

from __future__ import annotations

from bagpattern.drawing.model import Drawing
from bagpattern.drawing.paper.sheets import sheets

__all__ = ["Drawing", "sheets"]
