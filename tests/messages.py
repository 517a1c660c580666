"""The message catalogues: ``python -m tests.messages`` extracts every message, updates and compiles the translations.

All of it is the work of Babel. Extracted is what is given to ``words``, ``counted`` and ``form``; what styles and parts
say of themselves and of their values, and rules of the proof of themselves; what the catalogue says of its things:
their titles, needles, threads and measures; what shipped presets are, and what they call things. A new language is a
row in ``language.RULES`` and a ``.po`` file beside the others.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import is_dataclass
from importlib import import_module
from inspect import get_annotations
from pathlib import Path
from types import ModuleType
from typing import IO, Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po

from bagpattern.language import ENGLISH, LANGUAGES, MESSAGES
from bagpattern.parameters import declarations
from bagpattern.preset.shipped import describe
from bagpattern.registry import introduction, spelt
from bagpattern.styles import Style, style_title

ROOT = Path(__file__).parents[1]
TEMPLATE = MESSAGES / "messages.pot"
_EXTRACT = ("extract", "-F", "pyproject.toml", "--no-default-keywords", "-k", "words counted:1,2 form")
_PLAIN = ("--add-location=file", "--width=120", "--project=bagpattern", "--version=1")
_SAID = "title", "needle", "thread", "measure"
_DATED = re.compile(rb'("(?:POT-Creation|PO-Revision)-Date: )[^\\]*')
_PERSONAL = re.compile(rb'"(?:Last-Tr|Language-T|Report-Msgid|Generated-By)[^\n]*\n')
_HEADER = re.compile(rb"\A(?:#[^\n]*\n)+")


def declared(file: IO[bytes], keywords: Any, tags: Any, options: Any) -> Iterator[tuple[int, Any, Any, Any]]:
    """For Babel: what a module says, and what its styles, parts and tables declare: themselves, and their values."""
    yield from extract_python(file, keywords, tags, options)
    module = _module(file)
    yield from ((1, None, each, []) for of in _dataclasses(module) for each in _declared(of))
    yield from ((1, None, each, []) for of in _members(module) for each in (introduction(of), _title(of)) if each)


def _dataclasses(module: ModuleType) -> Iterator[type]:
    classes = (each for each in vars(module).values() if isinstance(each, type) and is_dataclass(each))
    return (each for each in classes if each.__module__ == module.__name__)


def _declared(of: type) -> Iterator[str]:
    own = get_annotations(of)
    return (each.help for key, each in declarations(of).items() if key in own)


def _members(module: ModuleType) -> Iterator[type]:
    """What a room lists by the module's name; a room itself, and what it keeps to itself, is no member."""
    if not hasattr(module, "__path__") and "._" not in module.__name__:
        public = (each for each in _dataclasses(module) if not each.__name__.startswith("_"))
        yield from (each for each in public if getattr(each, "family", ""))


def _title(member: type) -> str:
    return style_title(spelt(Path(member.__module__.rpartition(".")[2]))) if issubclass(member, Style) else ""


def rules(file: IO[bytes], keywords: Any, tags: Any, options: Any) -> Iterator[tuple[int, Any, Any, Any]]:
    """For Babel: what a module of the proof says, and what each of its rules says of itself."""
    yield from extract_python(file, keywords, tags, options)
    module = _module(file)
    own = (each for each in vars(module).values() if isinstance(each, type) and each.__module__ == module.__name__)
    yield from ((1, None, introduction(each), []) for each in own if "code" in vars(each))


def _module(file: IO[bytes]) -> ModuleType:
    inside = Path(file.name).resolve().relative_to(ROOT / "src").with_suffix("").parts
    return import_module(".".join(inside).removesuffix(".__init__"))


def titles(file: IO[bytes], keywords: Any, tags: Any, options: Any) -> Iterator[tuple[int, None, str, list[str]]]:
    """For Babel: what a data file of the catalogue says of its things."""
    for kind in tomllib.load(file).values():
        things = [each for each in kind.values() if isinstance(each, dict)]
        yield from ((1, None, each[key], []) for each in things for key in _SAID if key in each)


def names(file: IO[bytes], keywords: Any, tags: Any, options: Any) -> Iterator[tuple[int, None, str, list[str]]]:
    """For Babel: what a shipped preset is, and what it calls its bag, its parts and its colours."""
    preset = tomllib.load(file)
    yield 1, None, describe(Path(file.name).stem), []
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
