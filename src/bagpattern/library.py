"""What the command line writes, for programs: the same files, in memory; and how nouns look in a notebook."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from bagpattern.drawing.cards.contact import Cell, contact_sheet
from bagpattern.drawing.paper.sheets import sheets
from bagpattern.drawing.purposes import PURPOSES
from bagpattern.errors import InputError, PatternError, Problem, did_you_mean, named, quoted
from bagpattern.export import EXPORTERS, Job, refuse_unread, rendered
from bagpattern.export.svg import svg_text
from bagpattern.laying import LayPlan
from bagpattern.layout.saved import Kept, plan_text
from bagpattern.model.pattern import Pattern, proper
from bagpattern.model.piece import Piece
from bagpattern.options import FULL, Options, read_options, wishes
from bagpattern.parameter import Parameter
from bagpattern.pipeline import make
from bagpattern.preset.reading import LANGUAGE, UNITS
from bagpattern.registry import Family
from bagpattern.said import Name
from bagpattern.units import Units
from bagpattern.values import replace
from bagpattern.words import words


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

    *formats* are those of the *purpose* if nothing is said; *units* ("mm", "in", "both") and *language* ("de") stand in
    the place of the preset's: from mm to inches, or back, the pattern is made anew of its settings, as allowances and
    cloth have the sizes of the shops there; *sizes* lie in the pattern, as with ``--with``. All other options have the
    names that they have on the command line, with ``_`` for ``-``: ``paper="a4"``, ``margin="10 mm"`` (or mm),
    ``layers="cut,marks"``; ``plan`` is what ``lay`` gave, or a plan file.
    Raises InputError for an option that there is not, that nothing of this reads, or that cannot be used; PatternError
    when the pattern fails its proof.
    """
    chosen = _formats(formats, purpose, options.get("paper"))
    read = _options(options, chosen, purpose)
    first, *others = (_told(each, units, language) for each in (proper(pattern), *_sizes(sizes)))
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
    sheet = contact_sheet("", (Cell(str(panel.title), str(noun.instruction), (noun,), str(panel.note)),), columns=1)
    return svg_text(sheet, screen=True)


def _sizes(given: Any) -> Iterator[Pattern]:
    if not isinstance(given, Iterable) or isinstance(given, str | Pattern):
        raise InputError(
            [Problem("sizes", words("is a list of patterns: write [...], not {given}", given=quoted(given)))]
        )
    yield from (proper(each, "sizes") for each in given)


def _told(pattern: Pattern, units: str | None, language: str | None) -> Pattern:
    """The proved pattern, to be told in other units or another language. Raises PatternError and InputError."""
    if pattern.errors:
        raise PatternError(pattern.errors)
    problems: list[Problem] = []
    wanted = dict(_chosen("units", UNITS, units, problems)) | dict(_chosen("language", LANGUAGE, language, problems))
    if problems:
        raise InputError(problems)
    settings: Mapping[str, Any] = {**pattern.settings, **wanted}
    if Units(settings.get("units", "mm")).metric != pattern.units.metric:
        return _told(make(settings), None, None)
    return replace(pattern, settings=settings) if wanted else pattern


def _chosen(key: str, declared: Parameter, given: Any, problems: list[Problem]) -> Iterator[tuple[str, Any]]:
    if given is not None:
        try:
            yield key, declared.read(given)
        except ValueError as error:
            problems.append(Problem(key, error.args[0]))


@contextmanager
def _named_as_here() -> Iterator[None]:
    """Problems of further sizes name what they are called here, not the option of a command line."""
    try:
        yield
    except InputError as error:
        named = {"--with": "sizes"}
        raise InputError(replace(each, file=named.get(each.file, each.file)) for each in error.problems) from None


# options --------------------------------------------------------------------------------------------------------------


def _formats(given: str | Iterable[str] | None, purpose: str, paper: Any) -> tuple[str, ...]:
    """The formats that are asked for, "pdf,dxf" or a list of them, each once; else those of the purpose on that paper.

    Raises InputError for a purpose or a format that there is not.
    """
    _known("purpose", purpose, PURPOSES)
    usual: tuple[str, ...] = PURPOSES.member(purpose)().usual(paper or FULL)
    names = usual if given is None else given.split(",") if isinstance(given, str) else given
    if not isinstance(names, Iterable) or isinstance(names, bytes):
        raise InputError([Problem("formats", f'are "pdf,dxf", or a list of such words, not {quoted(given)}')])
    chosen = tuple(dict.fromkeys(str(each).strip().lower() for each in names))
    if not chosen:
        told = words('are none: write "pdf,dxf", or leave them out for {names}', names=named(usual))
        raise InputError([Problem("formats", told)])
    for name in chosen:
        _known("format", name, EXPORTERS)
    return chosen


def _known(what: str, name: object, family: Family) -> None:
    if not isinstance(name, str):
        raise InputError(
            [
                Problem(
                    what,
                    words("must be one word ({names}), not {name}", names=named(family.names()), name=quoted(name)),
                )
            ]
        )
    if name not in family.names():
        told = words(
            "there is no {what} {name}{advice}",
            what=Name(what),
            name=quoted(name),
            advice=did_you_mean(name, family.names()),
        )
        raise InputError([Problem("", told)])


def _options(given: Mapping[str, Any], formats: Sequence[str], purpose: str) -> Options:
    """The options of these names and values. Raises InputError for what there is not, and for what nothing reads."""
    read = read_options({name: _as_given(name, each) for name, each in given.items()})
    refuse_unread(purpose, formats, given, read.paper)
    return read


def _as_given(name: str, given: Any) -> Any:
    """An option as it is declared: lengths may be numbers of mm here, and plans what ``lay`` gives."""
    kind = wishes()[name].kind if name in wishes() else ""
    if kind == "length" and isinstance(given, int | float) and not isinstance(given, bool) and math.isfinite(given):
        return wishes()[name].write(float(given))
    given = [given] if isinstance(given, LayPlan) else given
    if name == "plan" and isinstance(given, Sequence) and not isinstance(given, str | Kept):
        plans = [each.lay for each in given if isinstance(each, LayPlan)]
        return Kept(plan_text(plans), "plan") if plans else given
    return given
