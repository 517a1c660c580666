"""``--for seller``: what a shop takes, within its limits."""

from __future__ import annotations

from pathlib import Path
from random import Random
from zipfile import ZipFile

import pytest

from bagpattern import make
from bagpattern.cli import _seller
from bagpattern.cli._seller import bundled
from bagpattern.errors import InputError
from bagpattern.model.pattern import Pattern
from tests.cli.conftest import Run, files

FILES = {
    *(f"flat-pouch-{each}.pdf" for each in ("a4", "letter", "copyshop-a0", "projector", "booklet")),
    "flat-pouch-view.svg",
    "flat-pouch-picture.png",
    "flat-pouch-licence.txt",
}


@pytest.fixture(scope="module")
def pattern() -> Pattern:
    return make("flat-pouch")


def test_everything_is_written_as_files_and_as_a_zip(run: Run, tmp_path: Path) -> None:
    (tmp_path / "licence.txt").write_text("Sew from it, and sell what you sew.", encoding="utf-8")
    result = run("draft", "flat-pouch", "--for", "seller", "--licence", "licence.txt", "-o", "shop")
    assert (result.exit_code, result.stderr) == (0, "")
    assert files(tmp_path) - {"licence.txt"} == {f"shop/{each}" for each in (*FILES, "flat-pouch.zip")}
    with ZipFile(tmp_path / "shop" / "flat-pouch.zip") as archive:
        assert {*archive.namelist()} == FILES
        assert archive.read("flat-pouch-licence.txt").startswith(b"Sew from it")
        assert archive.read("flat-pouch-a4.pdf") == (tmp_path / "shop" / "flat-pouch-a4.pdf").read_bytes()


def test_limits_of_a_shop(pattern: Pattern, monkeypatch: pytest.MonkeyPatch) -> None:
    """Zips no larger than it takes, no more of them, and no longer names."""
    monkeypatch.setattr(_seller, "MOST_BYTES", 300_000)
    noise = Random(1)
    large = {f"{number}.pdf": noise.randbytes(200_000) for number in range(3)}
    found = bundled(large, pattern, None)
    zips = {name: content for name, content in found.items() if name.endswith(".zip")}
    assert len(zips) in (3, 4)
    assert all(len(each) <= 300_000 for each in zips.values())
    assert bundled(large, pattern, None) == found
    with pytest.raises(InputError, match="a shop takes 5"):
        bundled({f"{number}.pdf": noise.randbytes(200_000) for number in range(6)}, pattern, None)
    with pytest.raises(InputError, match="alone is larger"):
        bundled({"a.pdf": noise.randbytes(400_000)}, pattern, None)
    with pytest.raises(InputError, match="more than 70 letters"):
        bundled({"a" * 67 + ".pdf": b""}, pattern, None)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--for", "seller,paper"), "write it alone"),
        (("--for", "seller", "--paper", "a4"), "leave --paper and --format out"),
        (("--for", "seller", "--kerf", "1mm"), "--kerf changes nothing in what is written: --for seller"),
        (("--licence", __file__), "--licence changes nothing"),
        (("--for", "seller", "--licence", "licence.txt"), "licence.txt: there is no such file"),
        (("--for", "seller", "--licence", "empty.txt"), "empty.txt is empty: write your licence into it"),
    ],
)
def test_what_cannot_be_asked_for(run: Run, tmp_path: Path, arguments: tuple[str, ...], says: str) -> None:
    (tmp_path / "empty.txt").write_text(" \n")
    result = run("draft", "flat-pouch", *arguments)
    assert result.exit_code == 2
    assert says in result.stderr
