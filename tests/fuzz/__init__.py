"""Random bags, thousands of them, and whatever is wrong with one: ``python -m tests.fuzz 20000 --seed word``.

No part of the ordinary run. What it finds is mended by kind, and the least case of it lands in ``tests/errors``,
``tests/property`` or beside the tests of the rule.
"""
