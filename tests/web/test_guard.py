"""Who may ask: by name, by page, by kind of request."""

from __future__ import annotations

import pytest

from bagpattern.web.guard import Guard
from bagpattern.web.serving import for_everybody, for_oneself

HERE = "127.0.0.1:8642"
JSON = ("content-type", "application/json")


def status(guard: Guard, method: str, path: str, *head: tuple[str, str]) -> int:
    headers = [(key.encode(), value.encode()) for key, value in head]
    fault = guard.fault({"method": method, "path": path, "headers": headers})
    return fault[0] if fault else 200


@pytest.fixture(scope="module")
def own() -> Guard:
    return for_oneself(8642, None)


@pytest.mark.parametrize("host", [HERE, "localhost:8642", "LOCALHOST:8642", "[::1]:8642"])
def test_this_machine_is_served_by_its_names(own: Guard, host: str) -> None:
    assert status(own, "GET", "/", ("host", host)) == 200
    assert status(own, "POST", "/api/draft", ("host", host), ("origin", f"http://{host}"), JSON) == 200


@pytest.mark.parametrize(
    "host",
    [
        *("", "127.0.0.1", "localhost", "127.0.0.1:8643", "127.0.0.1:86420", "127.0.0.1.evil.example:8642"),
        *("evil.example:8642", "localhost.evil.example:8642", "127.evil.example:8642", "0.0.0.0:8642", "[::]:8642"),
        *("127.0.0.1:8642@evil.example", "evil.example/127.0.0.1:8642", "127.0.0.1:8642,evil.example", "127.1:8642"),
    ],
)
def test_no_other_name_is(own: Guard, host: str) -> None:
    assert status(own, "GET", "/", ("host", host)) == 421
    assert status(own, "POST", "/api/draft", ("host", host), ("origin", f"http://{host}"), JSON) == 421


def test_several_hosts_are_none(own: Guard) -> None:
    assert status(own, "GET", "/", ("host", HERE), ("host", "evil.example")) == 421
    assert status(own, "GET", "/") == 421


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "null", "https://127.0.0.1:8642", "http://127.0.0.1", "http://127.0.0.1:8642.evil.example"],
)
def test_other_pages_send_nothing(own: Guard, origin: str) -> None:
    assert status(own, "POST", "/api/draft", ("host", HERE), ("origin", origin), JSON) == 403
    both = (("origin", "http://127.0.0.1:8642"), ("origin", origin))
    assert status(own, "POST", "/api/draft", ("host", HERE), *both, JSON) == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site", "anything"])
def test_other_pages_read_nothing_but_may_link(own: Guard, site: str) -> None:
    said = (("host", HERE), ("sec-fetch-site", site))
    assert status(own, "POST", "/api/draft", *said, JSON) == 403
    assert status(own, "GET", "/api/styles", *said, ("sec-fetch-mode", "navigate")) == 403
    assert status(own, "GET", "/page/main.js", *said, ("sec-fetch-mode", "no-cors")) == 403
    assert status(own, "GET", "/", *said, ("sec-fetch-mode", "navigate")) == 200


@pytest.mark.parametrize("kind", ["", "text/plain", "application/x-www-form-urlencoded", "application/jsonx"])
def test_forms_of_other_kinds_are_refused(own: Guard, kind: str) -> None:
    for method in ("POST", "PUT", "DELETE"):
        assert status(own, method, "/api/draft", ("host", HERE), ("content-type", kind)) == 415
    assert status(own, "POST", "/api/draft", ("host", HERE), ("content-type", "application/json; charset=utf-8")) == 200


def test_everybody_is_served_by_the_allowed_names() -> None:
    public = for_everybody(8080, ["bags.example"], workers=1)
    assert status(public, "GET", "/", ("host", "bags.example")) == 200
    assert (
        status(public, "POST", "/api/draft", ("host", "bags.example"), ("origin", "https://bags.example"), JSON) == 200
    )
    assert status(public, "GET", "/", ("host", "bags.example:8080")) == 421
    assert status(public, "GET", "/", ("host", "www.bags.example")) == 421
