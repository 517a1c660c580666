"""TOML that is given, and what is wrong with it, in words: the parser speaks to programmers."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from bagpattern.errors import InputError, Problem, quoted
from bagpattern.given_files import refuse_long_keys, refuse_vast, refused
from bagpattern.said import Name, Said
from bagpattern.words import form, words

_PLACE = re.compile(r"\s*\((?:at line (\d+), column (\d+)|at end of document)\)$")
_UNQUOTED = re.compile(r"\s*([\w.\"-]+)\s*=\s*([^\"'\[\]{}#=]*[^\"'\[\]{}#=\s])\s*(?:#.*)?")
_INCH_MARK = re.compile(r"\s*([\w.\"-]+)\s*=\s*\"([0-9][0-9 ./-]*)\"\"\s*(?:#.*)?")
_KEY = re.compile(r"\s*(?:([\w.\"-]+)\s*=|\[+\s*([\w.\"-]+)\s*\])")
_CURLY = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u2019\u201a\u201b"
"""Quotes as word processors make them."""
_COMMA = re.compile(r"[0-9]+,[0-9]+")
_NO_VALUE = re.compile(r"\s*([\w.\"-]+)\s*=\s*(?:#.*)?")
_TWICE = r"Cannot (overwrite a value|redefine)|Duplicate inline"
_WORDS = (
    (r"Unescaped '\\'", form("has a backslash inside a text: write two, or put the text in single quotes")),
    (r"Expected '=' after a key", form("is no value: write key = value, one a line")),
    (r"Expected newline or end of document", form("has something after the end of the value: one value a line")),
    (r"Cannot declare .* twice", form("this table stands here for the second time: put its values under the first")),
    (_TWICE, form("this key stands here for the second time")),
    (
        r"Cannot mutate immutable|Cannot redefine namespace",
        form("this table is closed already: put its values where it begins"),
    ),
    (r"Unclosed array", form("a list is not closed: a ] is missing")),
    (r"Unclosed inline table", form("a table is not closed: a } is missing")),
    (r"Expected '\]'", form("a table's name is not closed: a ] is missing")),
    (r"Expected '\]\]'", form("a list entry's name is not closed: ]] is missing")),
    (
        r"Unterminated string|Illegal character '\\n'|Expected \"'\"",
        form("a text is not closed: its last quote is missing"),
    ),
    (r"Illegal character", form("has a control character in it: write plain text")),
    (r"Unescaped|Invalid hex|Escaped character", form("has a backslash that means nothing here: write two for one")),
    (r"Invalid date or datetime", form("has a date that does not exist")),
    (r"Exceeds the limit", form("has a number of far too many digits")),
    (r"Invalid initial character for a key", form("has a key that does not begin with a letter: write key = value")),
    (r"Invalid statement", form("begins with a sign that means nothing here: write key = value, [table] or # comment")),
    (r"Invalid value", form("has no value that can be read: write texts and lengths in quotes")),
)


def toml(text: str, file: str) -> dict[str, Any]:
    """What a TOML *text* holds. Raises InputError, naming the *file*, for text that is no TOML, or far too much."""
    refuse_long_keys(text, file)
    try:
        data = tomllib.loads(text)
    except RecursionError:
        raise refused(file, words("its values are nested far too deeply")) from None
    except ValueError as error:
        raise InputError([_problem(text, str(error), file)]) from None
    refuse_vast(data, file)
    return data


def _problem(text: str, message: str, file: str) -> Problem:
    """The parser's *message* about *text* as a problem with its place."""
    place = _PLACE.search(message)
    line, column = (int(place[1]), int(place[2])) if place and place[1] else (0, 0)
    if place and not line:
        line = max(1, len(text.rstrip().splitlines()))
    lines = text.split("\n")
    written = lines[line - 1] if 0 < line <= len(lines) else ""
    return Problem("", _curly(written, message, column) or _in_words(written, message), file, line, column)


def _curly(written: str, message: str, column: int) -> Said | None:
    """What is said of a quote that is none in TOML: at the fault, or where a text ought to end."""
    at_fault = written[column - 1 : column] if column else ""
    unclosed = re.search(r"Unterminated string|Illegal character '\\n'", message) and {*_CURLY} & {*written}
    if unclosed or (at_fault and at_fault in _CURLY):
        return words("has curly quotes: write straight ones, {quote}", quote=Name('"'))
    return None


def _in_words(written: str, message: str) -> Said:
    if (
        message.endswith("end of document)")
        and message.startswith("Invalid value")
        and not _NO_VALUE.fullmatch(written)
    ):
        return words("the text ends in the middle of a value: is a ], a } or a quote missing?")
    inches = _INCH_MARK.fullmatch(written)
    if inches:
        return words(
            '{key} has an inch mark inside its quotes, which ends the text: write {key} = "{figure} in"',
            key=Name(inches[1]),
            figure=Name(inches[2]),
        )
    unquoted = _UNQUOTED.fullmatch(written)
    if unquoted and _COMMA.fullmatch(unquoted[2]):
        text, decimal = Name(unquoted[2]), Name(unquoted[2].replace(",", "."))
        return words("{text} has a decimal comma; write it with a point: {decimal}", text=text, decimal=decimal)
    if unquoted and message.startswith(("Expected newline", "Invalid value")):
        return words(
            "{key} needs its value in quotes: write {key} = {value}",
            key=Name(unquoted[1]),
            value=quoted(unquoted[2]),
        )
    if (empty := _NO_VALUE.fullmatch(written)) and message.startswith("Invalid value"):
        return words("{empty} has no value: write one after the =, or take the line out", empty=Name(empty[1]))
    key = _KEY.match(written)
    if key and re.search(_TWICE, message):
        return words("{key} stands here for the second time", key=Name(key[1] or key[2]))
    found = next((told for kind, told in _WORDS if re.search(kind, message)), None)
    if found:
        return words(found)
    return words("is not TOML: {error}", error=Name(message[:1].lower() + _PLACE.sub("", message)[1:]))
