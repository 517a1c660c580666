"""No preset, whatever is in it, gives anything but a preset or words about what is wrong with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bagpattern.errors import InputError
from bagpattern.preset import preset_names, preset_text, read

SHIPPED = preset_names()[0]
TEXT = preset_text(SHIPPED)
KEYS = ("style", "name", "preset", "dimensions", "width", "pockets", "kind", "panel", "straps", "closure", "materials")

one_file = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from([SHIPPED, "slip", "24 cm", "front", "#5"])
)
keys = st.sampled_from(KEYS) | st.text(max_size=8)
values = st.recursive(scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=5))
presets = st.dictionaries(keys, values, max_size=6).map(lambda made: {"style": SHIPPED, **made})


def refused_in_words(source: Any, overrides: dict[str, str] | None = None) -> bool:
    """Whether a preset is refused; if so, every problem is one printable line."""
    try:
        read(source, overrides or {})
    except InputError as error:
        problems = error.problems
    else:
        return False
    assert problems
    assert all(str(problem).isprintable() and problem.message for problem in problems)
    return True


@one_file
@given(st.binary() | st.text().map(str.encode))
def test_any_bytes(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "any.toml"
    path.write_bytes(content)
    assert refused_in_words(path)


@one_file
@given(st.text(alphabet='ab=."[]{}#,\n\\\'" 1-', max_size=60))
def test_text_of_the_signs_of_toml(tmp_path: Path, text: str) -> None:
    path = tmp_path / "any.toml"
    path.write_text(text, encoding="utf-8")
    assert refused_in_words(path)


@one_file
@given(st.integers(0, len(TEXT)), st.integers(0, 12), st.text(alphabet='="[]{}#.,\n 1cm', max_size=6))
def test_a_shipped_preset_with_a_piece_torn_out(tmp_path: Path, start: int, length: int, instead: str) -> None:
    path = tmp_path / "torn.toml"
    path.write_text(TEXT[:start] + instead + TEXT[start + length :], encoding="utf-8")
    refused_in_words(path)


@one_file
@given(presets)
def test_any_values(tmp_path: Path, made: dict[str, Any]) -> None:
    path = tmp_path / "any.json"
    path.write_text(json.dumps(made), encoding="utf-8")
    assert refused_in_words(made) == refused_in_words(path)


@one_file
@given(presets)
def test_any_values_laid_over_a_shipped_preset(tmp_path: Path, made: dict[str, Any]) -> None:
    path = tmp_path / "child.json"
    path.write_text(json.dumps({**made, "extends": SHIPPED}), encoding="utf-8")
    refused_in_words(path)


@given(
    st.dictionaries(keys | st.sampled_from(["dimensions.width", "pockets[1].name", "straps."]), st.text(), max_size=3)
)
def test_any_overrides(overrides: dict[str, str]) -> None:
    refused_in_words(SHIPPED, overrides)


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 50_000,
        "a = " + "{ b = " * 20_000,
        "a" + ".a" * 3_000 + " = 1",
        "[" + "a." * 3_000 + "a]",
        'style = "' + SHIPPED + '"\n' + "\n".join(f"key{i} = {i}" for i in range(5_000)),
        "a = " + "9" * 10_000,
        "a = 0x" + "f" * 10_000,
        f'style = "{SHIPPED}"\nname = 0x{"f" * 10_000}',
        'a = "' + "x" * 200_000,
        "x" * 300_000,
    ],
    ids=["lists", "tables", "dotted key", "dotted table", "many keys", "digits", "hexadecimal", "name", "text", "size"],
)
def test_deep_and_huge_presets(tmp_path: Path, text: str) -> None:
    path = tmp_path / "huge.toml"
    path.write_text(text, encoding="utf-8")
    assert refused_in_words(path)


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "9" * 5_000, "NaN", "[]", '{"settings": 3}', "{}"])
def test_json_that_is_no_preset(tmp_path: Path, text: str) -> None:
    path = tmp_path / "any.json"
    path.write_text(text, encoding="utf-8")
    assert refused_in_words(path)
