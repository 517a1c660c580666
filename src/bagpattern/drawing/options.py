"""What one may wish of an output, beside its format and purpose: each wish is declared here once, with its default.

The command line has an option of each name; a purpose or an exporter names those that it ``reads``, and an option that
nothing reads is refused.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Options:
    """``paper`` is a name or a size as ``layout.pages.paper`` reads it, or ``full``: one sheet as large as needed.

    ``font`` is a TrueType file for letters that the font of a PDF lacks.
    """

    paper: str = "full"
    font: str | None = None
