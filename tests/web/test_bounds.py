"""What goes beyond all measure is refused before it costs anything: links, values, requests."""

from __future__ import annotations

import zlib
from base64 import urlsafe_b64encode
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bagpattern.errors import InputError
from bagpattern.preset.shipped import preset_names, preset_text
from bagpattern.preset.template import template
from bagpattern.web.asked import draft_asked, edit_asked, file_asked
from bagpattern.web.drafting import WANTED
from bagpattern.web.limits import BODY, LINK, refuse_beyond
from bagpattern.web.link import packed, unpacked
from bagpattern.web.page_files import page_files
from bagpattern.web.taking import _linked

TEXT = 'extends = "flat-pouch"\n'


def linked(content: bytes, cut: int = 0) -> str:
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = deflate.compress(content) + deflate.flush()
    return urlsafe_b64encode(data[: len(data) - cut]).decode().rstrip("=")


@given(st.text(max_size=2000))
def test_a_link_gives_its_text_back(text: str) -> None:
    assert unpacked(packed(text)) == text


def test_every_shipped_preset_goes_in_a_link_and_written_in_full_too() -> None:
    from bagpattern.preset import read

    texts = [preset_text(name) for name in preset_names()]
    assert max(len(packed(text)) for text in texts) < 1500
    assert len(packed(template(read("mini-backpack-organiser")))) < LINK


@pytest.mark.parametrize(
    ("link", "words"),
    [
        (linked(b"a" * (BODY + 1)), "holds more than"),
        (linked(bytes(10**6)), "holds more than"),
        ("A" * (LINK + 1), "longer than"),
        (linked(b"style = 'tote'" * 20, cut=3), "does not end"),
        ("!!!", "broken"),
        (linked(b"style = 'tote'") + linked(b"more"), "broken|does not end"),
        ("ж", "broken"),
        (linked(b"\xff\xfe"), "broken"),
        ("A", "broken"),
    ],
)
def test_bombs_and_broken_links_are_refused(link: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        unpacked(link)


def nested(depth: int) -> dict[str, Any]:
    return {"a": nested(depth - 1)} if depth else {}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (nested(40), "nested"),
        ({"a": [[[[[[[[[]]]]]]]]]}, "nested"),
        ({"a": "x" * 201}, "characters"),
        ({"x" * 201: 1}, "characters"),
        ({"a": [1] * 101}, "entries"),
        ({f"k{i}": 1 for i in range(101)}, "entries"),
        ({f"k{i}": [[1] * 100] for i in range(90)}, "values"),
        ({"a": float("nan")}, "number"),
        ({"a": float("-inf")}, "number"),
        ({"a": 10**400}, "number"),
    ],
)
def test_values_beyond_all_measure_are_refused(data: dict[str, Any], words: str) -> None:
    with pytest.raises(InputError, match=words):
        refuse_beyond(data)


def test_no_shipped_preset_is_beyond_measure() -> None:
    from bagpattern.preset import read

    for name in preset_names():
        refuse_beyond(read(name).settings)


@pytest.mark.parametrize(
    "body",
    [
        *(None, [], "x", 3, {}, {"toml": 3}, {"toml": "", "file": "/etc/passwd"}, {"toml": "", "n": 1.5}),
        *({"toml": "", "n": True}, {"toml": "", "n": 2**60}, {"toml": "", "want": "pieces"}, {"toml": "\ud800"}),
        *(
            {"toml": "", "colourway": "red"},
            {"toml": "", "want": ["secrets"]},
            {"toml": "", "want": [["pieces"]]},
            {"toml": "", "units": 3},
        ),
    ],
)
def test_drafts_that_cannot_be_asked_for(body: Any) -> None:
    with pytest.raises(InputError):
        draft_asked(body)


@pytest.mark.parametrize("key", [None, 3, "", "a\nb", "x" * 201])
def test_keys_that_cannot_be_edited(key: Any) -> None:
    with pytest.raises(InputError):
        edit_asked({"toml": "", "key": key, "value": 1})


def test_wishes_are_said_once_and_are_short() -> None:
    bag = ("b", packed("style = 'tote'"))
    assert file_asked("pdf", [bag, ("paper", "a4")]) == {
        "toml": "style = 'tote'",
        "kind": "pdf",
        "wishes": {"paper": "a4"},
    }
    for wishes in ([bag, bag], [bag, ("paper", "x" * 300)], [("paper", "a4")]):
        with pytest.raises(InputError):
            file_asked("pdf", wishes)


def test_what_may_be_wanted_is_what_there_is() -> None:
    assert draft_asked({"toml": "", "want": ["sewn", *WANTED]})["want"] == ["sewn", *WANTED]


def test_a_page_becomes_the_link_to_the_bag_and_is_no_more_than_a_page() -> None:
    found = _linked({"page": "https://bags.example:8443", "paper": "a4"}, TEXT)
    assert (found["paper"], [*found]) == ("a4", ["paper", "link"])
    page, _, bag = found["link"].partition("/#1.")
    assert (page, unpacked(bag)) == ("https://bags.example:8443", TEXT)
    for wrong in ("javascript:alert(1)", "https://bags.example/elsewhere", "https://", "bags.example", "https://a b"):
        with pytest.raises(InputError, match="page: is where the designer is served"):
            _linked({"page": wrong}, TEXT)


def test_the_page_itself_is_small() -> None:
    assert sum(len(each.packed) for each in page_files().values()) < 300_000
