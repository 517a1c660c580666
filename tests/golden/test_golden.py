"""Every shipped preset drafts to the table that is kept for it."""

from __future__ import annotations

import pytest

from bagpattern.pipeline import make
from bagpattern.preset.shipped import preset_names
from tests.golden.table import HERE, golden, moved, table


@pytest.mark.parametrize("name", preset_names())
def test_shipped_preset_is_as_it_was(name: str) -> None:
    changed = moved(golden(name).read_text(encoding="utf-8"), table(make(name)))
    assert not changed, "python -m tests.golden.table accepts this:\n" + "\n".join(changed)


def test_no_table_without_its_preset() -> None:
    assert {path.stem for path in HERE.glob("*.txt")} == set(preset_names())


def test_the_comparison_sees_a_hundredth_of_a_millimetre() -> None:
    was = table(make("mini-backpack"))
    now = table(make("mini-backpack", {"dimensions.depth": "110.01 mm"}))
    assert any("+0.01 mm" in line for line in moved(was, now))
    assert moved(was, was) == []
