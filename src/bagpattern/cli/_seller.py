"""``--for seller``: everything that a shop for patterns takes, as files, and in zips within its limits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import click

from bagpattern.errors import InputError, Problem
from bagpattern.said import Name
from bagpattern.words import words

if TYPE_CHECKING:
    from bagpattern.export import Files
    from bagpattern.model.pattern import Pattern

SELLER = "seller"
"""The word for it, which stands alone: it is several purposes at once."""
_DRAWN: tuple[tuple[str, tuple[str, ...], Mapping[str, Any]], ...] = (
    ("paper", ("pdf",), {"paper": "a4"}),
    ("paper", ("pdf",), {"paper": "letter"}),
    ("copyshop", ("pdf",), {"paper": "a0"}),
    ("projector", ("pdf",), {}),
    ("booklet", ("pdf",), {}),
    ("paper", ("view",), {"style": "colour"}),
)
"""All papers, the projector's page, the booklet and the pictures of the finished bag."""
MOST_BYTES = 20_000_000
MOST_FILES = 5
LONGEST_NAME = 70
"""What a listing takes: five files of 20 MB, their names of 70 letters [K]."""
_STAMP = 1980, 1, 1, 0, 0, 0
"""The date in a zip: the same files are the same bytes."""


def alone(purposes: Sequence[str]) -> bool:
    """Whether the bundle is asked for. Raises UsageError where something else is, too."""
    if SELLER in purposes and len(purposes) > 1:
        raise click.UsageError("--for seller is every purpose that a shop takes: write it alone")
    return SELLER in purposes


def bundle_runs(
    given: Mapping[str, Any], formats: Sequence[str] | None
) -> list[tuple[str, tuple[str, ...], dict[str, Any]]]:
    """What is drawn, with those of the *given* wishes that each reads.

    Raises UsageError for papers and formats, and for a wish that none reads.
    """
    from bagpattern.export import read_by

    if formats or "paper" in given:
        raise click.UsageError("--for seller writes A4, Letter and A0 as PDF: leave --paper and --format out")
    read = {name for purpose, each, _ in _DRAWN for name in read_by(purpose, each)}
    for name in given:
        if name not in read:
            raise click.UsageError(f"--{name.replace('_', '-')} changes nothing in what is written: --for seller")
    return [
        (purpose, each, {**{name: said for name, said in given.items() if name in read_by(purpose, each)}, **fixed})
        for purpose, each, fixed in _DRAWN
    ]


def bundled(files: Files, pattern: Pattern, licence: str | None) -> Files:
    """The files with a picture, the licence page and the zips; without a *licence* of its own the publisher's words.

    Raises InputError for what no shop takes.
    """
    from bagpattern.export.png import png_bytes
    from bagpattern.export.view import view_drawing

    preset, picture = pattern.preset, view_drawing(pattern, "three-quarter", "colour", None)
    whole = {**files, f"{preset}-picture.png": png_bytes(picture)}
    whole |= _licensed(pattern, licence or pattern.publisher.page)
    long = [name for name in whole if len(name) > LONGEST_NAME]
    if long:
        message = words(
            "{long} has more than {longest_name} letters, which a shop refuses: give the preset a shorter id",
            long=Name(long[0]),
            longest_name=LONGEST_NAME,
        )
        raise InputError([Problem("preset", message)])
    return whole | _zips(whole, preset)


def _licensed(pattern: Pattern, told: str) -> Files:
    """The licence as a page below the publisher's logo, or as plain text without one; nothing where none is told."""
    from bagpattern.export._published import licence_page

    if told and pattern.publisher.drawn:
        return {f"{pattern.preset}-licence.html": licence_page(pattern, told).encode()}
    return {f"{pattern.preset}-licence.txt": told.encode()} if told else {}


def _zips(files: Files, preset: str) -> Files:
    """As few as hold everything: files in their order, a new zip where the next would be too large."""
    lots: list[Files] = [{}]
    for name, content in files.items():
        if len(_zip({name: content})) > MOST_BYTES:
            raise InputError(
                [
                    Problem(
                        "",
                        words(
                            "{name} alone is larger than the {given} MB that a shop takes",
                            name=Name(name),
                            given=MOST_BYTES // 10**6,
                        ),
                    )
                ]
            )
        if len(_zip({**lots[-1], name: content})) > MOST_BYTES:
            lots.append({})
        lots[-1][name] = content
    if len(lots) > MOST_FILES:
        raise InputError(
            [
                Problem(
                    "",
                    words(
                        "fills {count} zips, and a shop takes {most_files}: sell fewer sizes in one",
                        count=len(lots),
                        most_files=MOST_FILES,
                    ),
                )
            ]
        )
    names = [f"{preset}.zip"] if len(lots) == 1 else [f"{preset}-{number}.zip" for number in range(1, len(lots) + 1)]
    return {name: _zip(lot) for name, lot in zip(names, lots, strict=True)}


def _zip(files: Files) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in files.items():
            archive.writestr(ZipInfo(name, _STAMP), content, ZIP_DEFLATED)
    return stream.getvalue()
