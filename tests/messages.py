"""The message catalogues: ``python -m tests.messages`` extracts every message, updates and compiles the translations.

All of it is the work of Babel. What is given to ``words``, ``counted`` and ``form`` is extracted, what the catalogue
says of its things: their titles, needles and threads; and the names that shipped presets give. A new language is a row
in ``language.RULES`` and a ``.po`` file beside the others.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po

from bagpattern.language import ENGLISH, LANGUAGES, MESSAGES

ROOT = Path(__file__).parents[1]
TEMPLATE = MESSAGES / "messages.pot"
_EXTRACT = ("extract", "-F", "pyproject.toml", "--no-default-keywords", "-k", "words counted:1,2 form")
_PLAIN = ("--add-location=file", "--width=120", "--project=bagpattern", "--version=1")
_SAID = "title", "needle", "thread"
_DATED = re.compile(rb'("(?:POT-Creation|PO-Revision)-Date: )[^\\]*')
_PERSONAL = re.compile(rb'"(?:Last-Tr|Language-T|Report-Msgid|Generated-By)[^\n]*\n')
_HEADER = re.compile(rb"\A(?:#[^\n]*\n)+")


def titles(file: IO[bytes], keywords: Any, tags: Any, options: Any) -> Iterator[tuple[int, None, str, list[str]]]:
    """For Babel: what a data file of the catalogue says of its things."""
    for kind in tomllib.load(file).values():
        things = [each for each in kind.values() if isinstance(each, dict)]
        yield from ((1, None, each[key], []) for each in things for key in _SAID if key in each)


def names(file: IO[bytes], keywords: Any, tags: Any, options: Any) -> Iterator[tuple[int, None, str, list[str]]]:
    """For Babel: what a shipped preset calls its bag, its parts and its colours."""
    preset = tomllib.load(file)
    parts = [each for many in preset.values() if isinstance(many, list) for each in many if isinstance(each, dict)]
    yield from ((1, None, each["name"], []) for each in (preset, *parts) if "name" in each)
    for way in preset.get("colourways", ()):
        yield from ((1, None, colour, []) for key, colour in way.items() if key != "name")


def extracted(path: Path) -> None:
    """Write the template: every message and where it is said. The same source gives the same bytes."""
    _babel(*_EXTRACT, *_PLAIN, "-o", str(path), "src", "presets")
    _undated(path)


def updated(language: str, path: Path) -> None:
    """Bring the catalogue of a language up to the template."""
    where = ("-i", str(TEMPLATE), "-o", str(path), "-l", language)
    if path.exists():
        _babel("update", *where, "--width=120", "--no-fuzzy-matching", "--ignore-obsolete")
    else:
        _babel("init", *where, "--width=120")
    _undated(path)


def compiled(language: str, path: Path) -> None:
    """Write the catalogue of a language as the program reads it."""
    _babel("compile", "-i", str(MESSAGES / f"{language}.po"), "-o", str(path), "-l", language)


def read(path: Path) -> Catalog:
    """A catalogue as it stands in a file."""
    with path.open("rb") as file:
        return read_po(file, locale=None if path == TEMPLATE else path.stem)


def lacking(language: str) -> list[str]:
    """What a catalogue does not translate."""
    return [str(each.id) for each in read(MESSAGES / f"{language}.po") if each.id and not each.string]


def _babel(*arguments: str) -> None:
    CommandLineInterface().run(["pybabel", "--quiet", *arguments])  # type: ignore[no-untyped-call]


def _undated(path: Path) -> None:
    """Take out what would differ from day to day, so that the same messages are the same bytes."""
    text = _PERSONAL.sub(b"", _DATED.sub(rb"\g<1>2000-01-01 00:00+0000", path.read_bytes()))
    path.write_bytes(_HEADER.sub(b"# What is printed on a pattern.\n", text))


def main() -> int:
    """Write all catalogues; exit status 1 while something is not translated."""
    extracted(TEMPLATE)
    missing = 0
    for language in LANGUAGES:
        if language != ENGLISH:
            updated(language, MESSAGES / f"{language}.po")
            compiled(language, MESSAGES / f"{language}.mo")
            lacks = lacking(language)
            missing += len(lacks)
            print(f"{language}: {len(lacks)} messages to be translated", *lacks, sep="\n    ")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
