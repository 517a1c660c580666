"""The link's form: a preset's text, deflated without a header, in base64url. ``#1.`` before it is its version."""

from __future__ import annotations

import zlib
from base64 import b64decode, urlsafe_b64encode

from bagpattern.errors import InputError, Problem
from bagpattern.said import Said
from bagpattern.web.limits import BODY, LINK
from bagpattern.words import words

VERSION = "1."
_RAW = -15


def packed(text: str) -> str:
    """What stands behind the version in a link: the same text, the same link."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, _RAW)
    return urlsafe_b64encode(deflate.compress(text.encode()) + deflate.flush()).decode().rstrip("=")


def unpacked(link: str) -> str:
    """The text in a link. Raises InputError for one that is too long, broken, or holds more than a preset."""
    if len(link) > LINK:
        raise _refused(words("the link is longer than {link} characters", link=LINK))
    inflate = zlib.decompressobj(_RAW)
    try:
        data = b64decode(link.encode("ascii") + b"=" * (-len(link) % 4), b"-_", validate=True)
        content = inflate.decompress(data, BODY + 1)  # no more of a bomb than that is ever made
        text = content.decode()
    except (ValueError, zlib.error):
        raise _refused(words("the link is broken: was it copied as a whole?")) from None
    if len(content) > BODY:
        raise _refused(words("the link holds more than {given} kB", given=BODY // 1024))
    if not inflate.eof or inflate.unused_data:
        raise _refused(words("the link does not end as it should: was it copied as a whole?"))
    return text


def _refused(message: Said) -> InputError:
    return InputError([Problem("", message)])
