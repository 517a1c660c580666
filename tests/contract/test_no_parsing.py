"""Facts are carried: no code reads one off an id, a title or a text.

What may be looked into is what a person wrote, or another program; the places are listed, each with its reason.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import bagpattern

SOURCE = Path(bagpattern.__file__).parent
LOOKING = frozenset(
    {"startswith", "endswith", "removeprefix", "removesuffix", "partition", "rpartition", "split", "rsplit", "sub"}
    | {"match", "fullmatch", "search", "findall", "finditer"}
)
"""Methods of texts, and of expressions, that find out what is in one."""
TOLD = frozenset({"title", "note", "text", "label", "message", "instruction", "caption"})
"""What is told to a maker: nothing is looked for in it, nor is it compared with anything."""

READING = {
    "catalog/colours.py": "names of colours within what a maker calls a cloth",
    "catalog/items.py": "a maker's own word: phone-in-case",
    "catalog/notions.py": "the catalogue's sizes, texts with their unit",
    "catalog/shelf.py": "the catalogue's files",
    "cli": "what is typed on the command line",
    "drawing/divided.py": "words that are set in lines",
    "drawing/lettering.py": "words that are set in lines",
    "drawing/model.py": "the roles of a drawing, which are made and taken apart here alone",
    "drawing/names.py": "makes ids out of words",
    "drawing/piece/machine.py": "a maker's list of colours",
    "drawing/unspaced.py": "words that are set in lines",
    "export/_markup.py": "takes out of a text what XML does not hold",
    "given_files.py": "what is written in a file that is given",
    "given_places.py": "what is written in a file that is given",
    "given_toml.py": "what is written in a file that is given",
    "contract": "messages, as a maker reads them, and docstrings",
    "layout/paper/pages.py": "a maker's word for a paper",
    "misread.py": "lengths as they are written",
    "on_disk.py": "names of files, as Windows takes them",
    "parameter.py": "what is written in a preset",
    "parameters.py": "makes ids of names",
    "parts/own_materials.py": "a price of a metre, as a maker writes it",
    "preset": "what is written in a preset",
    "ranges": "a range's spec: keys, templates, rules, shards; its own journal and pictures",
    "registry.py": "names of modules",
    "samples.py": "names of modules, docstrings",
    "units.py": "lengths as they are written",
    "web/app.py": "the headers of a request",
    "web/asked.py": "what a request says",
    "web/guard.py": "the headers of a request",
    "web/taking.py": "makes names of files",
    "web/tasks.py": "what a request says",
    "words.py": "the notation of forms: what stands in braces",
}
"""Modules, or packages, that read what a person wrote or takes apart what it made itself, and what that is."""
ONE_PLACE = {
    ("drawing/purposes/__init__.py", "sub"): "makes names of files out of a maker's word for a paper",
    ("drawing/sizes/nest.py", "removeprefix"): "makes keys of a maker's labels",
    ("drawing/sizes/nest.py", "split"): "the words that a maker's names have in common",
    ("errors.py", "startswith"): "which known names a maker's word begins",
    ("export/csv.py", "startswith"): "what a spreadsheet would take for a formula",
    ("export/dxf_aama.py", "removeprefix"): "makes a key of a maker's label",
    ("export/_svg_paths.py", "sub"): "numbers of its own",
    ("export/svg.py", "split"): "a frame of its own",
    ("geometry", "split"): "a method of segments, not of texts",
    ("__init__.py", "split"): "names that stand side by side in the table of what is public",
    ("language.py", "endswith"): "a language's own word for a unit, which may have a stop of its own",
    ("own_parts.py", "split"): "what Python says of a file that is broken",
    ("library.py", "split"): "a list of formats as the command line takes it",
    ("layout/engines/search.py", "split"): "names of engines, joined there",
    ("web/drafting.py", "removeprefix"): "the labels of entries, as keys have them",
    ("values.py", "startswith"): "annotations of a class",
    (
        "parts/part.py",
        "startswith",
    ): "a maker's word that names no panel yet: which of two refusals is told, and whether it is meant later",
}
"""Single kinds of looking, by module."""


def _modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def _excused(name: str, looking: str) -> bool:
    """Whether the module, or a package that it is in, may look into texts so."""
    inside = [name, *(parent.as_posix() for parent in Path(name).parents)]
    return any(each in READING or (each, looking) in ONE_PLACE for each in inside)


def lookings(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Where texts are looked into: the line, and how."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in LOOKING:
            yield node.lineno, node.func.attr
        elif isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            if any(isinstance(side, ast.Attribute) and side.attr in TOLD for side in sides):
                yield node.lineno, "compare"


@pytest.mark.parametrize("path", _modules(), ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_no_fact_is_read_off_a_text(path: Path) -> None:
    name = path.relative_to(SOURCE).as_posix()
    found = [(line, how) for line, how in lookings(ast.parse(path.read_text("utf-8"))) if not _excused(name, how)]
    assert not found, f"{name}: carry the fact instead, or say in this test why a text is read: {found}"


def test_every_exception_is_needed() -> None:
    """A module that no longer looks into texts leaves the list."""
    looked = {
        (path.relative_to(SOURCE).as_posix(), how)
        for path in _modules()
        for _, how in lookings(ast.parse(path.read_text("utf-8")))
    }
    used = {each for name, _ in looked for each in (name, *(parent.as_posix() for parent in Path(name).parents))}
    pairs = {(each, how) for name, how in looked for each in (name, *(p.as_posix() for p in Path(name).parents))}
    assert [each for each in READING if each not in used] == []
    assert [each for each in ONE_PLACE if each not in pairs] == []


@pytest.mark.parametrize(
    "line",
    [
        'any(panel.id.startswith("front") for panel in bag.panels)',
        'bought.title.endswith("closed")',
        'step.title != "Hem the rim"',
        '"metre" not in each.title',
        "_FLAT.match(host.id)",
        'lining.id.removeprefix("lining-")',
    ],
)
def test_reading_is_found(line: str) -> None:
    assert list(lookings(ast.parse(line)))
