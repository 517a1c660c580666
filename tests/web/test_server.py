"""The server as it runs: what it drafts, what it refuses, what it writes; with workers of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from base64 import b64decode
from collections.abc import Iterator
from io import BytesIO
from os import environ
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

import bagpattern
from bagpattern.cli._files import write_all
from bagpattern.preset.shipped import preset_names, preset_text
from bagpattern.web.guard import HEADERS
from bagpattern.web.link import packed
from bagpattern.web.mine import Mine
from bagpattern.web.page_files import page_files
from bagpattern.web.serving import for_oneself
from tests.web.running import BAG, Asking, running

HOSTILE = '</svg><script>alert("1")</script>'


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Mine:
    folder = tmp_path_factory.mktemp("mine")
    (folder / "base.toml").write_text('extends = "tote"\n[dimensions]\nwidth = "31 cm"\n')
    (folder / "my-bag.toml").write_text('extends = "base.toml" # mine\n')
    return Mine(folder / "my-bag.toml", lambda path, content: write_all({path: content}))


@pytest.fixture(scope="module")
def ask(mine: Mine) -> Iterator[Asking]:
    with running(lambda port: for_oneself(port, mine)) as asking:
        yield asking


def test_a_draft_is_the_pattern(ask: Asking) -> None:
    told, pattern = ask.draft(BAG, "pieces", "sewn", "steps", "lay", "proof", n=17), bagpattern.make("mini-backpack")
    facts = told.facts
    assert (told.status, facts["n"], facts["ok"], facts["findings"]) == (200, 17, True, [])
    assert facts["finished"]["width"] == pattern.finished.width
    assert [each["number"] for each in facts["steps"]] == [each.number for each in pattern.steps]
    drawn = {shape["piece"] for layer in facts["pieces"]["layers"] for shape in layer["shapes"]}
    assert {each.id for each in pattern.pieces if not each.panel.same_as} <= drawn
    assert [each["material"] for each in facts["lay"]] == [each["material"] for each in facts["figures"]["cloth"]]
    assert facts["proof"]["findings"] == []


def test_the_sewn_bag_arrives_as_it_is(ask: Asking) -> None:
    bag = bagpattern.make("mini-backpack").sewn()
    meshes = ask.draft(BAG, "sewn").facts["sewn"]["meshes"]
    assert [each["name"] for each in meshes] == [each.name for each in bag.surfaces]
    for mesh, surface in zip(meshes, bag.surfaces, strict=True):
        points = np.frombuffer(b64decode(mesh["positions"]), "<f4").reshape(-1, 3)
        faces = np.frombuffer(b64decode(mesh["indices"]), "<u4").reshape(-1, 3)
        assert np.abs(points - surface.points).max() < 1e-3
        assert (faces == surface.triangles).all()


def test_a_refusal_stands_at_its_line_and_its_fix_mends_it(ask: Asking) -> None:
    text = BAG + "[dimensions] # sizes\nwidth = 24 # wide\ntop_radius = '20 cm'\n"
    told = ask.draft(text).facts
    assert not told["ok"]
    (finding,) = told["findings"]
    assert (finding["key"], finding["line"], finding["column"]) == ("dimensions.width", 3, 1)
    (fix,) = finding["fixes"]
    assert fix["toml"] == text.replace("24 #", '"24 mm" #')
    second = ask.draft(text.replace("24 #", '"24 cm" #')).facts["findings"]
    assert [each["key"] for each in second] == ["dimensions.top_radius"]
    third = ask.draft(second[0]["fixes"][0]["toml"]).facts["findings"]
    assert [each["key"] for each in third] == ["anchor.drop"]
    assert ask.draft(third[0]["fixes"][0]["toml"]).facts["ok"]


def test_the_figures_of_every_step_are_pictures_without_any_power(ask: Asking) -> None:
    told = ask("/api/figures", {"toml": f"{BAG}name = {json.dumps(HOSTILE)}\n", "units": "in"}).facts["steps"]
    assert [each["number"] for each in told] == [each.number for each in bagpattern.make("mini-backpack").steps]
    found = [figure for each in told for figure in each["figures"]]
    assert len(found) > len(told)
    for figure in found:
        tree = ElementTree.fromstring(figure["svg"])
        assert figure["alt"]
        assert not [each for each in tree.iter() if each.tag.endswith(("script", "foreignObject"))]
    assert ask("/api/figures", {"toml": f"{BAG}width = 3\n"}).status == 422


def test_the_bag_in_company_of_who_carries_it_and_what_it_holds(ask: Asking) -> None:
    text = f'extends = "mini-backpack"\nname = {json.dumps(HOSTILE)}\n'
    told = ask("/api/company", {"toml": text}).facts["views"]
    assert [each["name"] for each in told] == ["carried", "holds"]
    for each in told:
        tree = ElementTree.fromstring(each["svg"])
        assert not [one for one in tree.iter() if one.tag.endswith(("script", "foreignObject"))]
    assert ask("/api/company", {"toml": BAG, "colourway": "no such"}).status == 422


def test_parts_are_named_by_the_keys_of_their_values(ask: Asking) -> None:
    facts = ask.draft(BAG, "pieces").facts
    parts = {each["part"] for each in [*facts["cut_list"], *facts["pieces"]["places"]] if each["part"]}
    assert "pockets.slip-pocket" in parts
    assert parts <= {key.rpartition(".")[0] for key in facts["values"]}


def test_text_that_is_no_toml_is_told_with_its_line(ask: Asking) -> None:
    told = ask.draft(BAG + "width = 24 cm\n").facts
    assert [(each["line"], each["severity"]) for each in told["findings"]] == [(2, "error")]
    assert "needs its value in quotes" in told["findings"][0]["message"]


def test_the_same_bag_has_the_same_key_and_language_makes_none_new(ask: Asking) -> None:
    keys = {ask.draft(text).facts["key"] for text in (BAG, f"# so\n{BAG}", BAG.replace(" ", ""))}
    told = ask.draft(BAG, "steps", language="de", units="in").facts
    assert len({told["key"], *keys}) == 1
    assert told["steps"][0]["title"] != ask.draft(BAG, "steps").facts["steps"][0]["title"]
    assert ask.draft(BAG, language="xx").facts["findings"][0]["key"] == "language"


def test_an_edit_changes_one_line(ask: Asking) -> None:
    text = f"{BAG}# wide\n[dimensions]\nwidth = '22 cm' # so\n"
    changed = ask("/api/edit", {"toml": text, "key": "dimensions.width", "value": "26 cm"}).facts
    assert changed == {"toml": text.replace("'22 cm'", '"26 cm"')}
    assert ask("/api/edit", {"toml": text, "key": "dimensions.width", "value": None}).facts["toml"].endswith("ons]\n")
    refused = ask("/api/edit", {"toml": "a = = 3", "key": "a", "value": 3})
    assert (refused.status, "message" in refused.facts) == (422, True)


def test_what_there_is_to_begin_with(ask: Asking) -> None:
    styles = ask("/api/styles").facts
    presets = {each["id"]: each for style in styles for each in style["presets"]}
    assert {*presets} == {*preset_names()}
    assert ask("/api/preset/tote").facts == {"toml": preset_text("tote")}
    picture = ask(presets["tote"]["picture_url"])
    assert picture.body.decode() == bagpattern.make("tote").view("three-quarter", "colour")
    form = ask("/api/form/tote")
    assert {"dimensions", "pockets", "units"} <= {each["key"] for each in form.facts["fields"]}
    again = ask("/api/form/tote", head={"If-None-Match": form.head["etag"]})
    assert (again.status, again.body) == (304, b"")
    assert ask("/api/learnt/en-mm").facts == {}


@pytest.mark.parametrize(
    "path",
    [
        *("/page/../app.py", "/page/..%2fapp.py", "/page/%2e%2e/app.py", "/page//etc/passwd", "/page/", "/page/x\\y"),
        *("/api/form/tote/../..", "/api/form/_bag", "/api/preset/..%2f..%2fpyproject", "/api/picture/x.svg", "/x"),
        *("/api/learnt/xx-mm", "/api/learnt/de", "/api/learnt/..%2fde-mm"),
        *("/api/kind/pockets/x.svg", "/api/kind/slip.svg", "/api/kind/pockets/..%2f_flat.svg"),
    ],
)
def test_no_path_leads_out(ask: Asking, path: str) -> None:
    told = ask(path)
    assert told.status == 404
    assert HEADERS.items() <= told.head.items()


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{" * 30000, 400),
        (b"[" * 60000, 400),
        (b"", 400),
        (json.dumps({"toml": "x" * 70000}).encode(), 413),
        (b'{"toml": "", "toml2": 1}', 400),
        (b'{"toml": NaN}', 400),
    ],
)
def test_requests_that_are_none(ask: Asking, body: bytes, status: int) -> None:
    told = ask("/api/draft", body)
    assert told.status == status
    assert status == 413 or told.facts["message"]
    assert HEADERS.items() <= told.head.items()


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 3000,
        "a." * 3000 + "b = 1",
        "".join(f"k{i} = 1\n" for i in range(3000)),
        'name = "' + "x" * 3000 + '"',
        "a = 1" + "0" * 6000,
        "\0",
        'extends = "/etc/passwd"',
        'extends = "../../pyproject.toml"',
        'extends = "base.toml"',
        'extends = ["tote"]',
    ],
)
def test_texts_that_no_bag_has_are_told_of(ask: Asking, text: str) -> None:
    told = ask.draft(text)
    said = json.dumps(told.facts)
    assert told.status in (200, 422)
    assert told.status == 422 or (not told.facts["ok"] and told.facts["findings"])
    assert "root:" not in said
    assert "hatchling" not in said


# files ----------------------------------------------------------------------------------------------------------------


def test_files_are_those_of_the_command_line(ask: Asking, tmp_path: Path) -> None:
    text = f'{BAG}name = "Mine"\n'
    told = ask(f"/file/pdf?b={packed(text)}&paper=a4&language=de")
    (tmp_path / "bag.toml").write_text(text)
    line = [sys.executable, "-m", "bagpattern", "draft", "bag.toml", "-o", "x.pdf", "--paper", "a4", "--language", "de"]
    subprocess.run(line, cwd=tmp_path, check=True, env={**environ, "OPENBLAS_NUM_THREADS": "1"}, capture_output=True)
    assert (told.status, told.head["content-disposition"]) == (200, 'attachment; filename="bag-a4.pdf"')
    assert told.body == (tmp_path / "x.pdf").read_bytes()


def test_all_of_it_in_a_zip_with_the_preset(ask: Asking) -> None:
    told = ask(f"/file/zip?b={packed(BAG)}&paper=letter")
    with zipfile.ZipFile(BytesIO(told.body)) as archive:
        names = archive.namelist()
        assert archive.read("bag.toml").decode() == BAG
    assert {"bag-letter.pdf", "bag.glb", "bag.json", "bag.dxf", "bag.svg", "bag-shopping.md"} <= {*names}
    assert {"bag-booklet.pdf", "bag-picture.png"} <= {*names}


def test_a_picture_is_of_the_finished_bag_in_its_colourway(ask: Asking) -> None:
    ways = (f'[[colourways]]\nname = "{name}"\nshell = "{name}"\n' for name in ("black", "white"))
    text = f"{BAG}{''.join(ways)}"
    plain, white = (ask(f"/file/picture?b={packed(text)}{more}") for more in ("", "&colourway=white"))
    assert (plain.status, plain.head["content-type"]) == (200, "image/png")
    assert plain.head["content-disposition"] == 'attachment; filename="bag-picture.png"'
    assert plain.body.startswith(b"\x89PNG")
    assert plain.body != white.body
    assert ask(f"/file/picture?b={packed(text)}&colourway=Day").status == 422
    assert ask(f"/file/picture?b={packed(text)}&paper=a4").status == 422


@pytest.mark.parametrize(
    "query",
    ["", "b=x", f"b={packed(BAG)}&font=/etc/passwd", f"b={packed(BAG)}&plan=/etc/passwd", f"b={packed(BAG)}&paper=a9"],
)
def test_files_that_cannot_be_had(ask: Asking, query: str) -> None:
    told = ask(f"/file/pdf?{query}")
    assert (told.status, [*told.facts]) in ((400, ["message"]), (422, ["message"]))
    assert ask(f"/file/exe?b={packed(BAG)}").status == 422


@pytest.mark.parametrize("name", [HOSTILE, "\u05d0\u05d1", "\u540d", "a" * 80, "' onload='x", '"&#0;'])
def test_a_strangers_names_are_inert(ask: Asking, name: str) -> None:
    text = f'{BAG}name = {json.dumps(name)}\npreset = "\u0434-\u00e9"\n'
    tree = ElementTree.fromstring((drawn := ask(f"/file/svg?b={packed(text)}")).body)
    assert not [each for each in tree.iter() if each.tag.endswith(("script", "foreignObject"))]
    assert not [key for each in tree.iter() for key in each.attrib if key.startswith("on")]
    assert drawn.head["content-disposition"] == 'attachment; filename="bag.svg"'
    assert ask.draft(text).facts["name"] == name


@pytest.mark.parametrize("name", ["\u202egab\u202c", "a\r\nSet-Cookie: x=1", "\u0000", "a" * 81])
def test_names_that_cannot_be_written_are_refused(ask: Asking, name: str) -> None:
    told = ask.draft(f"{BAG}name = {json.dumps(name)}\n").facts
    assert [each["severity"] for each in told["findings"]] == ["error"]


# the person's own file ------------------------------------------------------------------------------------------------


def test_the_own_file_is_for_who_has_the_token(ask: Asking, mine: Mine) -> None:
    for head in ({}, {"X-Bagpattern-Token": ""}, {"X-Bagpattern-Token": mine.token[:-1]}):
        assert ask("/api/file", head=head).status == 403
        assert ask("/api/file", {"toml": "x"}, "PUT", head).status == 403
    assert ask.draft('extends = "base.toml"').facts["ok"] is False
    assert ask("/api/draft", {"toml": BAG}, head={"X-Bagpattern-Token": "x"}).status == 403
    assert mine.path.read_text() == 'extends = "base.toml" # mine\n'


def test_it_is_read_drafted_saved_and_changes_outside_are_seen(ask: Asking, mine: Mine) -> None:
    key = {"X-Bagpattern-Token": mine.token}
    read = ask("/api/file", head=key)
    assert read.facts["toml"] == 'extends = "base.toml" # mine\n'
    assert ask("/api/draft", {"toml": read.facts["toml"]}, head=key).facts["ok"]
    taken = (ask(f"/file/shopping?b={packed(read.facts['toml'])}", head=each).status for each in (key, {}))
    assert [*taken, read.facts["name"]] == [200, 422, "my-bag.toml"]
    assert ask("/api/file", head={**key, "If-None-Match": read.head["etag"]}).status == 304
    new = {"toml": read.facts["toml"] + 'name = "Märchen"\n'}
    saved = ask("/api/file", new, "PUT", {**key, "If-Match": read.head["etag"]})
    assert (saved.status, mine.path.read_text()) == (204, new["toml"])
    mine.path.write_text("# elsewhere\n")
    assert ask("/api/file", new, "PUT", {**key, "If-Match": saved.head["etag"]}).status == 412
    assert ask("/api/file", head={**key, "If-None-Match": saved.head["etag"]}).facts["toml"] == "# elsewhere\n"


def test_the_page_itself_is_small(ask: Asking) -> None:
    assert sum(len(each.packed) for each in page_files().values()) < 300_000


def test_nothing_is_written_beside_the_file(mine: Mine) -> None:
    assert {each.name for each in Path(mine.path.parent).iterdir()} == {"my-bag.toml", "base.toml"}
