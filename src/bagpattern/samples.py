"""An example of every member of a family: a bag with it as it looks, and the pieces that it adds to the bag."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any

from bagpattern.drawing.cards.contact import Cell, card, contact_sheet
from bagpattern.drawing.cards.shown import Shown
from bagpattern.drawing.model import Drawing
from bagpattern.drawing.views.beside import Sizes, View, looked_at, looked_into
from bagpattern.drawing.views.camera import camera
from bagpattern.drawing.views.colours import colours_shown, looks_shown
from bagpattern.drawing.views.share import best_view
from bagpattern.errors import InputError
from bagpattern.language import Teller
from bagpattern.model.panel import Role
from bagpattern.model.pattern import Pattern
from bagpattern.model.piece import Piece
from bagpattern.parameters import Choice, declarations
from bagpattern.pipeline import make
from bagpattern.preset import describe, preset_names
from bagpattern.preset.guide import BUILDS, MADE, Way, ways
from bagpattern.registry import Family
from bagpattern.styles import STYLES

Settings = dict[str, Any]

FIRST = "mini-backpack"
"""The style on which parts are shown if it takes them."""
USUAL = ("front", "back", "lining-back", "lining-front")
"""Where a part is shown if it says nothing of it and can be made there: first where it is seen on the finished bag."""
CLOSED, OPENED = ("three-quarter", "behind", "behind-right", "below"), ("open", "within")
"""From where a part may be shown: on a closed bag, the first shows a bag; or in an opened one."""
OUTSIDE = tuple((view,) for view in CLOSED)
"""Where a piece of a closed bag is looked for that is cut otherwise for a part: only then in the next, if not there."""
BUILT = (("three-quarter", "below"),)
"""Likewise the pieces of a build, wherever most of them is seen: its walls, or its base, too."""


def picture(family: Family) -> Drawing:
    """A contact sheet of every member of *family*: parts on a bag that takes them, or styles as they come."""
    return contact_sheet(f"bagpattern: {family.package.rpartition('.')[2].replace('_', ' ')}", cells(family))


def cells(family: Family) -> tuple[Cell, ...]:
    """Every member of *family*, and what values make something else of a part."""
    if family == STYLES:
        return tuple(map(_style, family.names()))
    return tuple(cell for name in family.names() for cell in _of_part(family, name))


def _of_part(family: Family, name: str) -> Iterator[Cell]:
    """A part as it comes, and what its choices make of it; not the choice that it comes with."""
    plain = _part(family, name)
    yield plain
    for variant in _variants(family, name):
        found = _part(family, name, variant)
        if (found.pieces, found.note) != (plain.pieces, plain.note):
            yield found


def picture_of(family: Family, name: str, width: float = 90.0, height: float = 70.0) -> Drawing | None:
    """One member alone, on the first bag that takes it, in so many mm; None where none does. Raises KeyError."""
    return card(_part(family, name), width, height)


def picture_of_presets() -> Drawing:
    """A contact sheet of every shipped preset."""
    return contact_sheet("bagpattern: presets", presets())


def presets() -> tuple[Cell, ...]:
    """Every shipped preset."""
    return tuple(_bag(name, describe(name), make(name)) for name in preset_names())


def picture_of_builds() -> Drawing:
    """A contact sheet of every way to build a bag that is not the usual one of its style."""
    return contact_sheet("bagpattern: builds", tuple(_built(*each) for each in builds()))


def builds() -> Iterator[tuple[str, Way]]:
    """Every way to build a bag, each on the first style that has this choice and can be made so as it comes."""
    seen: set[tuple[object, ...]] = set()
    for style in STYLES.names():
        for way in ways(STYLES.member(style), BUILDS):
            kind = way.path, way.of.options, way.word
            if kind not in seen and _sound({"style": style, **way.settings}) is not None:
                seen.add(kind)
                yield style, way


def _built(style: str, way: Way) -> Cell:
    """A bag that is built so, and the pieces that it has for that."""
    pattern, usual = make({"style": style, **way.settings}), make({"style": style})
    pieces, told = _shown(pattern, [usual], {}), str(way.of.help)
    built = _bag(f"{style}, {way.said}", told, pattern)
    return built._replace(pieces=pieces, shown=_with_part(pattern, [usual], {}, pieces, BUILT))


def _style(name: str) -> Cell:
    return _bag(name, _help(STYLES, name), make({"style": name}))


def _bag(name: str, about: str, pattern: Pattern) -> Cell:
    """A bag as it looks when it is sewn."""
    told = f"{Teller(pattern.units)(pattern.finished.seen())}, {pattern.finished.volume:.1f} l"
    return Cell(name, about, (), f"{told}; {len(pattern.pieces)} pieces in all", _seen(pattern, CLOSED[0]))


def _seen(pattern: Pattern, view: str) -> Shown:
    subject = looked_into(pattern) if camera(view).opened else looked_at(pattern)
    return Shown(View(view, subject, Sizes()), colours_shown(pattern, None), looks_shown(pattern, None))


def _variants(family: Family, name: str) -> tuple[Settings, ...]:
    """Values of a member that make something else of it, and are shown beside it."""
    found: tuple[Settings, ...] = getattr(family.member(name), "variants", ())
    return (*(way.settings for way in ways(family.member(name), MADE)), *found)


def _part(family: Family, name: str, variant: Settings | None = None) -> Cell:
    """What a part adds to the first bag that takes it; a *variant* of it by the values that make it one."""
    title = ", ".join((name, *(f"{key} = {value}" for key, value in (variant or {}).items())))
    for settings, others in _tries(family, name, variant or {}):
        pattern = _sound(settings)
        if pattern is not None:
            entry: Settings = next((value[0] for value in settings.values() if isinstance(value, list)), {})
            without = [found for each in others if (found := _sound(each)) is not None]
            pieces, note = _shown(pattern, without, entry), _note(pattern, without, entry)
            return Cell(title, _help(family, name), pieces, note, _with_part(pattern, without, entry, pieces))
    return Cell(title, _help(family, name), ())


def _tries(family: Family, name: str, variant: Settings) -> Iterator[tuple[Settings, list[Settings]]]:
    """Settings with the part, and the same without it or with each other of its family: every style, every panel.

    Those styles come first that come with it: on them it is as it is meant.
    """
    places = [(style, key, each) for style in STYLES.names() for key, each in _choices(style, family)]
    places.sort(key=lambda each: (each[0] != FIRST, each[2].preselected != name))
    for own in (True, False):
        for style, key, declared in places:
            plain: Settings = {"style": style}
            if declared.many:
                entries = _entries(family, name, style, variant, own)
                yield from (({**plain, key: [entry]}, [plain]) for entry in entries)
            elif own:
                others = [each for each in family.names() if each != name]
                yield {**plain, key: {"kind": name, **variant}}, [{**plain, key: {"kind": each}} for each in others]


def _choices(style: str, family: Family) -> Iterator[tuple[str, Choice]]:
    """The keys of a style under which a member of the family may stand."""
    for key, declared in declarations(STYLES.member(style)).items():
        if isinstance(declared, Choice) and declared.family == family:
            yield key, declared


def _entries(family: Family, name: str, style: str, variant: Settings, own: bool) -> Iterator[Settings]:
    """The part on each panel of a style: its *own*, on which it says that it is shown or with which it comes, or not.

    Of the others the usual ones come first; a part that is on no panel has its own place.
    """
    entry, declared = {"name": family.what, "kind": name, **variant}, declarations(family.member(name))
    if "panel" not in declared:
        yield from [entry] * own
        return
    first = getattr(family.member(name), "shown_on", ()) or (getattr(declared["panel"], "default", None),)
    drawn = [piece.id for piece in make({"style": style}).pieces if piece.panel.role in (Role.BODY, Role.LINING)]
    order = [*first, *USUAL, *drawn]
    panels = sorted({each for each in drawn if (each in first) is own}, key=order.index)
    yield from ({**entry, "panel": panel} for panel in panels)


def _sound(settings: Mapping[str, Any]) -> Pattern | None:
    try:
        pattern = make(settings)
    except InputError:
        return None
    return None if pattern.errors else pattern


def _shown(pattern: Pattern, without: Sequence[Pattern], entry: Settings) -> tuple[Piece, ...]:
    """The panel that carries the part, and the pieces that no bag without it has."""
    before = [{piece.id: piece for piece in each.pieces} for each in without]
    drawn = [piece for piece in pattern.pieces if not piece.panel.same_as]
    new = [piece for piece in drawn if all(not _like(piece, known.get(piece.id)) for known in before)]
    shown = [piece for piece in drawn if piece.id == entry.get("panel") or piece in new]
    shown = shown or [piece for piece in drawn if all(not _marked_like(piece, known) for known in before)]
    return tuple(shown or (piece for piece in drawn if any(not _like(piece, known.get(piece.id)) for known in before)))


def _with_part(
    pattern: Pattern,
    without: Sequence[Pattern],
    entry: Settings,
    pieces: Sequence[Piece],
    outside: Sequence[Sequence[str]] = OUTSIDE,
) -> Shown | None:
    """The bag from where most of the part is seen, opened if it must be; none where it shows nothing of it.

    Of what brings nothing that is seen, pieces that are cut otherwise for it.
    """
    own, bought = _told_apart(pieces, without), _bought(pattern, without) | _zipped(pattern, without)
    cut = {each.id for each in pieces} - {entry.get("panel")}
    closed = [view for views in outside for view in views]
    otherwise = ((views, cut) for views in outside)
    for views, wanted in ((closed, own | bought), *otherwise, (OPENED, own | bought), (OPENED, cut)):
        view = best_view(pattern, views, wanted)
        if view:
            return _seen(pattern, view).picking_out(own, bought)
    return None if entry else _seen(pattern, CLOSED[0])


def _told_apart(pieces: Sequence[Piece], without: Sequence[Pattern]) -> Set[str]:
    """The ids of the pieces that a part brings; of those into which it divides a panel, the first.

    Where it brings none, but cuts its panel from another cloth, that panel's.
    """
    known = set.intersection(*({(each.id, each.panel.material) for each in other.pieces} for other in without))
    found: dict[str, str] = {}
    for each in pieces:
        if (each.id, each.panel.material) not in known:
            found.setdefault(each.panel.origin if each.panel.role is Role.BODY else each.id, each.id)
    return set(found.values())


def _bought(pattern: Pattern, without: Sequence[Pattern]) -> Set[str]:
    """The ids of the notions that no bag without the part has."""
    return {each.id for each in pattern.notions} - {each.id for other in without for each in other.notions}


def _zipped(pattern: Pattern, without: Sequence[Pattern]) -> Set[str]:
    """The ids of the zips between panels that no bag without the part has a zip between."""

    def zips(each: Pattern) -> set[tuple[str, frozenset[str]]]:
        seams = ((seam.zip, (*seam.a, *seam.b)) for seam in each.draft.seams if seam.zip)
        return {(zip_id, frozenset(run.panel for run in runs)) for zip_id, runs in seams}

    return {zip_id for zip_id, _ in zips(pattern).difference(*map(zips, without))}


def _like(piece: Piece, other: Piece | None) -> bool:
    return other is not None and other.cutting_path == piece.cutting_path


def _marked_like(piece: Piece, known: Mapping[str, Piece]) -> bool:
    """Whether a bag without the part has the same lines and holes on this piece."""
    other = known.get(piece.id)
    return other is None or (other.panel.lines, other.panel.holes) == (piece.panel.lines, piece.panel.holes)


def _note(pattern: Pattern, without: Sequence[Pattern], entry: Settings) -> str:
    added = _bought(pattern, without)
    bought = (str(notion.title) for notion in pattern.notions if notion.id in added)
    where = f"on {entry['panel']} of {pattern.style}" if "panel" in entry else f"on {pattern.style}"
    things = ", ".join(dict.fromkeys(bought))
    return f"{where}; to buy: {things}" if things else where


def _help(family: Family, name: str) -> str:
    return (family.member(name).__doc__ or "").strip().partition("\n")[0]
