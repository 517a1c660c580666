"""A draft as the page reads it: what is wrong, or the bag as plain facts, with the pictures that are wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from bagpattern.contents_fit import fit
from bagpattern.errors import InputError, PatternError, Problem
from bagpattern.export._shopping import masses, needs
from bagpattern.language import Teller
from bagpattern.layout.lay import Lay
from bagpattern.layout.plans import possible_lays
from bagpattern.layout.purchase import to_buy
from bagpattern.making.minutes import difficulty, hours
from bagpattern.model.pattern import Finding, Pattern
from bagpattern.pipeline import draft
from bagpattern.preset.extend import resolved
from bagpattern.preset.keys import entry_labels, joined
from bagpattern.preset.reading import LANGUAGE, UNITS, Preset, read
from bagpattern.preset.source import Document, Written, opened
from bagpattern.said import Called
from bagpattern.sewn.proof import proved
from bagpattern.units import METRIC, Units
from bagpattern.values import replace
from bagpattern.web.answers import Row, problem_rows
from bagpattern.web.drawn import company_row, figures_row, lay_rows, pieces_row
from bagpattern.web.lately import Lately
from bagpattern.web.moves import moves, part_key
from bagpattern.web.solid import GLIMPSE, OPEN, looks, sewn_row
from bagpattern.web.tongues import spoken

_DRAFTS: Lately[Pattern] = Lately(6)
_LAY = "lay"


def drafted(source: Written, given: Mapping[str, Any]) -> Row:
    """The answer to a draft: ``ok`` is whether the bag can be sewn. *given* says what is wanted, and in what units."""
    row: Row = {"n": given.get("n", 0), "ok": False, "key": "", "findings": []}
    try:
        document = opened(source)
        row |= _written(document, spoken(given))
        preset, pattern = told(source, given)
    except InputError as error:
        return row | {"findings": problem_rows(error.problems, source, spoken(given))}
    sewn = _sewn(pattern, given)
    want = [each for each in given.get("want", ()) if each not in sewn]
    row |= _pattern(preset, pattern, want, given.get("quality") == GLIMPSE) | sewn
    return row | {"findings": [*row["findings"], *_unposed(pattern, given)]}


def figured(source: Written, given: Mapping[str, Any]) -> Row:
    """The figures of a bag's steps. Raises InputError; PatternError for one that cannot be sewn."""
    return figures_row(_sewable(source, given))


def accompanied(source: Written, given: Mapping[str, Any]) -> Row:
    """The bag on who carries it, and beside what it holds, if anybody or anything. Raises InputError; PatternError."""
    pattern = _sewable(source, given)
    views = {"carried": bool(pattern.ways), "holds": bool(fit(pattern).places)}
    return {"views": [company_row(pattern, each, given.get("colourway")) for each, there in views.items() if there]}


def _sewable(source: Written, given: Mapping[str, Any]) -> Pattern:
    _, pattern = told(source, given)
    if pattern.errors:
        raise PatternError(pattern.errors)
    return pattern


def _sewn(pattern: Pattern, given: Mapping[str, Any]) -> Row:
    """The sewn bag if it is wanted, as it is held: open, or carried in one of its ways; else as it stands."""
    if "sewn" not in given.get("want", ()):
        return {}
    pose = given.get("pose", "")
    return {"sewn": sewn_row(pattern, pose if pose in (OPEN, *pattern.ways) else "", given.get("quality") != GLIMPSE)}


def _unposed(pattern: Pattern, given: Mapping[str, Any]) -> Iterator[Row]:
    """What is said of a pose in which nobody holds the bag, which then stands."""
    pose = given.get("pose", "")
    if "sewn" in given.get("want", ()) and pose not in ("", OPEN):
        try:
            pattern.way(pose)
        except InputError as error:
            yield from (_finding_of(replace(each, key="pose"), pattern) for each in error.problems)


def _written(document: Document, tell: Teller) -> Row:
    """What the text itself gives, by dotted keys, and all that it says with what it inherits. Raises InputError."""
    whole, _ = resolved(document)
    values = dict(flattened(whole.value))
    return {"given": [*dict(flattened(document.data))], "values": values, "called": _called(whole.value, tell)}


def flattened(settings: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """Every value of a preset by its dotted key; of an array of tables also the labels of its entries."""
    if isinstance(settings, Mapping):
        for name, inner in settings.items():
            yield from flattened(inner, joined(key, str(name)))
    elif isinstance(settings, list) and settings and all(isinstance(each, Mapping) for each in settings):
        labels = entry_labels(settings)
        yield key, [label.removeprefix(".") for label in labels]
        for label, entry in zip(labels, settings, strict=True):
            yield from flattened(entry, key + label)
    else:
        yield key, settings if isinstance(settings, str | int | float | list | None) else str(settings)


def told(source: Written, given: Mapping[str, Any]) -> tuple[Preset, Pattern]:
    """The preset, and its draft in the units and the language that are *given*, if they are. Raises InputError."""
    preset = read(source)
    wanted: dict[str, Any] = {}
    for key, declared in (("units", UNITS), ("language", LANGUAGE)):
        if given.get(key):
            try:
                wanted[key] = declared.read(given[key])
            except ValueError as error:
                raise InputError([Problem(key, error.args[0])]) from None
    return preset, _DRAFTS((preset.key, *wanted.items()), lambda: _drafted(source, preset, wanted))


def _drafted(source: Written, preset: Preset, wanted: Mapping[str, Any]) -> Pattern:
    """From mm to inches, or back, it is cut as the files in these units are: so it is seen as it is taken home."""
    settings = {**preset.settings, **wanted}
    if Units(settings["units"]).metric != Units(preset.settings["units"]).metric:
        return draft(read(source, wanted))
    pattern = _DRAFTS((preset.key,), lambda: draft(preset))
    return replace(pattern, settings=settings) if wanted else pattern


def _pattern(preset: Preset, pattern: Pattern, want: Sequence[str], glimpse: bool) -> Row:
    """The facts of a bag, and what is wanted; at a *glimpse* none that hang on the cloth: for when the hand rests."""
    lain = _LAY in want or not glimpse
    plans, too_wide = possible_lays(pattern) if lain else ((), ())
    values = dict(flattened(preset.settings))
    return {
        "ok": not pattern.errors,
        "key": preset.key,
        "name": pattern.name,
        "style": pattern.style,
        "ways": [each.value for each in pattern.ways],
        "values": values,
        "called": _called(pattern.settings, pattern.tell),
        "ruled": _ruled(preset, pattern, values),
        "findings": [
            *(_finding(each, pattern) for each in pattern.findings),
            *(_finding_of(each, pattern) for each in too_wide),
        ],
        "finished": _finished(pattern),
        "figures": _figures(pattern) | (_of_cloth(pattern, plans) if lain else {}),
        **({"shopping": [each._asdict() for each in needs(pattern, plans, 1, pattern.tell)]} if lain else {}),
        "colourways": [{"name": each.name, "materials": looks(pattern, each)} for each in pattern.colourways],
        "cut_list": [_cut(pattern, each) for each in pattern.cut_list],
        "fits": _fits(pattern),
        "moves": moves(pattern, values),
        **{name: WANTED[name](pattern, plans) for name in dict.fromkeys(want) if name in WANTED},
    }


def _ruled(preset: Preset, pattern: Pattern, values: Mapping[str, Any]) -> Row:
    """What the rules make of the lengths that are left to them, as they would be written."""
    by_parts = {f"{part_key(pattern, each.owner)}.{each.key}": each.length for each in pattern.draft.ruled}
    found = {**preset.style.settled.by_rule, **by_parts}
    left = {key: each for key, each in found.items() if values.get(key) is None}
    return {key: METRIC.written(round(each, 1)) for key, each in left.items() if each is not None}


def _called(settings: Any, tell: Teller) -> Row:
    """What its bag, parts and colourways are called in the reader's language, where that is another name."""
    told = ((name, tell(Called(name))) for name in sorted({*_names(settings)}))
    return {name: each for name, each in told if each != name}


def _names(settings: Any) -> Iterator[str]:
    """Every name that the settings of a preset give, at any depth."""
    if isinstance(settings, Mapping):
        yield from (settings["name"],) if isinstance(settings.get("name"), str) else ()
        yield from (name for each in settings.values() for name in _names(each))
    elif isinstance(settings, list | tuple):
        yield from (name for each in settings for name in _names(each))


def _finding(finding: Finding, pattern: Pattern) -> Row:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "key": "",
        "subject": finding.subject,
        "line": 0,
        "column": 0,
        "message": pattern.tell(finding.message),
        "fixes": [],
    }


def _finding_of(problem: Problem, pattern: Pattern) -> Row:
    """What is said of a cloth: the bag can be sewn, if not of that."""
    told = {"severity": "warning", "key": "", "subject": problem.key, "message": pattern.tell(problem.message)}
    return {**told, "line": 0, "column": 0, "fixes": []}


def _finished(pattern: Pattern) -> Row:
    finished, tell = pattern.finished, pattern.tell
    sizes = {name: round(getattr(finished, name), 2) for name in ("width", "height", "depth", "volume")}
    measured = {key: where.value for key, where in finished.measured._asdict().items()} if finished.measured else {}
    return {**sizes, "measured": measured, "because": [tell(each) for each in finished.because]}


def _of_cloth(pattern: Pattern, plans: Sequence[Lay]) -> Row:
    """Grams of the bag; the cloths in mm. What they cost is nothing that a pattern knows."""
    return {
        "mass": round(sum(masses(pattern, plans)), 1),
        "cloth": [_cloth(pattern, each) for each in plans],
    }


def _figures(pattern: Pattern) -> Row:
    """mm, litres, hours from and to, difficulty from 1 to 5."""
    return {
        "litres": round(pattern.finished.volume, 2),
        "seams": len(pattern.seams),
        "sewn": round(sum(map(pattern.length, pattern.seams)), 1),
        "pieces": len(pattern.pieces),
        "cut": sum(each.count for each in pattern.cut_list),
        "steps": len(pattern.steps),
        "difficulty": difficulty(pattern),
        "hours": [*hours(pattern)],
    }


def _cloth(pattern: Pattern, plan: Lay) -> Row:
    return {
        "material": plan.cloth.material,
        "title": pattern.tell(plan.cloth.title),
        "width": plan.cloth.width,
        "length": round(plan.length, 1),
        "buy": to_buy(plan.length, pattern.units, plan.cloth.shrinks),
        "share": round(plan.utilisation, 4),
    }


def _cut(pattern: Pattern, row: Any) -> Row:
    told = {
        "title": pattern.tell(pattern[row.piece].called),
        "width": round(row.width, 2),
        "height": round(row.height, 2),
    }
    panel = pattern[row.piece].panel
    told |= {"part": part_key(pattern, panel.owner), "panel": panel.origin}
    plain = ("piece", "number", "material", "count", "mirrored", "shape")
    return {name: getattr(row, name) for name in plain} | told


def _fits(pattern: Pattern) -> list[Row]:
    """Everything that it is to hold, and whether it goes in."""
    tell = pattern.tell
    return [
        {
            "item": each.item,
            "title": tell(each.title),
            "space": tell(each.space),
            "fits": each.fits,
            "text": tell(each.verdict),
        }
        for each in fit(pattern).places
    ]


def _steps(pattern: Pattern, _: Sequence[Lay]) -> list[Row]:
    return [
        {
            "number": each.number,
            "title": pattern.tell(each.step.title),
            "text": pattern.tell(each.step.text),
            "seams": [*each.step.seams],
            "pieces": [*dict.fromkeys(sheet.panel for one in each.step.operations for sheet in one.pieces)],
            "notions": [*dict.fromkeys(notion for one in each.step.operations for notion in one.notions)],
        }
        for each in pattern.steps
    ]


def _proof(pattern: Pattern, _: Sequence[Lay]) -> Row:
    """What comes out when it is sewn in the computer, beside what the draft says."""
    found = proved(pattern)
    return {
        "findings": [_finding(each, pattern) for each in found.findings],
        "sizes": [{"name": name, "drafted": meant, "sewn": came} for name, meant, came in found.sizes],
        "volume": [*found.volume] if found.volume else None,
    }


WANTED: Mapping[str, Callable[[Pattern, Sequence[Lay]], Any]] = {
    "pieces": lambda pattern, _: pieces_row(pattern),
    "steps": _steps,
    _LAY: lay_rows,
    "proof": _proof,
}
"""What may be wanted of a draft beside its facts, and the sewn bag."""
