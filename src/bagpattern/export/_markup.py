"""Texts as they stand in XML and HTML."""

from __future__ import annotations

import re

_CONTROL = r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"


def clean(text: str) -> str:
    """The text without characters that XML forbids."""
    return text if text.isprintable() else re.sub(_CONTROL, "", text)


def escaped(text: str) -> str:
    """The text as it stands between two tags."""
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoted(text: str) -> str:
    """The text as it stands between the quotes of an attribute."""
    return escaped(text).replace('"', "&quot;").replace("\t", "&#09;").replace("\n", "&#10;")
