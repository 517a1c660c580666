"""The message catalogues: ``python -m tests.messages`` brings them up to date and says what is to be translated.

With ``--all`` it drafts a thousand bags to find what is said, for some minutes; else the shipped ones.

A message is found in the source in three ways.

1. What is given to ``say(...)`` or ``message(...)``: all words of drawings.
2. Every text of a part, a style or a pass that begins with a capital and is no name: sentences and titles. Of an
   f-string, what is filled in becomes a gap; a text of several sentences is several messages.
3. Of all other texts there (notes, words within a sentence; ids and faults are among them) those that some pattern
   says, and what ``VOCABULARY`` and the catalogues of materials and notions list.

Translations are in ``src/bagpattern/messages/*.po``; ``.mo`` beside each is what the program reads, and both are kept.
"""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from bagpattern.catalog.materials import materials
from bagpattern.drawing.piece.compose import CAPTIONED
from bagpattern.language import ENGLISH, LANGUAGES, MESSAGES
from bagpattern.model.pattern import Pattern
from bagpattern.phrases import JOINTS, STOP, Book, Speaker

SOURCE = Path(str(sys.modules["bagpattern"].__file__)).parent
MARKED = ("drawing", "export", "layout")
"""Where messages are marked."""
PUT_TOGETHER = ("parts", "styles", "passes", "model", "catalog/notions.py")
"""Where texts are put together as they are."""
VOCABULARY = (
    *("shell", "contrast", "lining", "mesh", "zip", "webbing", "hardware", "thread", "interfacing", "foam", "padding"),
    *("front", "back", "left", "right", "upper", "lower", "top", "bottom", "base", "side", "sides", "end", "middle"),
    *("placement", "fold", "stitch", "topstitch", "slit", "outline", "hem", "strap", "handle", "channel", "backing"),
    *("band", "in", "yd"),
    *("{piece} interfacing", "{piece} foam", "{piece} padding", "{piece} backing", "{piece} channel", "{piece} fold"),
    *("Lining {piece}", "Second {piece}", "Lower {piece}", "Upper {piece}", "side {side}", "left {piece}"),
    *("right {piece}", "{panel} rolled down to here", "{panel} closing webbing", "{panel} hook tape inside"),
    *("{panel} loop tape inside", "{panel} channel stitching", "front {line}", "back {line}", "torso {size}"),
    *("face", "start", "none", "hook and loop", "hook and loop {number}", "Fold-over elastic"),
    *("box pleat {depth} wide: {width} wide when folded", "inverted pleat {depth} wide: {width} wide when folded"),
    *("Hem top and base ({turned}, then {turned2}).", "Turn top and base over once ({turned}) and topstitch it."),
    "Leave the top and base raw.",
)
"""Words that are ids as well, and are put together from ids."""

_NO_TEXT = frozenset(
    {
        *(
            "refusal",
            "refused",
            "Problem",
            "InputError",
            "PatternError",
            "ValueError",
            "KeyError",
            "LookupError",
            "TypeError",
        ),
        *("measure", "choice", "flag", "count", "listed", "words", "text", "part", "parts", "table", "remark"),
        *("Parameter", "Registry", "Finding", "at_least", "at_most", "choose", "did_you_mean", "Run", "Seam", "Edge"),
        *("has", "has_edge", "edge", "along", "seam", "getattr", "startswith", "endswith", "removeprefix"),
        "removesuffix",
    }
)
"""What is given to these is no text of a pattern: it is refused input, help, or a name."""
_NO_RESULT = ("InputError", "Problem")
_FAULTS = ("fault", "mend", "misfit", "refus", "why", "reason", "advice", "problem")


_UNITS = ("mm", "cm")
_ID = re.compile(r"\{\w*\}[a-z-]|lining-|\d+ mm$|\{id\} to ")


class Found(NamedTuple):
    """A text in the source and where it stands; ``marked`` says that it is one for certain."""

    text: str
    place: tuple[str, int]
    marked: bool


class _Texts(ast.NodeVisitor):
    """Collects the texts of a module."""

    def __init__(self, path: Path, whole: bool) -> None:
        self.path, self.whole = str(path.relative_to(SOURCE)), whole
        self.found: list[Found] = []
        self.named: dict[str, list[str]] = {}

    def _body(self, node: ast.Module | ast.ClassDef | ast.FunctionDef) -> None:
        for each in node.body:
            if not (isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant)):  # a docstring
                self.visit(each)

    def visit_Module(self, node: ast.Module) -> None:
        self._body(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._body(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        result = ast.unparse(node.returns) if node.returns else ""
        if not any(each in result for each in _NO_RESULT) and not any(each in node.name for each in _FAULTS):
            self._body(node)

    def visit_Raise(self, node: ast.Raise) -> None:
        pass

    def visit_Compare(self, node: ast.Compare) -> None:
        pass

    def visit_Subscript(self, node: ast.Subscript) -> None:
        self.visit(node.value)

    def visit_Dict(self, node: ast.Dict) -> None:
        for each in node.values:
            self.visit(each)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value:
            self.visit(node.value)

    def visit_Assign(self, node: ast.Assign) -> None:
        names = [each.id for each in node.targets if isinstance(each, ast.Name)]
        self.named |= {name: [*_constants(node.value)] for name in names}
        if not any(fault in name for name in names for fault in _FAULTS):
            self.visit(node.value)

    def visit_Call(self, node: ast.Call) -> None:
        name = _called(node)
        if name in ("say", "message"):
            self.found += [Found(each, self._place(node), True) for each in self._given(node)]
        elif not self.whole or name not in _NO_TEXT:
            self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if self.whole and isinstance(node.value, str):
            self.found.append(Found(node.value, self._place(node), False))

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        text, used = "", Counter[str]()
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                name = _name(part.value)
                used[name] += 1
                text += f"{{{name}{used[name] if used[name] > 1 else ''}}}"
                self.visit(part.value)
            elif isinstance(part, ast.Constant):
                text += str(part.value)
        if self.whole:
            self.found.append(Found(text, self._place(node), False))

    def _given(self, call: ast.Call) -> Iterator[str]:
        """The messages that a call says: a text, one of two, or what was given a name before."""
        given = call.args[0] if call.args else None
        for each in (given.body, given.orelse) if isinstance(given, ast.IfExp) else (given,):
            held = each.value if isinstance(each, ast.Subscript) else each
            if isinstance(held, ast.Constant) and isinstance(held.value, str):
                yield held.value
            elif isinstance(held, ast.Name):
                yield from self.named.get(held.id, ())

    def _place(self, node: ast.expr) -> tuple[str, int]:
        return self.path, node.lineno


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _constants(value: ast.expr) -> Iterator[str]:
    """The texts that an expression may be: of a dictionary, all of its values."""
    for each in ast.walk(value):
        if isinstance(each, ast.Constant) and isinstance(each.value, str) and " " in each.value:
            yield each.value


def _name(value: ast.expr) -> str:
    """What a gap is called: the last name of what fills it."""
    for each in ast.walk(value):
        if isinstance(each, ast.Attribute) and each.attr not in ("lower", "capitalize", "join"):
            return each.attr.strip("_")
        if isinstance(each, ast.Name) and each.id not in ("millimetres", "number", "centimetres", "map"):
            return each.id.strip("_").lower()
    return "text"


# messages -------------------------------------------------------------------------------------------------------------


def sentences(text: str) -> Iterator[str]:
    """The messages of a text: its sentences, without gaps that hold sentences of their own."""
    for part in re.split(r"(?<=[.!?])\s+|(?<=[.!?])(?=\{)", text):
        bare = re.sub(r"^(?:\{\w+\}\s*)+(?=[A-Z][a-z])|(?<=[.!?])(?:\s*\{\w+\})+$", "", part.strip()).strip()
        if _ID.match(bare):
            continue
        if re.search("[A-Za-z]{2}", re.sub(r"\{\w*\}|\d+ (?:mm|cm|m)\\b", "", bare)) and bare not in _UNITS:
            yield bare


def texts(where: Iterable[str], whole: bool) -> Iterator[Found]:
    """Every text of some folders or modules of the package."""
    for each in where:
        for path in sorted((SOURCE / each).rglob("*.py")) if (SOURCE / each).is_dir() else [SOURCE / each]:
            visitor = _Texts(path, whole)
            visitor.visit(ast.parse(path.read_text(encoding="utf-8")))
            yield from visitor.found


def marked() -> dict[str, list[tuple[str, int]]]:
    """The messages that are certain, each with its places."""
    found: dict[str, list[tuple[str, int]]] = {}
    for each in texts(MARKED, whole=False):
        if each.marked:
            found.setdefault(each.text, []).append(each.place)
    for message, places in put_together().items():
        if re.match(r"[A-Z][\w-]*[ .]|[A-Z][a-z]{2,}$", message):
            found.setdefault(message, []).extend(places)
    for message in (*VOCABULARY, STOP, *JOINTS.values(), *(material.title for material in materials().values())):
        found.setdefault(message, [])
    return found


def put_together() -> dict[str, list[tuple[str, int]]]:
    """Every text of the parts, styles and passes, ids among them, by its sentences."""
    found: dict[str, list[tuple[str, int]]] = {}
    for each in texts(PUT_TOGETHER, whole=True):
        for sentence in sentences(each.text):
            found.setdefault(sentence, []).append(each.place)
    return found


def said_in(pattern: Pattern) -> Iterator[str]:
    """Every English text of a pattern that is drawn."""
    for material in pattern.materials:
        yield from (material.id, material.title)
    for notion in pattern.notions:
        yield from (notion.title, notion.size, notion.note)
    for piece in pattern.pieces:
        yield from (piece.panel.title, piece.panel.note, piece.instruction, *piece.label)
        yield from (hole.label for hole in piece.panel.holes)
        yield from (piece.captions[line.name] for line in piece.panel.lines if line.kind in CAPTIONED)
    for each in pattern.steps:
        yield from (each.step.title, each.step.text)


def said(patterns: Iterable[Pattern]) -> set[str]:
    """The messages of which the texts of some patterns are made."""
    known = [*{**marked(), **put_together()}]
    numbered = {message: f"<{place}>" + "".join(_gaps(message)) for place, message in enumerate(known)}
    book, found = Book(numbered), set[str]()
    for pattern in patterns:
        speaker = Speaker(book, pattern.language.own)
        for text in said_in(pattern):
            found |= {known[int(place)] for place in re.findall(r"<(\d+)>", speaker(text) or "")}
    return found


def _gaps(message: str) -> list[str]:
    return re.findall(r"\{[^{}]*\}", message)


# catalogues -----------------------------------------------------------------------------------------------------------

TEMPLATE = MESSAGES / "messages.pot"
_NEVER = datetime(2000, 1, 1, tzinfo=UTC)
"""A date for headers that must have one: the same messages are the same bytes."""


def read(path: Path) -> Catalog:
    """A catalogue as it stands in a file."""
    with path.open("rb") as file:
        return read_po(file, locale=None if path == TEMPLATE else path.stem)


def catalogue(patterns: Iterable[Pattern]) -> Catalog:
    """The template: all messages and where they are said; one that was said once stays as long as it is there."""
    before = {str(message.id) for message in read(TEMPLATE) if message.id} if TEMPLATE.exists() else set[str]()
    sure, others = marked(), put_together()
    drawn = (said(patterns) | before) & {*others}
    found = sure | {message: others[message] for message in drawn if message not in sure}
    made = _empty()
    for message, places in sorted(found.items(), key=lambda each: (each[1][:1], each[0])):
        made.add(message, locations=[(path, 1) for path in dict.fromkeys(path for path, _ in places)])
    return made


def _empty(language: str | None = None) -> Catalog:
    return Catalog(
        locale=language,
        project="bagpattern",
        version="1",
        header_comment="# What is printed on a pattern.",
        fuzzy=False,
    )


def written(made: Catalog) -> bytes:
    """A catalogue as text, without a date."""
    stream = BytesIO()
    write_po(stream, made, width=120, ignore_obsolete=True, include_lineno=False)
    dated = rb'"(?:POT-Creation|PO-Revision|Last-Tr|Language-T|Report-Msgid|Generated-By)[^\n]*\n'
    return re.sub(dated, b"", stream.getvalue())


def compiled(made: Catalog) -> bytes:
    """A catalogue as the program reads it: message and translation alone."""
    bare = Catalog(locale=made.locale, fuzzy=False, creation_date=_NEVER, revision_date=_NEVER)
    for each in made:
        if each.id and each.string and not each.fuzzy:
            bare.add(each.id, each.string)
    stream = BytesIO()
    write_mo(stream, bare)
    return stream.getvalue()


def updated(language: str, template: Catalog) -> Catalog:
    """The translations of a language for exactly the messages of the template."""
    path = MESSAGES / f"{language}.po"
    known = {each.id: each.string for each in read(path) if each.id} if path.exists() else {}
    made = _empty(language)
    for each in template:
        if each.id:
            made.add(each.id, known.get(each.id, ""), locations=each.locations)
    return made


def main() -> int:
    """Write all catalogues; exit status 1 while something is not translated."""
    from tests.message_cases import everything, presets

    template = catalogue(everything() if "--all" in sys.argv else presets())
    TEMPLATE.write_bytes(written(template))
    missing = 0
    for language in LANGUAGES:
        if language != ENGLISH:
            made = updated(language, template)
            (MESSAGES / f"{language}.po").write_bytes(written(made))
            (MESSAGES / f"{language}.mo").write_bytes(compiled(made))
            lacks = [str(each.id) for each in made if each.id and not each.string]
            missing += len(lacks)
            print(f"{language}: {len(made) - len(lacks)} messages, {len(lacks)} to be translated")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
