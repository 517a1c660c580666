"""Amounts that are wrong, each in a shipped pattern or a small bag in which only that was changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from bagpattern.model.notion import Notion
from bagpattern.model.pattern import CutRow, Pattern
from bagpattern.pipeline import make
from tests.checks.bags import pattern, pouch
from tests.checks.fault import Fault


def _with_notions(preset: str, change: Callable[[Notion], Notion | None]) -> Pattern:
    """A shipped pattern with what is bought changed, or left out where that is None."""
    made = make(preset)
    notions = tuple(new for new in map(change, made.draft.notions) if new is not None)
    return replace(made, draft=replace(made.draft, notions=notions))


def _changed(preset: str, name: str, **figures: Any) -> Callable[[], Pattern]:
    return lambda: _with_notions(preset, lambda each: replace(each, **figures) if each.id == name else each)


def _times(preset: str, name: str, figure: str, factor: float) -> Callable[[], Pattern]:
    def change(each: Notion) -> Notion:
        return replace(each, **{figure: getattr(each, figure) * factor}) if each.id == name else each

    return lambda: _with_notions(preset, change)


def _without(preset: str, name: str) -> Callable[[], Pattern]:
    return lambda: _with_notions(preset, lambda each: None if each.id == name else each)


def _rows(change: Callable[[tuple[CutRow, ...]], tuple[CutRow, ...]]) -> Callable[[], Pattern]:
    made = pattern(pouch())
    return lambda: replace(made, cut_list=change(made.cut_list))


def _listed() -> Iterator[Fault]:
    made = pattern(pouch())
    one = made.cut_list[0].piece
    yield Fault("BP120", "a row left out", one, "has 0 rows", _rows(lambda rows: rows[1:]))
    yield Fault("BP120", "a row twice", one, "has 2 rows", _rows(lambda rows: (*rows, rows[0])))
    for name, change in (
        ("a wrong width", {"width": made.cut_list[0].width + 1.0}),
        ("a wrong height", {"height": made.cut_list[0].height - 1.0}),
        ("a wrong count", {"count": made.cut_list[0].count + 1}),
        ("a wrong material", {"material": "lining"}),
    ):
        wrong = _rows(lambda rows, change=change: (replace(rows[0], **change), *rows[1:]))  # type: ignore[misc]
        yield Fault("BP120", name, one, "is not cut as its row", wrong)
    piece = made.pieces[-1].id
    lost = replace(made, pieces=made.pieces[:-1])
    yield Fault("BP120", "a piece left out", piece, "there is no piece to cut it from", lambda: lost)


def _zips() -> Iterator[Fault]:
    for name, figure, factor in (
        ("half of the opening", "opening", 0.5),
        ("an opening of twice", "opening", 2.0),
        ("half of the tape", "length", 0.5),
    ):
        message = "does not fit its seam"
        yield Fault("BP121", name, "main zip", message, _times("mini-backpack", "main zip", figure, factor))
    yield Fault("BP121", "half of the zip", "main zip", "does not fit its seam", _small_zip)


def _small_zip() -> Pattern:
    """A zip for a bag of half the size."""

    def halved(each: Notion) -> Notion:
        if each.id != "main zip":
            return each
        return replace(each, length=(each.length or 0) / 2, opening=(each.opening or 0) / 2)

    return _with_notions("mini-backpack", halved)


def _lengths() -> Iterator[Fault]:
    halved = _times("messenger", "crossbody-strap", "length", 0.5)
    yield Fault("BP122", "half of a strap", "crossbody-strap", "has to be 1250 mm long at least", halved)
    short = _times("daypack", "lower-webbing", "length", 0.5)
    yield Fault("BP122", "half of the webbing below a pad", "lower-webbing", "has to be", short)
    little = _times("messenger", "crossbody-strap", "buy", 0.5)
    yield Fault("BP122", "less bought than used", "crossbody-strap", "is not bought as long", little)
    more = _times("messenger", "crossbody-strap", "buy", 2.0)
    yield Fault("BP122", "twice as much bought", "crossbody-strap", "is not bought as long", more)
    yield Fault("BP122", "a strap longer than its piece", "handle", "has to be 600 mm long at least", _longer_handle)
    yield Fault("BP122", "half of the thread", "tote", "of thread at least", _times("tote", "thread", "length", 0.5))
    yield Fault("BP122", "no thread", "tote", "of thread at least", _without("tote", "thread"))


def _longer_handle() -> Pattern:
    """A tote whose handles are to be 7 cm longer than their piece."""
    made = make("tote")
    panel = made.draft["handle"]
    assert panel.strap is not None
    longer = replace(panel, strap=replace(panel.strap, most=600.0))
    panels = tuple(longer if each.id == "handle" else each for each in made.draft.panels)
    return replace(made, draft=replace(made.draft, panels=panels))


def _bought() -> Iterator[Fault]:
    ring, message = "strap-tab ring", "is put on the bag, and not bought"
    yield Fault("BP123", "no rings", ring, message, _without("mini-backpack", ring))
    yield Fault("BP123", "no zip", "main zip", message, _without("mini-backpack", "main zip"))
    yield Fault("BP123", "no snap", "snap", message, lambda: replace(pattern(pouch()), draft=_no_snap()))
    led = "strap slider"
    yield Fault(
        "BP123",
        "no sliders for the straps that a step leads through them",
        led,
        message,
        _without("mini-backpack", led),
    )
    once = _changed("mini-backpack", ring, count=1)
    yield Fault("BP123", "one ring for two tabs", ring, "is bought 1 times", once)
    eyelets = _changed("bucket-market", "eyelet", count=6)
    yield Fault("BP123", "half of the eyelets", "eyelet", "is bought 6 times", eyelets)
    snaps = _changed("mini-backpack-flap", "front-pocket magnetic-snap", count=3)
    yield Fault("BP123", "more snaps than holes", "front-pocket magnetic-snap", "is bought 3 times", snaps)


def _no_snap() -> Any:
    bag = pattern(pouch()).draft
    return replace(bag, notions=tuple(each for each in bag.notions if each.id != "snap"))


def _sizes() -> Iterator[Fault]:
    made = make("tote")
    for name in ("width", "height", "depth"):
        wrong = replace(made, finished=replace(made.finished, **{name: getattr(made.finished, name) + 1.0}))
        yield Fault("BP124", f"another {name}", name, "is to be", lambda wrong=wrong: wrong)  # type: ignore[misc]


AMOUNT_FAULTS = [fault for faults in (_listed, _zips, _lengths, _bought, _sizes) for fault in faults()]
