"""A word that stands for all that a pattern depends on, for caches."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any


def content_key(settings: Mapping[str, Any], own: str = "") -> str:
    """The hash of complete settings and of this version, as 64 hexadecimal digits: the same everywhere.

    The order of keys does not count, that of lists does. *own* stands for parts that are not this version's.
    """
    import json  # whoever drafts a bag asks for no key
    from hashlib import sha256

    version = import_module("bagpattern").__version__  # by name: the package itself stands above all of its modules
    said = json.dumps([version, own, settings], sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return sha256(said.encode()).hexdigest()
