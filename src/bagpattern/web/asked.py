"""What a request may say, read once: everything else is refused by name. No path is among it, nor any code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bagpattern.errors import InputError, Problem, named, quoted, raise_together
from bagpattern.web.limits import LONGEST, MOST_ENTRIES
from bagpattern.web.link import VERSION, unpacked
from bagpattern.words import words

_WANTS = ("pieces", "sewn", "steps", "lay", "proof")
_WORDS = ("units", "language", "pose", "colourway", "quality")
_SPOKEN = {"toml", "units", "language"}
_READ = {"draft": {*_SPOKEN, "n", "want", "pose", "quality"}, "figures": _SPOKEN, "company": {*_SPOKEN, "colourway"}}
"""What each task reads of a request."""
_QUALITIES = ("glimpse", "full")
"""How well the bag is sewn: in a third of the time while a hand drags, or as well as can be."""
_MOST_NUMBER = 2**53


def draft_asked(body: Any, task: str = "draft") -> dict[str, Any]:
    """The text of a bag, and what a *task* reads: what is wanted of it, told and held how. Raises InputError."""
    asked = _table(body, _READ[task])
    number, want = asked.get("n", 0), asked.get("want", [])
    problems = []
    if not isinstance(number, int) or isinstance(number, bool) or abs(number) > _MOST_NUMBER:
        problems.append(Problem("n", words("is a whole number")))
    if not isinstance(want, list) or not all(each in _WANTS for each in want):
        problems.append(Problem("want", words("is a list of these: {names}", names=named(_WANTS))))
    texts = {key: asked[key] for key in _WORDS if asked.get(key) is not None}
    if texts.get("quality", "full") not in _QUALITIES:
        problems.append(Problem("quality", words("is one of these: {names}", names=named(_QUALITIES))))
    problems += [Problem(key, words("is one word")) for key, each in texts.items() if not isinstance(each, str)]
    raise_together(problems)
    return {"toml": _text(asked, "toml"), "n": number, "want": want, **texts}


def edit_asked(body: Any) -> dict[str, Any]:
    """A text, the key of a value, and the value; null for none. Raises InputError."""
    asked = _table(body, {"toml", "key", "value", "language", "units"})
    key = _text(asked, "key")
    if not 0 < len(key) <= LONGEST or not key.isprintable():
        raise InputError([Problem("key", words("is a dotted key, such as dimensions.width"))])
    spoken = {name: _text(asked, name) for name in ("language", "units") if name in asked}
    return {"toml": _text(asked, "toml"), "key": key, "value": asked.get("value"), **spoken}


def file_asked(kind: str, wishes: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """A kind of file, the bag in a link, and wishes, each once. Raises InputError."""
    said = dict(wishes)
    if len(said) != len(wishes) or len(said) > MOST_ENTRIES:
        raise InputError([Problem("", words("say each wish once"))])
    if any(len(each) > LONGEST for name, each in said.items() if name != "b"):
        raise InputError([Problem("", words("a wish has at most {longest} characters", longest=LONGEST))])
    text = unpacked(said.pop("b", "").removeprefix(VERSION))
    return {"toml": text, "kind": kind, "wishes": said}


def _table(body: Any, known: set[str]) -> Mapping[str, Any]:
    if not isinstance(body, Mapping):
        raise InputError([Problem("", words("the request is to be a table of values"))])
    raise_together(
        Problem("", words("there is no {each} to say", each=quoted(each))) for each in body if each not in known
    )
    return body


def _text(asked: Mapping[str, Any], key: str) -> str:
    """A text that can be written in UTF-8."""
    text = asked.get(key)
    if not isinstance(text, str):
        raise InputError([Problem(key, words("is to be a text"))])
    try:
        text.encode()
    except UnicodeEncodeError:
        raise InputError([Problem(key, words("is not text that can be written"))]) from None
    return text
