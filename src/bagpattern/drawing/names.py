"""Ids: stable from run to run, unique in a file, of lower-case letters, digits and hyphens, a letter first."""

from __future__ import annotations

from functools import lru_cache

_BLANKS = {code: " " for code in range(128) if not chr(code).isalnum()}


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """'Front: left edge' becomes 'front-left-edge'."""
    plain = text if text.isascii() else _without_accents(text)
    words = "-".join(plain.lower().translate(_BLANKS).split())
    return words if words[:1].isalpha() else f"n-{words}".rstrip("-")


def _without_accents(text: str) -> str:
    from unicodedata import normalize  # only a name of one's own needs it

    return normalize("NFKD", text).encode("ascii", "ignore").decode()


class Names:
    """Hands out ids; the second use of one gets '-2'."""

    def __init__(self, *reserved: str) -> None:
        self._used = set(reserved)
        self._counts: dict[str, int] = {}

    def __call__(self, *parts: str) -> str:
        """A new id from some words."""
        wanted = name = slug("-".join(parts))
        count = self._counts.get(wanted, 1)
        while name in self._used:
            count += 1
            name = f"{wanted}-{count}"
        self._counts[wanted] = count
        self._used.add(name)
        return name
