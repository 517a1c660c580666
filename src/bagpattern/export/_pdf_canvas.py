"""reportlab's canvas with layers: optional content groups, which it does not know, by way of its page dictionaries.

These are internals of reportlab: pyproject.toml bounds its version, and tests read every layer back with pikepdf.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from threading import Lock
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFInfo,
    PDFName,
    PDFResourceDictionary,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas

_SETTING = Lock()


class LayeredCanvas(Canvas):  # type: ignore[misc]
    """A PDF in memory whose content stands on named layers, all of them on; no date, so that bytes repeat."""

    def __init__(self, layers: Mapping[str, str], font: str) -> None:
        """*layers* maps ids to titles, in order; *font* is a registered font's name, so that no other is listed."""
        self.file = BytesIO()
        super().__init__(self.file, pageCompression=1, invariant=1, initialFontName=font, pdfVersion=(1, 5))
        self._groups = {key: self._group(key, title) for key, title in layers.items()}
        self._used: dict[str, Any] = {}
        self._doc.info = _Info()
        catalog = self._doc.Catalog
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "OCProperties"]
        catalog.OCProperties = self._properties()

    def _group(self, key: str, title: str) -> Any:
        group = PDFDictionary({"Type": PDFName("OCG"), "Name": PDFString(title)})
        return self._doc.Reference(group, f"layer-{key}")

    def _properties(self) -> Any:
        """All groups, their order, and that they are shown: PDFStitcher wants each of the three [print 2.1]."""
        groups = [*self._groups.values()]
        default = PDFDictionary({"Order": PDFArray(groups), "ON": PDFArray(groups), "BaseState": PDFName("ON")})
        return PDFDictionary({"OCGs": PDFArray(groups), "D": default})

    @contextmanager
    def layer(self, key: str) -> Iterator[None]:
        """What is drawn inside stands on that layer; the state of drawing is restored inside the block."""
        self._used[key] = self._groups[key]
        self._code.append(f"/OC /{key} BDC")
        with self.restored():
            yield
        self._code.append("EMC")

    @contextmanager
    def restored(self) -> Iterator[None]:
        """What is set inside is forgotten after it."""
        self.saveState()
        yield
        self.restoreState()

    def draw(self, operators: str) -> None:
        """PDF operators, as they are."""
        self._code.append(operators)

    def _setAnnotations(self, page: Any) -> None:  # noqa: N802
        """The last thing that is done to a page: here it learns its layers."""
        super()._setAnnotations(page)
        resources = PDFResourceDictionary()
        resources.basicFonts()
        resources.Properties = self._used
        page.Resources, self._used = resources, {}

    def finished(self) -> bytes:
        """The whole file, its streams as bytes and not as text, which is a quarter longer.

        That is set for all of reportlab, and so by one thread at a time.
        """
        with _SETTING:
            before, rl_config.useA85 = rl_config.useA85, 0
            try:
                self.save()
            finally:
                rl_config.useA85 = before
        return self.file.getvalue()


class _Info(PDFInfo):  # type: ignore[misc]
    """Title, author, subject and keywords, without dates."""

    author = ""

    def format(self, document: Any) -> Any:
        facts = {"Title": self.title, "Author": self.author, "Subject": self.subject, "Keywords": self.keywords}
        written = {key: PDFString(value) for key, value in facts.items() if value}
        written["Creator"] = PDFString("bagpattern")
        return PDFDictionary(written).format(document)
