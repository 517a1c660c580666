"""A phrase book: sentences of English with gaps, and each in another language; whole texts are looked up in it.

Texts inside the package are English, so that there is one way to say a thing and pattern.json says the same to
everyone. They are put together from whole sentences with names and lengths in them. A book knows each sentence with its
gaps ("Sew the {name} to the {panel}"), finds the one that a text was made of, and what stands in its gaps is looked up
in turn. What it does not know in full it does not say in part.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from heapq import merge
from struct import unpack_from
from typing import NamedTuple

Say = Callable[[str], str | None]

_GAP = re.compile(r"\{([^{}]*)\}")
_FIGURE = r"\d+(?:\.\d+)?"
_TOLD = rf"(?:{_FIGURE}|\{{\w+\}})"
_TIMES = r" x | \u00d7 | \+ |-|\u2013"
_LENGTHS = re.compile(rf"(?<![\w#./])(?P<figures>{_TOLD}(?:(?:{_TIMES}| to | or | and ){_TOLD})*) (?P<unit>mm|cm|m)\b")
_PART = r"\d+/\d+|\d+(?: \d+/\d+|\.\d+)?"
_FIGURES = re.compile(rf"(?:#|1:|-)?(?:{_PART})(?:(?:{_TIMES})(?:{_PART}))*(?: (?P<unit>mm|cm|m|in|yd|ft|%))?\u00d7?")
_SIZES = frozenset({"XS", "S", "M", "L", "XL"})
_SENTENCE = re.compile(r"(?<=[.!?]) (?=\S)")
_UNSPACED = "\u3000"
_FEW = 5
"""Words that may be known one by one, in a name that is put together of them."""
_TOGETHER = 3
"""So many sentences of a text, at most, are one message."""


def messages(compiled: bytes) -> dict[str, str]:
    """Every message of a compiled catalogue (.mo, little-endian, as GNU gettext defines it) with its translation."""
    count, originals, translations = unpack_from("<3I", compiled, 8)

    def read(table: int, row: int) -> str:
        length, start = unpack_from("<2I", compiled, table + 8 * row)
        return compiled[start : start + length].decode()

    pairs = ((read(originals, row), read(translations, row)) for row in range(count))
    return {message: said for message, said in pairs if message}


class Template(NamedTuple):
    """A message with gaps: the ``words`` round them, the names of the ``gaps``, and what is ``said`` with them."""

    words: tuple[str, ...]
    gaps: tuple[str, ...]
    said: str

    def match(self, text: str, say: Say) -> str | None:
        """What is said for *text*; None when it is not of this form, or *say* does not know what is in a gap."""
        first, last = self.words[0], self.words[-1]
        if len(text) < len(first) + len(last) or not (text.startswith(first) and text.endswith(last)):
            return None
        filled = self._filled(text[: len(text) - len(last)], len(first), 0, say)
        return None if filled is None else _GAP.sub(lambda gap: filled.get(gap[1], gap[0]), self.said)

    def _filled(self, text: str, start: int, index: int, say: Say) -> dict[str, str] | None:
        """What stands in the gaps from the one of that *index* on, which begins at *start*."""
        for end in self._ends(text, start, index):
            content = _gap_said(self.gaps[index], text[start:end], say)
            if content is None:
                continue
            if index + 1 == len(self.gaps):
                return {self.gaps[index]: content}
            rest = self._filled(text, end + len(self.words[index + 1]), index + 1, say)
            if rest is not None:
                return rest | {self.gaps[index]: content}
        return None

    def _ends(self, text: str, start: int, index: int) -> Iterator[int]:
        """Where the gap may end: where the words after it begin."""
        if index + 1 == len(self.gaps):
            yield len(text)
            return
        words = self.words[index + 1]
        if not words:  # two gaps side by side: the first holds what it can
            yield from range(len(text), start - 1, -1)
            return
        end = text.find(words, start)
        while end >= 0:
            yield end
            end = text.find(words, end + 1)


def _gap_said(gap: str, content: str, say: Say) -> str | None:
    """A gap may be empty, or bring the blank or comma before what it says; a length's gap holds a length."""
    bare = content.strip()
    if gap.startswith("="):
        return say(bare) if bare == content and _FIGURES.fullmatch(bare) else None
    if not bare:
        return content
    said = say(bare)
    if said is None and bare.startswith(", "):
        bare = bare.removeprefix(", ")
        said = say(bare)
    return None if said is None else content.replace(bare, said)


def template(message: str, said: str) -> Template:
    """A message and its translation with a gap for every length, because lengths are told in mm or in inches."""
    for old, new in _length_gaps(message):
        message, said = _once(message, old, new), _once(said, old, new)
    parts = _GAP.split(message)
    return Template(tuple(parts[::2]), tuple(parts[1::2]), said)


def _length_gaps(message: str) -> Iterator[tuple[str, str]]:
    for found in _LENGTHS.finditer(message):
        *first, last = re.findall(rf"{_FIGURE}|\{{\w+\}}", found["figures"])
        yield from ((figure, f"{{={figure}}}") for figure in first if not figure.startswith("{"))
        whole = f"{last} {found['unit']}"
        yield whole, last if last.startswith("{") else f"{{={whole}}}"


def _once(text: str, old: str, new: str) -> str:
    """The first *old* made *new*; a translation may write the decimals of *old* after a comma."""
    for each in (old, old.replace(".", ",")):
        found = re.search(rf"(?<![\d.,={{]){re.escape(each)}(?![0-9A-Za-z])", text)
        if found:
            return text[: found.start()] + new + text[found.end() :]
    return text


class Book:
    """All messages of one language; ``keeps`` says that a noun keeps its capital inside a sentence, as in German."""

    def __init__(self, said: Mapping[str, str], keeps: bool = False) -> None:
        self.said = dict(said)
        self.keeps = keeps
        self._templates: dict[str, list[Template]] = {}
        for each in _templates(said):
            self._templates.setdefault(_first_word(each.words[0]), []).append(each)

    def look_up(self, text: str, say: Say) -> str | None:
        """A message that is *text* or has its form; its first letter may be a capital or not."""
        turned = text[:1].swapcase() + text[1:]
        if text in self.said:
            return self.said[text]
        if turned in self.said:
            return self._turned(text, self.said[turned])
        for each in self._of_form(text, turned):
            found = each.match(text, say)
            if found is not None:
                return found
            found = each.match(turned, say) if turned != text and each.words[0] else None
            if found is not None:
                return self._turned(text, found)
        return None

    def _of_form(self, *texts: str) -> Iterator[Template]:
        """The templates that one of these texts may be of, the most words first."""
        keys = dict.fromkeys((*map(_first_word, texts), ""))
        yield from merge(*(self._templates.get(key, ()) for key in keys), key=_wordiness)

    def _turned(self, text: str, found: str) -> str:
        """What was found for *text* when its first letter was turned, with a first letter as *text* has it."""
        if text[:1].isupper():
            return found[:1].upper() + found[1:]
        return found if self.keeps or found[1:2].isupper() else found[:1].lower() + found[1:]


def _templates(said: Mapping[str, str]) -> list[Template]:
    """Every message with gaps and words, the most words first."""
    made = (template(message, text) for message, text in said.items())
    worded = [each for each in made if each.gaps and re.search("[A-Za-z]{2}", " ".join(each.words))]
    return sorted(worded, key=_wordiness)


def _wordiness(each: Template) -> int:
    return -sum(map(len, each.words))


def _first_word(words: str) -> str:
    """The word by which a message is found; none when a gap stands in it."""
    word, blank, _ = words.partition(" ")
    return word if blank and word.isalpha() else ""


class Speaker:
    """One who says texts out of a book. Words of one's ``own`` are said as they are; figures as the language has them.

    ``units`` are its names for inches and yards, ``point`` is its decimal mark.
    """

    def __init__(self, book: Book, own: Iterable[str] = (), point: str = ".") -> None:
        self.book, self.own, self.point = book, frozenset(each.casefold() for each in own), point
        self._known: dict[str, str | None] = {}

    def __call__(self, text: str) -> str | None:
        """*text* in the language; None when not all of it is known."""
        if text not in self._known:
            self._known[text] = None  # what is being looked up is no part of itself
            self._known[text] = self._sentences(text)
        return self._known[text]

    def as_far_as_known(self, text: str) -> str:
        """*text* in the language; a sentence that is not known stays as it is."""
        said = self(text)
        if said is not None:
            return said
        return self._join(self(each) or each for each in _SENTENCE.split(text))

    def number(self, text: str) -> str:
        """A figure or a length with the language's decimal mark and unit; anything else as it is."""
        found = _FIGURES.fullmatch(text)
        if found is None:
            return text
        marked = re.sub(r"(?<=\d)\.(?=\d)", self.point, text)
        unit = found["unit"]
        return marked.replace(unit, self.book.said.get(unit, unit)) if unit else marked

    def _sentences(self, text: str) -> str | None:
        """The text as messages of one or a few sentences."""
        parts = _SENTENCE.split(text)
        for count in range(min(len(parts), _TOGETHER if len(parts) > _TOGETHER else len(parts)), 0, -1):
            first, rest = " ".join(parts[:count]), " ".join(parts[count:])
            said = self._phrase(first) if not rest else self(first)
            if said is not None and rest:
                others = self(rest)
                said = None if others is None else self._join((said, others))
            if said is not None:
                return said
        return None

    @staticmethod
    def _join(said: Iterable[str]) -> str:
        """Sentences after each other, with a blank where a script has blanks."""
        text = ""
        for each in said:
            text += each if not text or text[-1] >= _UNSPACED else f" {each}"
        return text

    def _phrase(self, text: str) -> str | None:
        if text in self.book.said:
            return self.book.said[text]
        if text.casefold() in self.own:
            return text
        if _FIGURES.fullmatch(text) or text in _SIZES:
            return self.number(text)
        found = self.book.look_up(text, self)
        if found is None and text[-1:] == ".":
            bare = self.book.look_up(text[:-1], self)
            found = None if bare is None else self.book.said.get(STOP, STOP).format(one=bare)
        found = self._in_parts(text) if found is None else found
        return self(text.replace("-", " ")) if found is None and "-" in text else found

    def _in_parts(self, text: str) -> str | None:
        """A list, or clauses that follow each other, each of them known."""
        for mark, form in JOINTS.items():
            if mark == " " and text.count(" ") >= _FEW:
                break
            at = text.find(mark)
            while at >= 0:
                one = self(text[:at])
                other = None if one is None else self(text[at + len(mark) :])
                if one is not None and other is not None:
                    return self.book.said.get(form, form).format(one=one, other=other)
                at = text.find(mark, at + 1)
        return None


STOP = "{one}."
JOINTS = {
    "; ": "{one}; {other}",
    ": ": "{one}: {other}",
    ", ": "{one}, {other}",
    " and ": "{one} and {other}",
    " or ": "{one} or {other}",
    " to ": "{one} to {other}",
    " ": "{one} {other}",
}
"""What stands between parts of a sentence, the looser first."""
