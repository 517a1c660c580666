"""What the command line writes, for programs: the same files, in memory; and how nouns look in a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from bagpattern.drawing.cards.contact import Cell, contact_sheet
from bagpattern.drawing.paper.sheets import sheets
from bagpattern.errors import InputError, PatternError, Problem, raise_together
from bagpattern.export import Job, rendered
from bagpattern.export.svg import svg_text
from bagpattern.model.pattern import Pattern
from bagpattern.model.piece import Piece
from bagpattern.parameters import Parameter
from bagpattern.preset.reading import LANGUAGE, UNITS
from bagpattern.values import replace
from bagpattern.wishes import formats_of, options_of


def files(
    pattern: Pattern,
    formats: str | Iterable[str] | None = None,
    *,
    purpose: str = "paper",
    units: str | None = None,
    language: str | None = None,
    sizes: Iterable[Pattern] = (),
    **options: Any,
) -> dict[str, bytes]:
    """The files of a pattern by name, exactly as ``bagpattern draft`` writes them: ``files(pattern, "pdf,dxf,json")``.

    *formats* are those of the *purpose* if nothing is said; *units* ("mm", "in") and *language* ("de") stand in the
    place of the preset's; *sizes* lie in the pattern, as with ``--with``. All other options have the names that they
    have on the command line, with ``_`` for ``-``: ``paper="a4"``, ``margin="10 mm"`` (or mm), ``layers="cut,marks"``;
    ``plan`` is what ``lay`` gave, or a plan file.
    Raises InputError for an option that there is not, that nothing of this reads, or that cannot be used; PatternError
    when the pattern fails its proof.
    """
    chosen = formats_of(formats, purpose)
    read = options_of(options, chosen, purpose)
    first, *others = (_told(each, units, language) for each in (pattern, *sizes))
    with _named_as_here():
        return rendered(Job(first, purpose, read, tuple(others)), chosen)


def svg(pattern: Pattern, paper: str | None = None, **options: Any) -> list[str]:
    """The drawings of a pattern as SVG texts: one sheet, or pages of that *paper*, covers first.

    Takes the options of ``files``, and raises what that raises.
    """
    if paper is not None:
        options["paper"] = paper
    return [content.decode() for content in files(pattern, "svg", **options).values()]


def picture(noun: Pattern | Piece) -> str:
    """A pattern or a piece as SVG that fits a window: whatever its faults are, it can be looked at."""
    if isinstance(noun, Pattern):
        return svg_text(sheets(noun)[0], screen=True)
    panel = noun.panel
    sheet = contact_sheet("", (Cell(panel.title, noun.instruction, (noun,), panel.note),), columns=1)
    return svg_text(sheet, screen=True)


def _told(pattern: Pattern, units: str | None, language: str | None) -> Pattern:
    """The proved pattern, to be told in other units or another language. Raises PatternError and InputError."""
    if pattern.errors:
        raise PatternError(pattern.errors)
    problems: list[Problem] = []
    wanted = dict(_chosen("units", UNITS, units, problems)) | dict(_chosen("language", LANGUAGE, language, problems))
    raise_together(problems)
    settings: Mapping[str, Any] = {**pattern.settings, **wanted}
    return replace(pattern, settings=settings) if wanted else pattern


def _chosen(key: str, declared: Parameter, given: Any, problems: list[Problem]) -> Iterator[tuple[str, Any]]:
    if given is not None:
        try:
            yield key, declared.read(given)
        except ValueError as error:
            problems.append(Problem(key, str(error)))


@contextmanager
def _named_as_here() -> Iterator[None]:
    """Problems of options name them as this module does, not as a command line would."""
    try:
        yield
    except InputError as error:
        raise InputError(
            replace(each, key=_plain(each.key), file=_plain(each.file)) for each in error.problems
        ) from None


def _plain(option: str) -> str:
    """An option as a keyword."""
    if option == "--with":
        return "sizes"
    return option[2:].replace("-", "_") if option.startswith("--") else option
