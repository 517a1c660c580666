"""The commands that serve: what they open, and what they refuse before anything is served."""

from __future__ import annotations

from pathlib import Path

import pytest

from bagpattern.web import serving
from bagpattern.web.serving import HERE, PORT, listening
from tests.cli.conftest import Run


def test_the_page_is_told_and_opened(run: Run, served: list[str]) -> None:
    result = run("design")
    (opened,) = served
    assert opened.startswith(f"http://{HERE}:")
    assert opened in result.stdout
    assert run("design", "--no-browser").exit_code == 0
    assert len(served) == 1


def test_the_link_to_a_file_of_ones_own_holds_its_key(run: Run, served: list[str], tmp_path: Path) -> None:
    (tmp_path / "my-bag.toml").write_text("")
    assert run("design", "my-bag.toml").exit_code == 0
    assert run("design", "my-bag.toml").exit_code == 0
    keys = {each.partition("#token.")[2] for each in served}
    assert len(keys) == 2
    assert min(map(len, keys)) >= 32


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("design", "my-bag.json"), "whose names end in .toml"),
        (("design", "none.toml"), "begin one with bagpattern new none.toml"),
        (("design", "--port", "0"), "--port"),
        (("serve",), "say --public"),
        (("serve", "--public", "--host", "0.0.0.0"), "needs --allowed-host"),
    ],
)
def test_what_cannot_be_served(run: Run, served: list[str], words: tuple[str, ...], said: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())
    assert not served


def test_a_port_that_is_taken_is_told_and_the_usual_one_gives_way(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    first = listening(HERE, None)
    second = listening(HERE, None)
    try:
        ports = [each.getsockname()[1] for each in (first, second)]
        assert PORT <= ports[0] < ports[1]
        monkeypatch.setattr(serving, "serve", lambda *_: pytest.fail("served"))
        result = run("design", "--port", str(ports[0]))
        assert result.exit_code == 2
        assert f"port {ports[0]} of {HERE} cannot be served" in result.stderr
    finally:
        first.close()
        second.close()
