"""Every style has a published case, or says why it has none; what is named is there."""

from __future__ import annotations

from pathlib import Path

from bagpattern.styles import STYLES
from tests.published import NONE_OF_CONSTRUCTIONS, NONE_OF_STYLES, OF_CONSTRUCTIONS, OF_STYLES

HERE = Path(__file__).parent


def test_every_style_has_one_or_says_why_not() -> None:
    assert sorted([*OF_STYLES, *NONE_OF_STYLES]) == sorted(STYLES.names())
    for style, module in OF_STYLES.items():
        assert f'"style": "{style}"' in (HERE / f"{module}.py").read_text(encoding="utf-8"), style


def test_what_is_told_of_constructions_is_told_once() -> None:
    assert not OF_CONSTRUCTIONS.keys() & NONE_OF_CONSTRUCTIONS.keys()
    assert all((HERE / f"{module}.py").is_file() for module in OF_CONSTRUCTIONS.values())
