"""The languages in which a pattern is printed. English is what is said inside the package, and costs nothing.

The other languages are message catalogues in ``messages/``, one file each, of which only the one asked for is read.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from bagpattern.values import once, value

if TYPE_CHECKING:
    from bagpattern.phrases import Book, Speaker

LANGUAGES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish", "ja": "Japanese"}
ENGLISH = "en"
MESSAGES = Path(__file__).parent / "messages"
_COMMA = frozenset({"de", "fr", "es"})
"""Where decimals stand after a comma."""


@value
class Language:
    """How a pattern speaks; ``own`` are words of its maker, which are said as they are."""

    name: str = ENGLISH
    own: frozenset[str] = frozenset()

    @property
    def english(self) -> bool:
        """Whether texts can stay as they are."""
        return self.name == ENGLISH

    @once
    def speaker(self) -> Speaker:
        """Who knows the texts."""
        return _speaker(self.name, self.own)

    def text(self, text: str) -> str:
        """An English text of a pattern in this language; a sentence that no catalogue has stays English."""
        return text if self.english or not text else self.speaker.as_far_as_known(text)

    def number(self, text: str) -> str:
        """'12.5 mm' with the language's decimal mark."""
        return text if self.english else self.speaker.number(text)

    def figures(self, texts: Iterable[str]) -> str:
        """Some figures after each other, told apart from their decimals."""
        return (" / " if self.name in _COMMA else ", ").join(map(self.number, texts))

    def say(self, message: str, **content: object) -> str:
        """A message with what stands in its gaps, which is in this language already; figures need not be."""
        if self.english:
            return message.format(**content) if content else message
        speaker = self.speaker
        said = speaker.book.said.get(message, message)
        return said.format(**{key: speaker.number(str(each)) for key, each in content.items()}) if content else said


def message(text: str) -> str:
    """Mark a message that is said elsewhere, so that the catalogues have it."""
    return text


def own_words(words: Iterable[str]) -> frozenset[str]:
    """Names that a maker gave, and the ids that are made of them."""
    given = frozenset(words)
    return given | {each.replace("-", " ") for each in given}


@lru_cache(maxsize=8)
def _speaker(name: str, own: frozenset[str]) -> Speaker:
    """One for every draft of a bag: what it has said once it knows."""
    from bagpattern.phrases import Speaker

    return Speaker(book_of(name), own, "," if name in _COMMA else ".")


@cache
def book_of(name: str) -> Book:
    """The phrase book of a language."""
    from bagpattern.phrases import Book, messages

    return Book(messages((MESSAGES / f"{name}.mo").read_bytes()), keeps=name == "de")
