"""What is wrong with a text that is not TOML, in words; the parser speaks to programmers."""

from __future__ import annotations

import re

from bagpattern.errors import Problem, quoted

_PLACE = re.compile(r"\s*\((?:at line (\d+), column (\d+)|at end of document)\)$")
_UNQUOTED = re.compile(r"\s*([\w.\"-]+)\s*=\s*([^\"'\[\]{}#=]*[^\"'\[\]{}#=\s])\s*(?:#.*)?")
_INCH_MARK = re.compile(r"\s*([\w.\"-]+)\s*=\s*\"([0-9][0-9 ./-]*)\"\"\s*(?:#.*)?")
_NO_VALUE = re.compile(r"\s*([\w.\"-]+)\s*=\s*(?:#.*)?")
_WORDS = (
    (r"Unescaped '\\'", "has a backslash inside a text: write two, or put the text in single quotes"),
    (r"Expected '=' after a key", "is no value: write key = value, one a line"),
    (r"Expected newline or end of document", "has something after the end of the value: one value a line"),
    (r"Cannot declare .* twice", "this table stands here for the second time: put its values under the first"),
    (r"Cannot (overwrite a value|redefine)|Duplicate inline", "this key stands here for the second time"),
    (
        r"Cannot mutate immutable|Cannot redefine namespace",
        "this table is closed already: put its values where it begins",
    ),
    (r"Unclosed array", "a list is not closed: a ] is missing"),
    (r"Unclosed inline table", "a table is not closed: a } is missing"),
    (r"Expected '\]'", "a table's name is not closed: a ] is missing"),
    (r"Expected '\]\]'", "a list entry's name is not closed: ]] is missing"),
    (r"Unterminated string|Illegal character '\\n'|Expected \"'\"", "a text is not closed: its last quote is missing"),
    (r"Illegal character", "has a control character in it: write plain text"),
    (r"Unescaped|Invalid hex|Escaped character", "has a backslash that means nothing here: write two for one"),
    (r"Invalid date or datetime", "has a date that does not exist"),
    (r"Exceeds the limit", "has a number of far too many digits"),
    (r"Invalid initial character for a key", "has a key that does not begin with a letter: write key = value"),
    (r"Invalid statement", "begins with a sign that means nothing here: write key = value, [table] or # comment"),
    (r"Invalid value", "has no value that can be read: write texts and lengths in quotes"),
)


def toml_problem(text: str, message: str, file: str) -> Problem:
    """The parser's *message* about *text* as a problem with its place."""
    place = _PLACE.search(message)
    line, column = (int(place[1]), int(place[2])) if place and place[1] else (0, 0)
    if place and not line:
        line = max(1, len(text.rstrip().splitlines()))
    lines = text.split("\n")
    written = lines[line - 1] if 0 < line <= len(lines) else ""
    return Problem("", _in_words(written, message), file, line, column)


def _in_words(written: str, message: str) -> str:
    if (
        message.endswith("end of document)")
        and message.startswith("Invalid value")
        and not _NO_VALUE.fullmatch(written)
    ):
        return "the text ends in the middle of a value: is a ], a } or a quote missing?"
    inches = _INCH_MARK.fullmatch(written)
    if inches:
        return (
            f'{inches[1]} has an inch mark inside its quotes, which ends the text: write {inches[1]} = "{inches[2]} in"'
        )
    unquoted = _UNQUOTED.fullmatch(written)
    if unquoted and message.startswith(("Expected newline", "Invalid value")):
        return f"{unquoted[1]} needs its value in quotes: write {unquoted[1]} = {quoted(unquoted[2])}"
    if (empty := _NO_VALUE.fullmatch(written)) and message.startswith("Invalid value"):
        return f"{empty[1]} has no value: write one after the =, or take the line out"
    found = next((words for form, words in _WORDS if re.search(form, message)), None)
    return found or f"is not TOML: {message[:1].lower()}{_PLACE.sub('', message)[1:]}"
